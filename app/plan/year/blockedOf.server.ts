import { gte } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { blockedDays } from "~db/schema";
import type { Blocked } from "./chairs";

/** The days from `day` on that leaders keep free, without why: that is theirs and the office's. */
export function blockedFrom(db: Queries, day: string): Promise<Blocked[]> {
  const { postId, fromDay, toDay } = blockedDays;
  return db.select({ postId, fromDay, toDay }).from(blockedDays).where(gte(toDay, day));
}
