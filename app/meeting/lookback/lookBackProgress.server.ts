import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { lookBackComplete } from "./lookBackComplete.server";
import { lookBackOf } from "./lookBackOf.server";

/** How far the look-back of a day has come. */
export interface LookBackProgress {
  stated: number;
  /** Tasks that must be stated before anything new is decided. */
  total: number;
  /** Nothing new waits for it: every task has its statement, or the kind of meeting has no such gate. */
  complete: boolean;
}

/** Counts the open tasks that a meeting has called and those that have their statement. */
export async function lookBackProgress(
  db: Queries,
  { id, kind }: { id: string; kind: MeetingKind },
): Promise<LookBackProgress> {
  const called = (await lookBackOf(db, id)).filter((task) => task.mustBeStated || task.statement);
  return {
    stated: called.filter((task) => task.statement).length,
    total: called.length,
    complete: !kindOf({ kind }).lookBack.isGate || (await lookBackComplete(db, id)),
  };
}
