import { and, asc, eq, gte, inArray, notInArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { isBlocked } from "~/plan/year/chairs";
import { selectDays } from "~/problem/consultationDay.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { read } from "~db/read";
import { blockedDays, meeting, post } from "~db/schema";
import { canBlock, seesBlocked } from "./permission";

/** An entry with whose it is. */
export interface BlockedRow {
  id: string;
  chair: PostHeld;
  fromDay: string;
  toDay: string;
  reason: string;
  /** Consultation days that they are to chair then. */
  months: string[];
}

/** The page of the days that leaders keep free. */
export interface BlockedPage {
  now: string;
  rows: BlockedRow[];
  /** For whom days can be entered. */
  posts: PostHeld[];
}

/** Days from today on that leaders keep free: all of them for the office, a leader's own. Refuses with `notFound`. */
export async function showBlocked(actor: Actor, now: string): Promise<Result<BlockedPage>> {
  if (!seesBlocked(actor)) return refuse("notFound");
  const today = dayOf(now);
  return read(async (db) => {
    const posts = (await postsHeld(db, now, eq(post.role, "leader"))).filter(({ id }) => canBlock(actor, id));
    const ids = posts.map(({ id }) => id);
    const found = await db
      .select()
      .from(blockedDays)
      .where(and(gte(blockedDays.toDay, today), inArray(blockedDays.postId, ids)))
      .orderBy(asc(blockedDays.fromDay));
    const ahead = await selectDays(db).where(
      and(gte(meeting.date, today), notInArray(meeting.stage, ["cancelled"])),
    );
    const rows = found.map((row) => ({
      ...{ id: row.id, fromDay: row.fromDay, toDay: row.toDay, reason: row.reason },
      chair: posts.find(({ id }) => id === row.postId)!,
      months: ahead
        .filter((day) => day.chairPostId === row.postId && isBlocked([row], row.postId, day.date))
        .map(({ month }) => month),
    }));
    return done({ now, rows, posts });
  });
}
