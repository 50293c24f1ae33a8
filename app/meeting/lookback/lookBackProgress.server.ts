import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { lookBackComplete } from "./lookBackComplete.server";
import { lookBackOf } from "./lookBackOf.server";
import { topicsBegun } from "./topicsBegun.server";

/** How far the look-back of a day has come. */
export interface LookBackProgress {
  stated: number;
  /** Tasks that must be stated before anything new is decided. */
  total: number;
  /** Every task has its statement, or the kind of meeting does not wait for that. */
  allStated: boolean;
  /** Nothing new waits for it: every task has its statement, the chair lets topics begin, or the kind has no such gate. */
  complete: boolean;
}

/** Counts the open tasks that a meeting has called and those that have their statement. */
export async function lookBackProgress(
  db: Queries,
  { id, kind }: { id: string; kind: MeetingKind },
): Promise<LookBackProgress> {
  const called = (await lookBackOf(db, id)).filter((task) => task.mustBeStated || task.statement);
  const allStated = !kindOf({ kind }).lookBack.isGate || (await lookBackComplete(db, id));
  return {
    stated: called.filter((task) => task.statement).length,
    total: called.length,
    allStated,
    complete: allStated || (await topicsBegun(db, id)) !== null,
  };
}
