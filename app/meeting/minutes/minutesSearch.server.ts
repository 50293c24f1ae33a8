import { eq } from "drizzle-orm";
import { minutes } from "~db/schema";
import type { Searchable } from "~db/search";
import { notesOfMinutes } from "./changeNotes.server";
import { readPaper } from "./paper";
import { paperWords } from "./searchableWords";

/** Finds issued minutes by what their paper says and by the change notes under it. */
export const minutesSearch: Searchable = {
  kind: "minutes",
  async textOf(db, minutesId) {
    const [row] = await db
      .select({ json: minutes.canonicalJson })
      .from(minutes)
      .where(eq(minutes.id, minutesId));
    if (!row) return null;
    const paper = readPaper(row.json);
    const notes = await notesOfMinutes(db, minutesId);
    return { text: [paper ? paperWords(paper) : "", ...notes.map((note) => note.text)].join("\n") };
  },
};
