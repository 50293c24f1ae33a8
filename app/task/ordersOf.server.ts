import { asc, eq } from "drizzle-orm";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { person, post, taskOrder, unit } from "~db/schema";

/** What leaders ordered about a task, in order, with what was answered. */
export async function ordersOf(db: Queries, taskId: string) {
  const rows = await db
    .select({ order: taskOrder, name: person.name, post, unit })
    .from(taskOrder)
    .innerJoin(post, eq(post.id, taskOrder.byPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .innerJoin(person, eq(person.id, taskOrder.byPersonId))
    .where(eq(taskOrder.taskId, taskId))
    .orderBy(asc(taskOrder.at), asc(taskOrder.id));
  return rows.map(({ order, name, post: held, unit: of }) => {
    const { id, kind, text, answerBy, at, answer, answeredAt } = order;
    const by = { name, title: titleOfPost(held), unit: nameOfUnit(of) };
    return { ...{ id, kind, text, answerBy, at, answer, answeredAt }, by };
  });
}

/** One of what {@link ordersOf} finds. */
export type ShownOrder = Awaited<ReturnType<typeof ordersOf>>[number];
