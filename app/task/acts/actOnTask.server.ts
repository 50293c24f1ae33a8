import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { type FoundTask, findTask } from "~/task/findTask.server";
import { canTask, isBarredAsDoer, type TaskAct } from "~/task/permission";
import { advance, type TaskEvent, type TaskState } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { task, taskEntry } from "~db/schema";
import { eventOf, isPossible } from "./possibleActs";

type TaskRow = typeof task.$inferSelect;

/** What an act writes besides the state. */
export interface Effect {
  /** Other columns of the task that change. */
  columns?: Partial<TaskRow>;
  /** The words of its entry in the history. */
  text?: string;
  evidence?: string;
  /** What the ledger is told besides the task's own columns. */
  booked?: object;
  /** Others hear of it after the commit. */
  told?: boolean;
  /** Where an act has several outcomes, the one that happened. */
  event?: TaskEvent;
  /** What follows in the same transaction once the task and the entry of its history are written; its refusal undoes the act. */
  follow?: (tx: Queries, book: Book, entryId: string) => Promise<Result<unknown>>;
}

/** What every act on a task answers with. */
export interface ActedOn {
  number: string;
  state: TaskState;
}

/**
 * One act on one task: finds it within the actor's scope (`notFound`), asks whether they may (`notAllowed`,
 * `doerMayNotJudge`) and whether it can be done now (`wrongTaskState`), writes the task, its history and the ledger together.
 * @param effect what else this act writes; runs inside the transaction and may refuse
 */
export async function actOnTask(
  actor: Actor,
  number: string,
  act: TaskAct,
  now: string,
  effect: (found: FoundTask, tx: Queries) => Promise<Result<Effect>>,
): Promise<Result<ActedOn>> {
  return change(actor, now, async (tx, book) => {
    const found = await findTask(tx, actor, number, now);
    if (!found) return refuse("notFound");
    if (isBarredAsDoer(actor, act, found)) return refuse("doerMayNotJudge");
    if (!canTask(actor, act, found)) return refuse("notAllowed");
    if (!isPossible(act, found)) return refuse("wrongTaskState");
    const made = await effect(found, tx);
    if (!made.ok) return made;
    const { columns = {}, text = "", evidence = "", booked, told, follow, event = eventOf(act) } = made.value;
    const state = advance(found.state, event);
    if (!state) return refuse("wrongTaskState");
    const changed = await tx
      .update(task)
      .set({ ...columns, state, version: found.version + 1 })
      .where(and(eq(task.id, found.id), eq(task.version, found.version)))
      .returning({ id: task.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    const entryId = newId();
    const by = { byPostId: actor.postId, byPersonId: actor.personId };
    await tx
      .insert(taskEntry)
      .values({ id: entryId, taskId: found.id, event, text, evidence, ...by, at: now });
    await book({
      verb: `task.${event}`,
      subject: { kind: "task", id: found.id },
      before: { state: found.state, ...columnsBefore(found, columns) },
      after: { state, ...columns, text, evidence, ...booked },
      told,
    });
    const followed = follow ? await follow(tx, book, entryId) : done(null);
    if (!followed.ok) return followed;
    return done({ number, state });
  });
}

function columnsBefore(found: FoundTask, columns: Partial<TaskRow>): Partial<TaskRow> {
  const names = Object.keys(columns) as (keyof TaskRow)[];
  return Object.fromEntries(names.map((name) => [name, found[name]]));
}
