import { eq } from "drizzle-orm";
import { kindOf } from "~/meeting/kind/kind";
import { meeting } from "~db/schema";
import type { Searchable } from "~db/search";

/** Finds a meeting that a unit called by its slug, title and place; a consultation day goes by its month. */
export const meetingSearch: Searchable = {
  kind: "meeting",
  async textOf(db, meetingId) {
    const [row] = await db.select().from(meeting).where(eq(meeting.id, meetingId));
    if (!row || kindOf(row).calledBy.length === 0) return null;
    return { text: [row.slug, row.title, row.place].join("\n") };
  },
};
