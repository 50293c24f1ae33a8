import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { deputiesFor } from "~/unit/deputiesFor.server";
import { isOver } from "~/unit/holdingOver";
import { mayAppoint } from "~/unit/permission";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";

/** Somebody's time in a post, with the post and its unit; null where there is none. Who stands in hands nothing over. */
export async function findHandover(db: Queries, holdingId: string) {
  const [row] = await db
    .select({ held: holding, name: person.name, post, unit })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(and(eq(holding.id, holdingId), eq(holding.capacity, "holder")));
  return row ?? null;
}

export type Handover = NonNullable<Awaited<ReturnType<typeof findHandover>>>;

/** Whether somebody may say where things go: whoever holds the post, and the administrator, until it is left. */
export function maySayHandover(actor: Actor, { held }: Handover, now: string): boolean {
  if (isOver(held, dayOf(now)) || held.fromDay > dayOf(now)) return false;
  return mayAppoint(actor) || (actor.personId === held.personId && actor.postId === held.postId);
}

/** The posts to which a thing can go besides. */
export async function otherPosts(db: Queries, { post: of }: Handover) {
  return (await deputiesFor(db, of)).filter(({ id }) => id !== of.deputyPostId);
}
