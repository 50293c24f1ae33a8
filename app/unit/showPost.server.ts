import { desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Role } from "~/access/role";
import { dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { holding, person, post, unit } from "~db/schema";
import { deputiesFor } from "./deputiesFor.server";
import { isOver } from "./holdingOver";
import { mayAppoint, mayReadHandover } from "./permission";

/** Somebody's time in a post. */
export interface HoldingListed {
  id: string;
  name: string;
  /** For administrators only. */
  account: { personId: string; account: string } | null;
  fromDay: string;
  toDay: string | null;
  /** It has ended, be it earlier today. */
  over: boolean;
  /** What they handed over; null also where the reader may not read it. */
  handover: string | null;
  /** They stand, stood or will stand in for the holder. */
  standsIn: boolean;
  /** As deputy, for as long as the post is vacant. */
  asDeputy: boolean;
}

/** A post to choose, or one that was chosen. */
export interface PostChoice {
  id: string;
  title: Name;
  unit: { slug: string; name: Name };
}

/** The page of a post. */
export interface PostPage {
  id: string;
  now: string;
  today: string;
  role: Role;
  title: Name;
  unit: { slug: string; name: Name };
  /** Everybody who held it, the present holder first. */
  holdings: HoldingListed[];
  /** Nobody holds it today. */
  vacant: boolean;
  /** It is no more. */
  closed: boolean;
  /** Who stands in while it is vacant; null where nobody is named. */
  deputy: PostChoice | null;
  /** The present holder's holding, for those who may say what is handed over on leaving it. */
  handOver: string | null;
  /** For administrators: what the forms of the post need. */
  edit: { version: number; deputies: PostChoice[] } | null;
  can: { appoint: boolean; readHandover: boolean };
}

/** A post with everybody who held it; `notFound` unless it belongs to the unit named by `slug`, or to one merged into that. */
export async function showPost(
  actor: Actor,
  where: { slug: string; postId: string },
  now: string,
): Promise<Result<PostPage>> {
  return read(async (db) => {
    const [row] = await db
      .select({ post, unit })
      .from(post)
      .innerJoin(unit, eq(unit.id, post.unitId))
      .where(eq(post.id, where.postId))
      .limit(1);
    if (!row || !(await isOf(db, row.unit, where.slug))) return refuse("notFound");
    const today = dayOf(now);
    const can = { appoint: mayAppoint(actor), readHandover: mayReadHandover(actor, row.unit) };
    const held = await db
      .select({ held: holding, person })
      .from(holding)
      .innerJoin(person, eq(person.id, holding.personId))
      .where(eq(holding.postId, where.postId))
      .orderBy(desc(holding.fromDay), desc(holding.id));
    return done({
      id: row.post.id,
      now,
      today,
      role: row.post.role,
      title: titleOfPost(row.post),
      unit: { slug: row.unit.slug, name: nameOfUnit(row.unit) },
      holdings: held.map(({ held: one, person: who }) => ({
        id: one.id,
        name: who.name,
        account: can.appoint ? { personId: who.id, account: who.account } : null,
        fromDay: one.fromDay,
        toDay: one.toDay,
        over: isOver(one, today),
        handover: can.readHandover ? one.handover : null,
        standsIn: one.capacity === "substitute",
        asDeputy: one.viaPostId !== null,
      })),
      vacant: !held.some(
        ({ held: one }) => one.capacity === "holder" && one.fromDay <= today && !isOver(one, today),
      ),
      handOver:
        held.find(
          ({ held: one }) =>
            one.capacity === "holder" &&
            one.fromDay <= today &&
            !isOver(one, today) &&
            (can.appoint || one.personId === actor.personId),
        )?.held.id ?? null,
      closed: row.post.closedAt !== null,
      deputy: row.post.deputyPostId ? await choiceOf(db, row.post.deputyPostId) : null,
      edit: can.appoint
        ? { version: row.post.version, deputies: await choicesIn(db, await deputiesFor(db, row.post)) }
        : null,
      can,
    });
  });
}

/** Whether a unit goes by this slug, itself or as what was merged into it. */
async function isOf(db: Queries, of: { id: string; slug: string }, slug: string): Promise<boolean> {
  if (of.slug === slug) return true;
  const [merged] = await db.select({ into: unit.mergedInto }).from(unit).where(eq(unit.slug, slug));
  return merged?.into === of.id;
}

async function choiceOf(db: Queries, postId: string): Promise<PostChoice | null> {
  const [found] = await choicesIn(db, [{ id: postId }]);
  return found ?? null;
}

async function choicesIn(db: Queries, posts: readonly { id: string }[]): Promise<PostChoice[]> {
  const rows = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(
      inArray(
        post.id,
        posts.map(({ id }) => id),
      ),
    )
    .orderBy(post.id);
  return rows.map(({ post: one, unit: of }) => ({
    id: one.id,
    title: titleOfPost(one),
    unit: { slug: of.slug, name: nameOfUnit(of) },
  }));
}
