import { and, eq } from "drizzle-orm";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { read } from "~db/read";
import { holding, post, unit } from "~db/schema";
import type { HeldPost } from "./heldPost";
import { holdingNow } from "./holdingNow.server";

/**
 * The posts a person holds at an instant (UTC), oldest holding first, and behind them those in which they stand in: both
 * days of a holding count, but whoever leaves today does so at that minute.
 */
export async function heldPosts(personId: string, now: string): Promise<HeldPost[]> {
  const rows = await read((db) =>
    db
      .select({ post, unit, capacity: holding.capacity, until: holding.toDay })
      .from(holding)
      .innerJoin(post, eq(post.id, holding.postId))
      .innerJoin(unit, eq(unit.id, post.unitId))
      .where(and(eq(holding.personId, personId), holdingNow(now)))
      // One's own posts come before those in which one stands in.
      .orderBy(holding.capacity, holding.fromDay, holding.id),
  );
  return rows.map(({ post, unit, capacity, until }) => ({
    id: post.id,
    role: post.role,
    title: titleOfPost(post),
    unitId: unit.id,
    unitName: nameOfUnit(unit),
    streetId: unit.kind === "street" ? unit.id : unit.kind === "community" ? unit.parentId : null,
    standsIn: capacity === "substitute" ? { until } : null,
  }));
}
