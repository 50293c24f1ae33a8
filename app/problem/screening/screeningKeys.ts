import { type Decision, decidedStates } from "./decision";

/** The key of each decision. */
export const decisionKeys: Record<Decision, string> = {
  admitted: "a",
  refused: "r",
  deferred: "d",
  merged: "m",
  solvedBefore: "s",
  undecided: "z",
};

/** Decisions that are taken at once; the others want a word. */
export const plainDecisions: readonly Decision[] = ["admitted", "undecided"];

/** Which of several numbered choices a key picks: 1 the first, 9 the last; undefined for other keys. */
export function choiceOf<T>(key: string, choices: readonly T[]): T | undefined {
  return /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined;
}

/** A problem as it stands in the queue. */
interface Queued {
  listingId: string;
  state: string;
}

/** The listing to look at after this one: the next that is not decided, from the top again at the end. */
export function nextUndecided(rows: readonly Queued[], after: string): string | undefined {
  const at = rows.findIndex((row) => row.listingId === after);
  const order = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return order.find((row) => row.state === "submitted")?.listingId;
}

/** The rows as they stand on the page: what waits first, then what was decided, by decision. */
export function inQueueOrder<Row extends Queued>(rows: readonly Row[]): Row[] {
  return ["submitted", ...decidedStates].flatMap((state) => rows.filter((row) => row.state === state));
}

/** The problem about which this person decided last, so that one key takes it back. */
export function lastDecided<Row extends Queued & { decidedAt: string | null; isOwn: boolean }>(
  rows: readonly Row[],
): Row | undefined {
  const own = rows.filter((row) => row.isOwn && row.decidedAt !== null && row.state !== "submitted");
  return own.reduce<Row | undefined>(
    (last, row) => (last?.decidedAt && row.decidedAt! < last.decidedAt ? last : row),
    undefined,
  );
}
