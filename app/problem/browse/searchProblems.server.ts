import { and, desc, eq, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { visibleProblems } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { problem } from "~db/schema";
import { matchesWords } from "~db/search";

/** Finds problems that hold all words or have this number, as far as the reader may see them, newest first. */
export async function searchProblems(db: Queries, reader: Actor, words: string, most: number) {
  const matching = await matchesWords(db, "problem", problem.id, words);
  const numbered = eq(problem.number, words.toUpperCase());
  return db
    .select({ number: problem.number, title: problem.title, place: problem.place })
    .from(problem)
    .where(and(visibleProblems(db, reader), matching ? or(matching, numbered) : numbered))
    .orderBy(desc(problem.id))
    .limit(most);
}
