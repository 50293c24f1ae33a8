/** Classes of problems; the first four are named for the consultation day itself. */
export const problemClass = {
  illegalBuilding: "illegal building",
  publicFacilities: "public facilities",
  construction: "construction works",
  environment: "messy environment",
  traffic: "roads and traffic",
  greenery: "greenery",
  cityAppearance: "city appearance",
  streetOrder: "street order",
  utilities: "water, power, gas, heating",
  housing: "housing",
  publicSafety: "public safety",
  communityService: "community services",
  other: "other",
};
