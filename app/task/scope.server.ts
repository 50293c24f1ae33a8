import { eq, like, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { resolution, task } from "~db/schema";
import { type TaskTie, taskTies } from "./permission";

/**
 * The tasks somebody sees, as a WHERE over `task` joined with its `resolution`; undefined for all. The rule is
 * that of `taskTies`.
 */
export function taskScope(actor: Pick<Actor, "role" | "unitId" | "streetId">): SQL | undefined {
  const ties = taskTies(actor);
  return ties === "all" ? undefined : (or(...ties.map(conditionOf)) ?? sql`false`);
}

function conditionOf({ by, unitId }: TaskTie): SQL {
  // A JSON array of identifiers: quotes make it a whole one.
  if (by === "assisting") return like(resolution.assistingUnitIds, `%"${unitId}"%`);
  return eq(by === "street" ? task.streetId : task.leadUnitId, unitId);
}
