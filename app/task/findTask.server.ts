import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { milestone, resolution, task, taskExtension } from "~db/schema";
import { assistingUnits } from "./assistingUnits.server";
import { doerTieOf } from "./doerTie.server";
import type { TaskCondition } from "./permission";
import { taskScope } from "./scope.server";
import { witnessOf } from "./witnesses.server";

/** A task as acts are judged by: its row, the meeting that resolved it, its parties and what its possible acts depend on. */
export type FoundTask = typeof task.$inferSelect & TaskCondition & { meetingId: string };

/** The task of a number within what the actor sees at an instant, or undefined. */
export function findTask(
  db: Queries,
  actor: Actor,
  number: string,
  now: string,
): Promise<FoundTask | undefined> {
  return findOne(db, actor, eq(task.number, number), now);
}

/** The same by its id. */
export function findTaskById(
  db: Queries,
  actor: Actor,
  id: string,
  now: string,
): Promise<FoundTask | undefined> {
  return findOne(db, actor, eq(task.id, id), now);
}

async function findOne(db: Queries, actor: Actor, which: SQL, now: string): Promise<FoundTask | undefined> {
  const [row] = await db
    .select({
      task,
      meetingId: resolution.meetingId,
      waiting: db.$count(
        taskExtension,
        and(eq(taskExtension.taskId, task.id), eq(taskExtension.state, "waiting")),
      ),
      openMilestones: db.$count(milestone, and(eq(milestone.taskId, task.id), isNull(milestone.doneAt))),
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(and(which, taskScope(actor)))
    .limit(1);
  if (!row) return undefined;
  const assisting = await assistingUnits(db, [row.task.resolutionId]);
  const assistingUnitIds = assisting(row.task.resolutionId);
  return {
    ...row.task,
    meetingId: row.meetingId,
    assistingUnitIds,
    doerTie: await doerTieOf(db, actor.personId, { ...row.task, assistingUnitIds }, now),
    witness: await witnessOf(db, row.task.id),
    extensionWaiting: row.waiting > 0,
    openMilestones: row.openMilestones,
  };
}
