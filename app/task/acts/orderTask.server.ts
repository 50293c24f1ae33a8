import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findTask } from "~/task/findTask.server";
import type { OrderKind } from "~/task/order";
import { canAnswerOrder, canOrder } from "~/task/permission";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { isEscalated } from "~/task/statement";
import { isOpen } from "~/task/taskState";
import { timesCarriedOver } from "~/task/timesCarriedOver.server";
import type { Queries } from "~db/connect";
import { task, taskOrder } from "~db/schema";

/** Tells whether a task is open and was carried over more often than the rules allow, so that a leader may step in. */
export async function isForLeader(
  db: Queries,
  found: { id: string; state: typeof task.$inferSelect.state },
  now: string,
): Promise<boolean> {
  const [row] = await db
    .select({ times: timesCarriedOver(db, dayOf(now)) })
    .from(task)
    .where(eq(task.id, found.id));
  const { carryOverLimit } = (await rulesToShowBy(db)).session;
  return isOpen(found.state) && isEscalated(row?.times ?? 0, carryOverLimit);
}

/**
 * A leader steps in where a task was carried over too often: with an order or for a report, each to be answered by a day,
 * or by taking it over until it is solved. Refuses with `notFound`, `notAllowed`, `notEscalated`, `orderDayPast`,
 * `takenOverAlready`.
 */
export async function orderTask(
  actor: Actor,
  input: { number: string; kind: OrderKind; text: string; answerBy?: string | null },
  now: string,
): Promise<Result<null>> {
  const { number, kind, text } = input;
  const answerBy = kind === "takeOver" ? null : (input.answerBy ?? null);
  return change(actor, now, async (tx, book) => {
    const found = await findTask(tx, actor, number, now);
    if (!found) return refuse("notFound");
    if (!canOrder(actor, found)) return refuse("notAllowed");
    if (!(await isForLeader(tx, found, now))) return refuse("notEscalated");
    if (answerBy && answerBy < dayOf(now)) return refuse("orderDayPast", { field: "answerBy" });
    if (kind === "takeOver" && (await isTakenOver(tx, found.id))) return refuse("takenOverAlready");
    const by = { byPostId: actor.postId, byPersonId: actor.personId };
    const id = newId();
    await tx.insert(taskOrder).values({ id, taskId: found.id, kind, text, answerBy, ...by, at: now });
    await book({
      verb: "task.order",
      subject: { kind: "task", id: found.id },
      after: { orderId: id, kind, text, answerBy },
    });
    return done(null);
  });
}

async function isTakenOver(tx: Queries, taskId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: taskOrder.id })
    .from(taskOrder)
    .where(and(eq(taskOrder.taskId, taskId), eq(taskOrder.kind, "takeOver")));
  return row !== undefined;
}

/**
 * The lead unit answers an order, once. Refuses with `notFound`, `notAllowed`, `orderAnswered`, also of what asks for no
 * answer.
 */
export async function answerOrder(
  actor: Actor,
  { number, orderId, text }: { number: string; orderId: string; text: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findTask(tx, actor, number, now);
    if (!found) return refuse("notFound");
    if (!canAnswerOrder(actor, found)) return refuse("notAllowed");
    const own = and(eq(taskOrder.id, orderId), eq(taskOrder.taskId, found.id));
    const [order] = await tx.select().from(taskOrder).where(own);
    const answered = { answer: text, answeredAt: now, answeredByPostId: actor.postId };
    const changed =
      !order || order.kind === "takeOver"
        ? []
        : await tx
            .update(taskOrder)
            .set(answered)
            .where(and(own, isNull(taskOrder.answeredAt)))
            .returning({ id: taskOrder.id });
    if (changed.length !== 1) return refuse("orderAnswered");
    await book({
      verb: "task.answerOrder",
      subject: { kind: "task", id: found.id },
      after: { orderId, text },
    });
    return done(null);
  });
}
