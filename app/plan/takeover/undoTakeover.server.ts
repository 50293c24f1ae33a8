import { and, count, eq, gt, inArray, isNull, notExists, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { mayTakeOver } from "~/plan/permission";
import { taskSearch } from "~/task/taskSearch.server";
import type { Queries } from "~db/connect";
import {
  file,
  lookBackStatement,
  resolution,
  resolutionAssistingUnit,
  takenOverMeeting,
  takenOverRow,
  takeover,
  task,
  taskEntry,
  taskFinding,
  topic,
} from "~db/schema";
import { indexSubject } from "~db/search";

/** How many tasks of a takeover something has happened to since: somebody acted, stated or attached something. */
export async function touchedTasks(db: Queries, takeoverId: string): Promise<number> {
  const ofIt = db
    .select({ id: takenOverRow.taskId })
    .from(takenOverRow)
    .where(eq(takenOverRow.takeoverId, takeoverId));
  const stated = db.select({ id: lookBackStatement.taskId }).from(lookBackStatement);
  const withFile = db.select({ id: file.subjectId }).from(file);
  const [row] = await db
    .select({ count: count() })
    .from(task)
    .where(
      and(
        inArray(task.id, ofIt),
        or(gt(task.version, 1), inArray(task.id, stated), inArray(task.id, withFile)),
      ),
    );
  return row?.count ?? 0;
}

/**
 * Gives a takeover back while nothing has happened to its tasks since: they go. Their meetings stay under their numbers,
 * listed nowhere, and are found again when the ledger comes once more; that it was, and what it was, stays in the ledger
 * of events. Refuses with `notAllowed`, `notFound`, `takeoverUndone` and
 * `takeoverInUse`.
 */
export async function undoTakeover(
  actor: Actor,
  { takeoverId }: { takeoverId: string },
  now: string,
): Promise<Result<null>> {
  if (!mayTakeOver(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(takeover).where(eq(takeover.id, takeoverId));
    if (!found) return refuse("notFound");
    if (found.undoneAt) return refuse("takeoverUndone");
    const touched = await touchedTasks(tx, takeoverId);
    if (touched > 0) return refuse("takeoverInUse", { values: { count: touched } });
    const rows = await tx
      .select({ id: task.id, number: task.number, resolutionId: task.resolutionId })
      .from(takenOverRow)
      .innerJoin(task, eq(task.id, takenOverRow.taskId))
      .where(eq(takenOverRow.takeoverId, takeoverId));
    for (const row of rows) await removeTask(tx, row);
    await removeEmptyTopics(tx);
    await tx
      .update(takeover)
      .set({ undoneAt: now })
      .where(and(eq(takeover.id, takeoverId), isNull(takeover.undoneAt)));
    await book({
      verb: "takeover.undo",
      subject: { kind: "takeover", id: takeoverId },
      before: { fileName: found.fileName, tasks: rows.length },
    });
    return done(null);
  });
}

async function removeTask(tx: Queries, { id, resolutionId }: { id: string; resolutionId: string }) {
  await tx.delete(takenOverRow).where(eq(takenOverRow.taskId, id));
  await tx.delete(taskEntry).where(eq(taskEntry.taskId, id));
  // What the clock has found of it is nobody's act.
  await tx.delete(taskFinding).where(eq(taskFinding.taskId, id));
  await tx.delete(task).where(eq(task.id, id));
  await tx.delete(resolutionAssistingUnit).where(eq(resolutionAssistingUnit.resolutionId, resolutionId));
  await tx.delete(resolution).where(eq(resolution.id, resolutionId));
  await indexSubject(tx, taskSearch, id);
}

/** Removes what meetings of earlier ledgers were about of which no task is left. */
async function removeEmptyTopics(tx: Queries): Promise<void> {
  const resolved = tx.select({ id: resolution.id }).from(resolution).where(eq(resolution.topicId, topic.id));
  const empty = await tx
    .select({ id: topic.id })
    .from(topic)
    .innerJoin(takenOverMeeting, eq(takenOverMeeting.meetingId, topic.meetingId))
    .where(notExists(resolved));
  for (const { id } of empty) await tx.delete(topic).where(eq(topic.id, id));
}
