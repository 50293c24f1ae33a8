import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { type FoundTask, findTask } from "~/task/findTask.server";
import type { Queries } from "~db/connect";
import { canPublish } from "./permission";

/**
 * The task whose outcome somebody wants to publish or take back. Refuses with `notFound` where they do not
 * even see it, then with `notAllowed`.
 */
export async function taskToPublish(db: Queries, actor: Actor, number: string): Promise<Result<FoundTask>> {
  const task = await findTask(db, actor, number);
  if (!task) return refuse("notFound");
  return canPublish(actor) ? done(task) : refuse("notAllowed");
}
