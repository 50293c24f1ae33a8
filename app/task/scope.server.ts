import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { QueryBuilder } from "~db/alias";
import { resolutionAssistingUnit, task, taskWitness, unit } from "~db/schema";
import { type TaskTie, taskTies } from "./permission";

/**
 * The tasks somebody sees, as a WHERE over `task`; undefined for all. The rule is
 * that of `taskTies`.
 */
export function taskScope(actor: Pick<Actor, "personId" | "role" | "unitId" | "streetId">): SQL | undefined {
  const ties = taskTies(actor);
  return ties === "all" ? undefined : (or(...ties.map(conditionOf)) ?? sql`false`);
}

function conditionOf(tie: TaskTie): SQL {
  if (tie.by === "witness") return inArray(task.id, witnessedBy(tie.personId));
  const { by, unitId } = tie;
  if (by === "assisting") return inArray(task.resolutionId, assistedBy(unitId));
  return inArray(by === "street" ? task.streetId : task.leadUnitId, unitAndMerged(unitId));
}

// A query inside a query names no connection of its own.
function assistedBy(unitId: string) {
  return new QueryBuilder()
    .select({ id: resolutionAssistingUnit.resolutionId })
    .from(resolutionAssistingUnit)
    .where(inArray(resolutionAssistingUnit.unitId, unitAndMerged(unitId)));
}

/** The unit and those merged into it: what these ended, or what names them for good, is read by whoever took over. */
function unitAndMerged(unitId: string) {
  return new QueryBuilder()
    .select({ id: unit.id })
    .from(unit)
    .where(or(eq(unit.id, unitId), eq(unit.mergedInto, unitId)));
}

function witnessedBy(personId: string) {
  return new QueryBuilder()
    .select({ id: taskWitness.taskId })
    .from(taskWitness)
    .where(eq(taskWitness.personId, personId));
}
