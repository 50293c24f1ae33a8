import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { kindOf } from "~/meeting/kind/kind";
import { type FoundTask, findTask } from "~/task/findTask.server";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";
import { canPublish } from "./permission";

/**
 * The task whose outcome somebody wants to publish or take back. Refuses with `notFound` where they do not
 * even see it, or nothing of the meeting that resolved it is public, then with `notAllowed`.
 */
export async function taskToPublish(
  db: Queries,
  actor: Actor,
  number: string,
  now: string,
): Promise<Result<FoundTask>> {
  const task = await findTask(db, actor, number, now);
  if (!task || !(await isOfPublicMeeting(db, task))) return refuse("notFound");
  return canPublish(actor) ? done(task) : refuse("notAllowed");
}

async function isOfPublicMeeting(db: Queries, { meetingId }: FoundTask): Promise<boolean> {
  const [held] = await db.select({ kind: meeting.kind }).from(meeting).where(eq(meeting.id, meetingId));
  return held !== undefined && kindOf(held).isPublic;
}
