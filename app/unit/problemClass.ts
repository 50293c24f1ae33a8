/** Classes of problems; the first four are named for the consultation day itself, the others follow city management. */
export const problemClasses = [
  "illegalBuilding",
  "publicFacilities",
  "construction",
  "environment",
  "traffic",
  "greenery",
  "cityAppearance",
  "streetOrder",
  "utilities",
  "housing",
  "publicSafety",
  "communityService",
  "other",
] as const;
export type ProblemClass = (typeof problemClasses)[number];
