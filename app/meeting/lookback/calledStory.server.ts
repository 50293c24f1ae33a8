import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { daysBetween } from "~/calendar/day";
import { onlyReads, type ShownFile } from "~/file/fileRights";
import { filesOnAll } from "~/file/filesOn.server";
import { isImage } from "~/file/fileType";
import { isOverdue } from "~/task/dueColour";
import { notesOfTask } from "~/task/notesOfTask.server";
import { ordersOf } from "~/task/ordersOf.server";
import { factsOf } from "~/task/statement";
import { taskFileKinds } from "~/task/taskFileRights";
import { taskHistory } from "~/task/taskHistory.server";
import type { Queries } from "~db/connect";
import { taskExtension } from "~db/schema";
import type { CalledTask } from "./lookBackOf.server";

/** Everything of one task that the hall has to know when it is called, whatever is said of it. */
export async function calledStory(db: Queries, actor: Actor, task: CalledTask, today: string) {
  const { taskId } = task;
  return {
    notes: await notesOfTask(db, task.resolutionId),
    orders: await ordersOf(db, taskId),
    history: await taskHistory(db, taskId),
    /** What speaks against a statement. */
    facts: factsOf(task, today),
    daysLate: isOverdue(task, today) ? daysBetween(task.dueDate, today) : 0,
    extensions: await db
      .select({ id: taskExtension.id, fromDate: taskExtension.fromDate, toDate: taskExtension.toDate })
      .from(taskExtension)
      .where(and(eq(taskExtension.taskId, taskId), eq(taskExtension.state, "granted")))
      .orderBy(asc(taskExtension.askedAt)),
    photos: await photosOf(db, actor, task),
  };
}

/** What {@link calledStory} finds. */
export type CalledStory = Awaited<ReturnType<typeof calledStory>>;

/** The photos on a task and on its milestones, the last ones first. */
async function photosOf(db: Queries, actor: Actor, task: CalledTask): Promise<ShownFile[]> {
  const milestoneIds = task.milestones.map(({ id }) => id);
  const places: [string, string[]][] = [
    ...taskFileKinds.map((kind): [string, string[]] => [kind, [task.taskId]]),
    ["milestone", milestoneIds],
  ];
  const found = await Promise.all(
    places.map(([kind, ids]) =>
      filesOnAll(
        db,
        actor,
        kind,
        ids.map((id) => ({ id, rights: onlyReads })),
      ),
    ),
  );
  return found
    .flatMap((on) => Object.values(on))
    .flatMap(({ files }) => files)
    .filter(({ type }) => isImage(type))
    .sort((a, b) => (a.addedAt < b.addedAt ? 1 : -1));
}
