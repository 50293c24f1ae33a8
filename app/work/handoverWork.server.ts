import { and, count, eq, isNotNull, isNull, lt, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { handoverAddress } from "~/address/units";
import type { Queries } from "~db/connect";
import { handoverItem, holding } from "~db/schema";
import type { BareItem } from "./work";

/** What others handed over when they left their post, of which one has not yet taken note: a line for each of them. */
export async function handoverWork(db: Queries, actor: Actor, today: string): Promise<BareItem[]> {
  if (actor.standsIn) return [];
  const rows = await db
    .select({ id: holding.id, count: count() })
    .from(handoverItem)
    .innerJoin(holding, eq(holding.id, handoverItem.holdingId))
    .where(
      and(
        eq(handoverItem.postId, actor.postId),
        isNull(handoverItem.confirmedAt),
        ne(holding.personId, actor.personId),
        or(isNotNull(holding.leftAt), lt(holding.toDay, today)),
      ),
    )
    .groupBy(holding.id);
  return rows.map((row) => ({
    key: `handover-${row.id}`,
    what: { kind: "confirmHandover" },
    why: "handedOver",
    count: row.count,
    until: today,
    to: handoverAddress(row.id),
  }));
}
