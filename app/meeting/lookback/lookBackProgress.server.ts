import type { Queries } from "~db/connect";
import { lookBackComplete } from "./lookBackComplete.server";
import { lookBackOf } from "./lookBackOf.server";

/** How far the look-back of a day has come. */
export interface LookBackProgress {
  stated: number;
  /** Tasks that must be stated before anything new is decided. */
  total: number;
  complete: boolean;
}

/** Counts the open tasks that a day has called and those that have their statement. */
export async function lookBackProgress(db: Queries, meetingId: string): Promise<LookBackProgress> {
  const called = (await lookBackOf(db, meetingId)).filter((task) => task.mustBeStated || task.statement);
  return {
    stated: called.filter((task) => task.statement).length,
    total: called.length,
    complete: await lookBackComplete(db, meetingId),
  };
}
