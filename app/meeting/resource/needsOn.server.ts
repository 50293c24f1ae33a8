import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { newNeedAddress } from "~/address/resources";
import { read } from "~db/read";
import { problem, resolution, resourceNeed, task, topic } from "~db/schema";
import { needsWhere } from "./findNeed.server";
import { canTendNeed, takesNeeds } from "./need";
import type { ShownNeed } from "./shownResource";

/** What a problem or task needs, and where its unit says that it needs more; null for everybody else. */
export interface NeedsBeside {
  needs: ShownNeed[];
  add: string | null;
}

/** What a problem that the reader sees needs. */
export async function needsOfProblem(actor: Actor, problemId: string): Promise<NeedsBeside> {
  return read(async (db) => {
    const [row] = await db.select().from(problem).where(eq(problem.id, problemId));
    const needs = await needsWhere(db, actor, eq(resourceNeed.problemId, problemId));
    const own = row && canTendNeed(actor, { ownerUnitId: row.streetId });
    return { needs, add: own ? newNeedAddress({ problem: row.number }) : null };
  });
}

/** What a task that the reader sees needs: itself, since its resolution was drafted, and as the problem that it comes of. */
export async function needsOfTask(actor: Actor, number: string): Promise<NeedsBeside> {
  return read(async (db) => {
    const [row] = await db
      .select({ task, problemId: topic.problemId })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .innerJoin(topic, eq(topic.id, resolution.topicId))
      .where(eq(task.number, number));
    if (!row) return { needs: [], add: null };
    const needs = await needsWhere(db, actor, concerning(row.task, row.problemId));
    const own = takesNeeds(row.task) && canTendNeed(actor, { ownerUnitId: row.task.leadUnitId });
    return { needs, add: own ? newNeedAddress({ task: number }) : null };
  });
}

function concerning({ id, resolutionId }: typeof task.$inferSelect, problemId: string | null): SQL {
  const ofProblem = problemId
    ? and(isNull(resourceNeed.topicId), eq(resourceNeed.problemId, problemId))
    : undefined;
  return or(eq(resourceNeed.taskId, id), eq(resourceNeed.resolutionId, resolutionId), ofProblem)!;
}
