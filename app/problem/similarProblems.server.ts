import { and, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { problem } from "~db/schema";
import { nearestByWords, wordsOf } from "~db/search";
import type { ProblemRow } from "./insertProblem.server";
import { commonWords, likeness, tellingWords, worthShowing } from "./likeness";
import { visibleProblems } from "./scope.server";

/** A problem that is like another one, with the words they share. */
export interface SimilarProblem {
  problem: ProblemRow;
  likeness: number;
  common: string[];
}

const compared = (row: ProblemRow) =>
  withoutErased(`${row.title} ${row.place} ${row.summary} ${row.originalWording}`);

/** The problems most like `row` among those the reader may see, of any day, nearest first. */
export async function similarProblems(
  db: Queries,
  actor: Actor,
  row: ProblemRow,
  limit = 6,
): Promise<SimilarProblem[]> {
  const near = await nearestByWords(db, "problem", compared(row), 40);
  if (near.length === 0) return [];
  const rows = await db
    .select()
    .from(problem)
    .where(and(inArray(problem.id, near), ne(problem.id, row.id), visibleProblems(db, actor)));
  const own = await toCompare(db, row);
  const found: SimilarProblem[] = [];
  for (const other of rows) {
    const theirs = await toCompare(db, other);
    const alike = likeness(own, theirs);
    if (alike >= worthShowing)
      found.push({ problem: other, likeness: alike, common: commonWords(own.words, theirs.words) });
  }
  return found.sort((a, b) => b.likeness - a.likeness).slice(0, limit);
}

async function toCompare(db: Queries, row: ProblemRow) {
  const words = tellingWords(await wordsOf(db, compared(row)));
  return { words, problemClass: row.problemClass, place: withoutErased(row.place).trim() };
}
