/**
 * What a resolution is: a task to do, or a power that was exercised on the spot (当场审批), which is done with the
 * minutes. What was written before there were two is a task.
 */
export const resolutionKinds = ["task", "power"] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

/** What is said of a power: which, on what legal basis, in which post, by which document. */
export const powerFields = ["power", "powerBasis", "powerPost", "powerDocument"] as const;
export type PowerField = (typeof powerFields)[number];

/** Tells whether a resolution is a power that was exercised on the spot. */
export function isPower({ resolvedAs }: { resolvedAs?: ResolutionKind }): boolean {
  return resolvedAs === "power";
}
