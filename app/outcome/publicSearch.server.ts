import {
  type AnyColumn,
  and,
  eq,
  exists,
  inArray,
  isNull,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import {
  leftOut,
  minutes,
  problem,
  publication,
  publicTopic,
  resolution,
  task,
  topic,
  unit,
} from "~db/schema";
import { columnHoldsWord, holdsWord, wordsOf } from "~db/search";
import { loadDecisions } from "./decisions.server";
import { partlyShown } from "./partlyShown.server";
import type { PublicDecision } from "./published";
import { searchWords } from "./searchWords";

const adopting = alias(minutes, "adopting_minutes");

/** Most matters that one search shows. */
export const mostFound = 20;

/** What a search found: published matters alone. */
export interface PublicSearchResult {
  words: string[];
  found: PublicDecision[];
  /** There is more than is shown. */
  more: boolean;
}

/**
 * Matters in which every word occurs in what is published, as it is shown: number, title, words for residents,
 * outcome, or the names of the street and the lead unit. It does not use the search of the work side, whose index also holds
 * what is not public: even a hit without a text would tell of it. A district decides about a hundred matters
 * a year, so reading them is cheap.
 */
export async function publicSearch(typed: string, now: string): Promise<PublicSearchResult> {
  return read(async (db) => {
    const words = await takenApart(db, searchWords(typed));
    if (words.length === 0) return { words, found: [], more: false };
    const partly = await partlyShown(db);
    const occurs = words.map((word) => wordOccurs(db, word, partly.filter(holding(word)).map(idOf)));
    const found = await loadDecisions(db, and(...occurs), now);
    return { words, found: found.slice(0, mostFound), more: found.length > mostFound };
  });
}

/** Chinese is typed without blanks: "五角场积水" asks for both words. A number stays whole. */
async function takenApart(db: Queries, typed: readonly string[]): Promise<string[]> {
  const words = await Promise.all(
    typed.map((word) => (/\p{Script=Han}/u.test(word) ? wordsOf(db, word) : [word])),
  );
  const all = [...new Set(words.flat())];
  const telling = all.filter((word) => word.length > 1);
  return telling.length > 0 ? telling : all;
}

const holding = (word: string) => (text: { shown: string }) => holdsWord(text.shown, word);
const idOf = ({ subjectId }: { subjectId: string }) => subjectId;

/**
 * Where one word occurs in what residents read.
 * @param partlyShown ids of the texts with something left out in whose rest it occurs
 */
function wordOccurs(db: Queries, word: string, partlyShown: string[]): SQL | undefined {
  const holds = (column: unknown) => columnHoldsWord(column, word);
  const inText = (column: AnyColumn, id: AnyColumn) =>
    or(and(holds(column), isWhole(db, id)), inArray(id, partlyShown));
  const inName = (id: unknown) =>
    exists(
      db
        .select({ id: unit.id })
        .from(unit)
        .where(and(sql`${unit.id} = ${id}`, or(holds(unit.nameZh), holds(unit.nameEn)))),
    );
  const inPromise = exists(
    db
      .select({ id: resolution.id })
      .from(resolution)
      .innerJoin(adopting, eq(adopting.id, resolution.minutesId))
      .leftJoin(task, eq(task.resolutionId, resolution.id))
      .leftJoin(publication, and(eq(publication.taskId, task.id), isNull(publication.withdrawnAt)))
      .where(
        and(
          eq(resolution.topicId, topic.id),
          lte(adopting.epoch, publicTopic.seenEpoch),
          or(
            inText(resolution.residentText, resolution.id),
            inText(publication.text, publication.id),
            inName(resolution.leadUnitId),
          ),
        ),
      ),
  );
  return or(inText(publicTopic.title, topic.id), holds(problem.number), inName(problem.streetId), inPromise);
}

/** Nothing is left out of the text of this subject. */
function isWhole(db: Queries, id: AnyColumn): SQL {
  const left = db
    .select({ id: leftOut.id })
    .from(leftOut)
    .where(and(eq(leftOut.subjectId, id), isNull(leftOut.endedAt)));
  return notExists(left);
}
