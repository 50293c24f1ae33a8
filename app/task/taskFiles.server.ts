import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { taskAddress } from "~/address/tasks";
import type { FileKind, FileSubject } from "~/file/fileKind.server";
import { milestone } from "~db/schema";
import { type FoundTask, findTaskById } from "./findTask.server";
import { type TaskFileKind, taskFileKinds, taskFileRights } from "./taskFileRights";

function subjectOf(actor: Actor, kind: TaskFileKind, found: FoundTask, id: string): FileSubject {
  return {
    id,
    title: found.number,
    address: `${taskAddress(found.number)}#files`,
    booked: { kind: "task", id: found.id },
    rights: taskFileRights(actor, kind, found),
  };
}

const ofTask = (kind: TaskFileKind): FileKind => ({
  kind,
  async find(db, actor, id, now) {
    const found = await findTaskById(db, actor, id, now);
    return found && subjectOf(actor, kind, found, id);
  },
});

const ofMilestone: FileKind = {
  kind: "milestone",
  async find(db, actor, id, now) {
    const [row] = await db.select().from(milestone).where(eq(milestone.id, id));
    const found = row && (await findTaskById(db, actor, row.taskId, now));
    return found && subjectOf(actor, "milestone", found, id);
  },
};

/** Files on a task, by what they show, and on each of its milestones. */
export const taskFiles: readonly FileKind[] = [...taskFileKinds.map(ofTask), ofMilestone];
