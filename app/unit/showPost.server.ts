import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Role } from "~/access/role";
import { dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { holding, person, post, unit } from "~db/schema";
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
  can: { appoint: boolean; readHandover: boolean };
}

/** A post with everybody who held it; `notFound` unless it belongs to the unit named by `slug`. */
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
    if (!row || row.unit.slug !== where.slug) return refuse("notFound");
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
      })),
      vacant: !held.some(({ held: one }) => one.fromDay <= today && !isOver(one, today)),
      can,
    });
  });
}
