/** What a resolution can say of what is to be done. */
export const resolutionParts = [
  "text",
  "residentText",
  "leadUnit",
  "dueDate",
  "measure",
  "evidence",
] as const;
export type ResolutionPart = (typeof resolutionParts)[number];
