import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { type SharedConcept, sharedConcepts } from "~/likeness/terms";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { nearest } from "~db/likeness";
import { meeting, problem, topic } from "~db/schema";
import { foldForSearch } from "~db/searchFold";
import type { ProblemRow } from "./insertProblem.server";
import { worthShowing } from "./likeness";
import { visibleProblems } from "./scope.server";

/** A problem that is like another one, with what they share and the meetings that dealt with it. */
export interface SimilarProblem {
  problem: ProblemRow;
  likeness: number;
  /** Words of both. */
  common: string[];
  /** Words of the same concept, its own first. */
  concepts: SharedConcept[];
  topics: { meeting: { slug: string; title: string; date: string }; outcome: TopicRow["outcome"] }[];
}

type TopicRow = typeof topic.$inferSelect;

/** What is compared of a problem, as it is searched. */
export function comparedText(row: ProblemRow): string {
  return foldForSearch(withoutErased(`${row.title} ${row.summary} ${row.originalWording}`));
}

/** The problems most like `row` among those the reader may see, of any day, nearest first. */
export async function similarProblems(
  db: Queries,
  actor: Actor,
  row: ProblemRow,
  limit = 6,
): Promise<SimilarProblem[]> {
  const near = await nearest({
    kind: "problem",
    to: { kind: "problem", subjectId: row.id },
    limit,
    atLeast: worthShowing,
    among: (candidates) =>
      db
        .select({ id: problem.id })
        .from(problem)
        .where(and(inArray(problem.id, candidates), visibleProblems(db, actor))),
  });
  const ids = near.map(({ subjectId }) => subjectId);
  // Asked again: between the two looks somebody may have taken one back.
  const rows = await db
    .select()
    .from(problem)
    .where(and(inArray(problem.id, ids), visibleProblems(db, actor)));
  const topics = await topicsOfProblems(db, actor, ids);
  const one = comparedText(row);
  return near.flatMap(({ subjectId, likeness, common }) => {
    const found = rows.find(({ id }) => id === subjectId);
    if (!found) return [];
    return [
      {
        problem: found,
        likeness,
        common: common.filter(isWord),
        concepts: sharedConcepts({ one, other: comparedText(found) }, common),
        topics: topics.get(subjectId) ?? [],
      },
    ];
  });
}

/** Whether a shared term is a word; see `termSigns`. */
export function isWord(term: string): boolean {
  return /^[\p{L}\p{N}]/u.test(term);
}

/** The meetings on whose agendas problems stood, the latest first, as far as they are known to the reader. */
async function topicsOfProblems(db: Queries, actor: Actor, ids: string[]) {
  const rows = await db
    .select({
      problemId: topic.problemId,
      meeting: { slug: meeting.slug, title: meeting.title, date: meeting.date },
      outcome: topic.outcome,
    })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(
      and(
        inArray(topic.problemId, ids),
        isNull(topic.withdrawnAt),
        isDistrict(actor) ? undefined : isNotNull(meeting.agendaPublishedAt),
      ),
    )
    .orderBy(desc(meeting.date));
  const byProblem = new Map<string, SimilarProblem["topics"]>();
  for (const { problemId, ...one } of rows)
    byProblem.set(problemId!, [...(byProblem.get(problemId!) ?? []), one]);
  return byProblem;
}
