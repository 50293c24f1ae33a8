import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Matter, type SharedConcept, sharedConcepts } from "~/likeness/terms";
import { taskScope } from "~/task/scope.server";
import { isOpen, openTaskStates, type TaskState } from "~/task/taskState";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import type { Compared } from "~db/database";
import { nearest } from "~db/likeness";
import { resolution, task, topic } from "~db/schema";
import { comparedTerms } from "~db/search";
import { foldForSearch } from "~db/searchFold";
import type { ProblemRow } from "./insertProblem.server";
import { worthShowing } from "./likeness";
import { comparedText, isWord } from "./similarProblems.server";

/** A task whose matter is like another, with what they share. */
export interface SimilarTask {
  number: string;
  title: string;
  text: string;
  state: TaskState;
  dueDate: string;
  leadUnitId: string;
  likeness: number;
  common: string[];
  concepts: SharedConcept[];
}

/** From this likeness on, from 0 to 1, what is being written may repeat a task. */
const likelyRepeated = 0.3;

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
  const found = await tasksNear(db, actor, {
    to: { kind: "problem", subjectId: row.id },
    text: comparedText(row),
    // Those that came of it stand in its trace.
    among: or(isNull(topic.problemId), ne(topic.problemId, row.id)),
  });
  return found
    .sort((a, b) => Number(isOpen(b.state)) - Number(isOpen(a.state)) || b.likeness - a.likeness)
    .slice(0, limit);
}

/**
 * The open tasks most like what is being written on a topic, among those the reader may see, nearest first; what the
 * topic itself has led to is left out.
 */
export async function openTasksLike(
  db: Queries,
  actor: Actor,
  matter: Matter & { topicId: string },
  limit = 2,
): Promise<SimilarTask[]> {
  const found = await tasksNear(db, actor, {
    to: { terms: await comparedTerms(db, matter) },
    text: foldForSearch(withoutErased(`${matter.title} ${matter.text}`)),
    among: and(ne(resolution.topicId, matter.topicId), inArray(task.state, [...openTaskStates])),
  });
  return found.filter(({ likeness }) => likeness >= likelyRepeated).slice(0, limit);
}

/** What tasks are compared with. */
interface Asked {
  to: Compared;
  /** The words of it, as they are searched. */
  text: string;
  /** Which tasks are looked at, over those of the reader. */
  among: SQL | undefined;
}

async function tasksNear(db: Queries, actor: Actor, { to, text, among }: Asked): Promise<SimilarTask[]> {
  const which = and(among, taskScope(actor));
  const near = await nearest({
    ...{ kind: "task", to, limit: lookedAt, atLeast: worthShowing },
    among: (candidates) =>
      db
        .select({ id: task.id })
        .from(task)
        .innerJoin(resolution, eq(resolution.id, task.resolutionId))
        .innerJoin(topic, eq(topic.id, resolution.topicId))
        .where(and(inArray(task.id, candidates), which)),
  });
  const ids = near.map(({ subjectId }) => subjectId);
  const rows = await selectTasks(db, and(inArray(task.id, ids), which));
  return near.flatMap(({ subjectId, likeness, common }) => {
    const about = rows.find(({ id }) => id === subjectId);
    if (!about) return [];
    const { id: _, ...shown } = about;
    const other = foldForSearch(withoutErased(`${shown.title} ${shown.text}`));
    const shared = { common: common.filter(isWord), concepts: sharedConcepts({ one: text, other }, common) };
    return [{ ...shown, likeness, ...shared }];
  });
}

function selectTasks(db: Queries, which: SQL | undefined) {
  return db
    .select({
      id: task.id,
      number: task.number,
      title: topic.title,
      text: resolution.text,
      state: task.state,
      dueDate: task.dueDate,
      leadUnitId: task.leadUnitId,
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(which);
}
