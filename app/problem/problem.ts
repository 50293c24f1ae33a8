/** Where a problem was first heard. */
export const problemSources = ["resident", "gridWorker", "hotline", "committee", "inspection"] as const;
export type ProblemSource = (typeof problemSources)[number];

/** Sources that always come with a resident's own words. */
export const wordedSources: readonly ProblemSource[] = ["resident", "hotline"];

/** The power a street does not have and therefore asks the day for. */
export const powersLacking = [
  "none",
  "planning",
  "approval",
  "enforcement",
  "funding",
  "coordination",
] as const;
export type PowerLacking = (typeof powersLacking)[number];

/** A problem's number, such as WJC-2026-0137: street code, year, count within both. */
export function problemNumber(streetCode: string, year: string, count: number): string {
  return `${streetCode}-${year}-${String(count).padStart(4, "0")}`;
}

/** The count in a problem's number; 0 where there is none. */
export function countOfNumber(number: string): number {
  return Number(/-(\d+)$/.exec(number)?.[1] ?? 0);
}
