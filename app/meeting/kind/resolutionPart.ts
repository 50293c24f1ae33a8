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

/** Parts that need not be there, but must hold where they are: steps not after the whole, a resource with its words. */
export type HoldingPart = "milestones" | "resource";
