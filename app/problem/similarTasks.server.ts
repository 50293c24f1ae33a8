import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type SharedConcept, sharedConcepts } from "~/likeness/terms";
import { taskScope } from "~/task/scope.server";
import { isOpen, type TaskState } from "~/task/taskState";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { nearest } from "~db/likeness";
import { resolution, task, topic } from "~db/schema";
import { foldForSearch } from "~db/searchFold";
import type { ProblemRow } from "./insertProblem.server";
import { worthShowing } from "./likeness";
import { comparedText, isWord } from "./similarProblems.server";

/** A task whose matter is like a problem, with what they share. */
export interface SimilarTask {
  number: string;
  title: string;
  text: string;
  state: TaskState;
  dueDate: string;
  likeness: number;
  common: string[];
  concepts: SharedConcept[];
}

// Open ones come first, also where others are nearer.
const lookedAt = 12;

/**
 * The tasks most like a problem among those the reader may see, save those that came of it itself: what is still open
 * first, then the nearest.
 */
export async function similarTasks(
  db: Queries,
  actor: Actor,
  row: ProblemRow,
  limit = 4,
): Promise<SimilarTask[]> {
  const near = await nearest({
    kind: "task",
    to: { kind: "problem", subjectId: row.id },
    limit: lookedAt,
    atLeast: worthShowing,
    among: (candidates) =>
      db
        .select({ id: task.id })
        .from(task)
        .innerJoin(resolution, eq(resolution.id, task.resolutionId))
        .innerJoin(topic, eq(topic.id, resolution.topicId))
        .where(and(inArray(task.id, candidates), ofOthers(row), taskScope(actor))),
  });
  const rows = await selectTasks(
    db,
    actor,
    row,
    near.map(({ subjectId }) => subjectId),
  );
  const one = comparedText(row);
  const found = near.flatMap(({ subjectId, likeness, common }) => {
    const about = rows.find(({ id }) => id === subjectId);
    if (!about) return [];
    const { id: _, ...shown } = about;
    const other = foldForSearch(withoutErased(`${shown.title} ${shown.text}`));
    const shared = { common: common.filter(isWord), concepts: sharedConcepts({ one, other }, common) };
    return [{ ...shown, likeness, ...shared }];
  });
  return found
    .sort((a, b) => Number(isOpen(b.state)) - Number(isOpen(a.state)) || b.likeness - a.likeness)
    .slice(0, limit);
}

/** Keeps tasks that did not come of this problem; those stand in its trace. */
function ofOthers(row: ProblemRow) {
  return or(isNull(topic.problemId), ne(topic.problemId, row.id));
}

function selectTasks(db: Queries, actor: Actor, row: ProblemRow, ids: string[]) {
  return db
    .select({
      id: task.id,
      number: task.number,
      title: topic.title,
      text: resolution.text,
      state: task.state,
      dueDate: task.dueDate,
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(and(inArray(task.id, ids), ofOthers(row), taskScope(actor)));
}
