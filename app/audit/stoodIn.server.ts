import { and, eq, inArray } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import type { Queries } from "~db/connect";
import { holding } from "~db/schema";

/** Who did something, as the ledger keeps it. */
interface Doing {
  personId: string | null;
  postId: string | null;
  at: string;
}

/** Tells of what was done whether whoever did it stood in for the holder of that post. */
export async function stoodIn(db: Queries, doings: readonly Doing[]): Promise<(doing: Doing) => boolean> {
  const posts = [...new Set(doings.flatMap(({ postId }) => postId ?? []))];
  const held = await db
    .select()
    .from(holding)
    .where(and(inArray(holding.postId, posts), eq(holding.capacity, "substitute")));
  return ({ personId, postId, at }) => {
    const day = dayOf(at);
    return held.some(
      (one) =>
        one.personId === personId &&
        one.postId === postId &&
        one.fromDay <= day &&
        (one.toDay === null || one.toDay >= day) &&
        (one.leftAt === null || one.leftAt > at),
    );
  };
}
