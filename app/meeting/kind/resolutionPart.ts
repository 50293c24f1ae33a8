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

/**
 * Parts that need not be there, but must hold where they are: steps not after the whole, helpers without the one that
 * leads, a resource with its words, a check-back not before the whole is due.
 */
export const holdingParts = ["milestones", "assisting", "resource", "checkBackDate"] as const;
export type HoldingPart = (typeof holdingParts)[number];

/** Tells a part that must only hold from one that must be there. */
export function isHolding(part: string): part is HoldingPart {
  return (holdingParts as readonly string[]).includes(part);
}
