import { eq, inArray, or, sql } from "drizzle-orm";
import { publicationSearch } from "~/outcome/publishing/publicationSearch.server";
import { duplicateKeys } from "~/problem/import/duplicateKeys";
import { erasedKeyOf } from "~/problem/import/erasedKeys.server";
import { problemSearch } from "~/problem/insertProblem.server";
import { taskSearch } from "~/task/taskSearch.server";
import type { Queries } from "~db/connect";
import { erasedKey, importedRow, problem, resolution, task, topic } from "~db/schema";
import { indexSubject } from "~db/search";
import { homes, writeRow } from "./homes.server";
import type { ErasedPlace } from "./importedPlaces.server";

/** Writes what remains of every place, the rows of one thing at once. */
export async function writePlaces(tx: Queries, places: readonly ErasedPlace[]): Promise<void> {
  const rows = new Map<string, { home: string; id: string; texts: Record<string, string> }>();
  for (const { home, subjectId, field, becomes } of places) {
    const key = `${home} ${subjectId}`;
    const row = rows.get(key) ?? { home, id: subjectId, texts: {} };
    row.texts[field] = becomes;
    rows.set(key, row);
  }
  for (const { home, id, texts } of rows.values()) {
    const one = homes.find((candidate) => candidate.home === home);
    if (one) await writeRow(tx, one, { id, texts });
    else
      await tx
        .update(importedRow)
        .set({ ...texts, cellsKey: null })
        .where(eq(importedRow.id, id));
  }
}

/** Keeps by what problems are known again when their file is imported once more. Call it while their words stand. */
export async function keepKeys(tx: Queries, problemIds: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ problem, cellsKey: importedRow.cellsKey })
    .from(problem)
    .leftJoin(importedRow, eq(importedRow.id, problem.importedRowId))
    .where(inArray(problem.id, [...problemIds]));
  for (const row of rows) {
    const keys = [...duplicateKeys(row.problem).own, ...(row.cellsKey ? [`cells ${row.cellsKey}`] : [])];
    const values = keys.map((key) => ({ problemId: row.problem.id, key: erasedKeyOf(key) }));
    await tx.insert(erasedKey).values(values).onConflictDoNothing();
  }
}

/** Makes problems, tasks that were taken over and publications findable by what is left of their words, and by nothing else. */
export async function indexAgain(tx: Queries, places: readonly ErasedPlace[]): Promise<void> {
  const idsOf = (home: string) => [
    ...new Set(places.filter((place) => place.home === home).map(({ subjectId }) => subjectId)),
  ];
  for (const id of idsOf("problem")) {
    await indexSubject(tx, problemSearch, id);
    const version = sql`${problem.version} + 1`;
    await tx.update(problem).set({ version }).where(eq(problem.id, id));
  }
  for (const id of idsOf("publication")) await indexSubject(tx, publicationSearch, id);
  // Tasks are compared by their topic and its place.
  const tasks = await tx
    .select({ id: task.id })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(
      or(
        inArray(topic.id, idsOf("topic")),
        inArray(topic.problemId, idsOf("problem")),
        inArray(resolution.id, idsOf("resolution")),
      ),
    );
  for (const { id } of tasks) await indexSubject(tx, taskSearch, id);
}
