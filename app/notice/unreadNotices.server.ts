import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { read } from "~db/read";
import { noticeCount } from "~db/schema";
import { readersMeant } from "./notice";

/** How many notices somebody has not read: those of the post they act in, and their own. Costs two rows. */
export async function unreadNotices(actor: Actor): Promise<number> {
  const rows = await read((db) =>
    db
      .select()
      .from(noticeCount)
      .where(inArray(noticeCount.readerId, readersMeant(actor))),
  );
  return rows.reduce((sum, { unread }) => sum + unread, 0);
}
