import { and, eq, inArray } from "drizzle-orm";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { cleanText } from "~/value/cleanText";
import { erasedMark } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { holdsAny } from "~db/passage";
import { importedRow, problem, resolution, takenOverRow, task, topic, withheldProblem } from "~db/schema";
import type { ErasureChoice } from "./erasureForm";
import { type Around, homes, rowsOf } from "./homes.server";
import { type ErasedPlace, importedPlaces } from "./importedPlaces.server";
import { remainingPlaces } from "./remaining.server";
import type { Remaining } from "./remains";
import { erasedFrom, fragmentsOf, replaced, type WordsToErase } from "./wording";

/** What an erasure will change, and where the words will stand nevertheless. */
export interface ErasurePlan {
  places: ErasedPlace[];
  remains: Remaining[];
  fragments: string[];
  around: Around;
}

/** Finds everything that an erasure of words about a problem reaches. */
export async function planErasure(
  db: Queries,
  row: ProblemRow,
  choice: Pick<ErasureChoice, "fields" | "cells" | "passages">,
): Promise<ErasurePlan> {
  const words = await wordsToErase(db, row, choice);
  const fragments = fragmentsOf(words);
  const copies = await withheldCopies(db, row, fragments);
  const around = await thingsAround(db, [row.id, ...copies.map(({ id }) => id)], fragments);
  const rowIds = copies.flatMap(({ rowId }) => rowId ?? []);
  const { importedRowId: ownRowId, streetId } = row;
  const imported = await importedPlaces(db, { ownRowId, rowIds, streetId, cells: choice.cells }, words);
  const places = [...imported, ...(await placesInHomes(db, around, words, fragments))];
  return {
    places: places.filter(({ text, becomes }) => text !== becomes),
    remains: await remainingPlaces(db, row, around, fragments),
    fragments,
    around,
  };
}

/** What goes: the chosen fields and cells as they are now, as wholes, and the passages. */
async function wordsToErase(
  db: Queries,
  row: ProblemRow,
  { fields, cells, passages }: Pick<ErasureChoice, "fields" | "cells" | "passages">,
): Promise<WordsToErase> {
  const read = cells.length > 0 ? await cellsOf(db, row.importedRowId) : [];
  const texts = [...fields.map((field) => row[field] ?? ""), ...cells.map((at) => read[at]?.[1] ?? "")];
  const wholes = texts
    .map((text) => cleanText(text).trim())
    .filter((text) => text !== "" && text !== erasedMark);
  return { wholes: [...new Set(wholes)], passages };
}

/** The cells of an imported row, in their order. */
export async function cellsOf(db: Queries, rowId: string | null): Promise<[string, string][]> {
  if (!rowId) return [];
  const [row] = await db
    .select({ cells: importedRow.cells })
    .from(importedRow)
    .where(eq(importedRow.id, rowId));
  return row ? Object.entries(JSON.parse(row.cells) as Record<string, string>) : [];
}

/** The same words in problems of imports that were undone or given up: nobody sees them, and nobody would find them. */
async function withheldCopies(db: Queries, row: ProblemRow, fragments: readonly string[]) {
  return db
    .select({ id: problem.id, rowId: problem.importedRowId })
    .from(problem)
    .innerJoin(withheldProblem, eq(withheldProblem.problemId, problem.id))
    .innerJoin(importedRow, eq(importedRow.id, problem.importedRowId))
    .where(and(eq(problem.streetId, row.streetId), holdsAny(importedRow.cells, fragments)));
}

async function thingsAround(db: Queries, problems: string[], fragments: readonly string[]): Promise<Around> {
  const topics = await db.select({ id: topic.id }).from(topic).where(inArray(topic.problemId, problems));
  const topicIds = [...topics.map(({ id }) => id), ...(await topicsTakenOver(db, fragments))];
  const tasks = await db
    .select({ id: task.id })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(inArray(resolution.topicId, topicIds));
  return { problems, topics: topicIds, tasks: tasks.map(({ id }) => id) };
}

/** What an earlier ledger says belongs to no problem: its rows are looked through for the words themselves. */
async function topicsTakenOver(db: Queries, fragments: readonly string[]): Promise<string[]> {
  if (fragments.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: resolution.topicId })
    .from(takenOverRow)
    .innerJoin(task, eq(task.id, takenOverRow.taskId))
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .where(holdsAny(takenOverRow.cells, fragments));
  return rows.map(({ id }) => id);
}

async function placesInHomes(
  db: Queries,
  around: Around,
  words: WordsToErase,
  fragments: readonly string[],
): Promise<ErasedPlace[]> {
  const places: ErasedPlace[] = [];
  for (const one of homes) {
    const after = (text: string) => (one.of ? erasedFrom(text, words) : replaced(text, fragments));
    for (const { id, texts } of await rowsOf(db, one, around, fragments))
      for (const [field, text] of Object.entries(texts))
        if (text) places.push({ home: one.home, subjectId: id, field, text, becomes: after(text) });
  }
  return places;
}
