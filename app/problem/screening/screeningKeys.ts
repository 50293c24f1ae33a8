import type { Decision } from "./decision";

/** The key of each decision. */
export const decisionKeys: Record<Decision, string> = {
  admitted: "a",
  refused: "r",
  deferred: "d",
  merged: "m",
  solvedBefore: "s",
  undecided: "u",
};

/** Decisions that are taken at once; the others want a word. */
export const plainDecisions: readonly Decision[] = ["admitted", "undecided"];

/** The listing to look at after this one: the next that is not decided, from the top again at the end. */
export function nextUndecided(
  rows: readonly { listingId: string; state: string }[],
  after: string,
): string | undefined {
  const at = rows.findIndex((row) => row.listingId === after);
  const order = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return order.find((row) => row.state === "submitted")?.listingId;
}
