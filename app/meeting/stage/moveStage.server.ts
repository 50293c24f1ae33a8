import { and, eq } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { advanceStage, type Stage, type StageEvent } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";

type MeetingRow = typeof meeting.$inferSelect;

/**
 * Moves a day to the station that `event` leads to, inside the caller's transaction, with its ledger event.
 * @param more other columns that change with the stage
 * Refuses with `wrongStage`, or `changedMeanwhile` when the day has changed since `day` was read.
 */
export async function moveStage(
  tx: Queries,
  book: Book,
  day: Pick<MeetingRow, "id" | "stage" | "version">,
  event: StageEvent,
  more: Partial<MeetingRow> = {},
): Promise<Result<Stage>> {
  const stage = advanceStage(day.stage, event);
  if (!stage) return refuse("wrongStage");
  const changed = await tx
    .update(meeting)
    .set({ ...more, stage, version: day.version + 1 })
    .where(and(eq(meeting.id, day.id), eq(meeting.version, day.version)))
    .returning({ id: meeting.id });
  if (changed.length !== 1) return refuse("changedMeanwhile");
  await book({
    verb: `plan.${event}`,
    subject: { kind: "meeting", id: day.id },
    before: { stage: day.stage },
    after: { stage, ...more },
  });
  return done(stage);
}
