import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { holdingNow } from "~/access/holdingNow.server";
import { change } from "~/ledger/change.server";
import type { Handler } from "~/ledger/handler.server";
import { done } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { holding, post } from "~db/schema";
import { letDeputyStandIn } from "../letDeputyStandIn.server";
import { tellHeld } from "../tellHeld.server";

/** The posts in which there is nobody at an instant, not even somebody who stands in. */
export function vacantPosts(db: Queries, now: string) {
  const somebody = db
    .select({ one: sql`1` })
    .from(holding)
    .where(and(eq(holding.postId, post.id), holdingNow(now)));
  return db
    .select({ id: post.id })
    .from(post)
    .where(and(isNull(post.closedAt), notExists(somebody)));
}

/**
 * At the start of each working day: lets deputies stand in for posts that have fallen vacant, and tells the office, day
 * by day, of those that have nobody.
 */
export const vacancyHandler: Handler<{ day: string }> = {
  step: { kind: "unit.findVacant", payload: z.object({ day: z.string() }), subject: () => "" },
  async outside(_payload, { now }) {
    for (const { id: postId } of await read((db) => vacantPosts(db, now))) await tend(postId, now);
  },
};

async function tend(postId: string, now: string): Promise<void> {
  const result = await change(null, now, async (tx, book) => {
    const deputy = await letDeputyStandIn(tx, book, { postId, now });
    if (!deputy) await book({ verb: "unit.findVacant", subject: { kind: "post", id: postId }, told: true });
    return done(deputy);
  });
  if (result.ok && result.value) await tellHeld([result.value], { now });
}
