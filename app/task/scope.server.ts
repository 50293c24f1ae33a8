import { eq, like, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { isDistrict } from "~/access/actor";
import { resolution, task } from "~db/schema";

/**
 * The tasks somebody sees, as a WHERE over `task` joined with its `resolution`; undefined for all. The same
 * rule as `canSeeTask`.
 */
export function taskScope(actor: Pick<Actor, "role" | "unitId" | "streetId">): SQL | undefined {
  if (isDistrict(actor)) return undefined;
  if (actor.role === "community") return eq(task.streetId, actor.streetId ?? "");
  return or(
    actor.streetId ? eq(task.streetId, actor.streetId) : undefined,
    eq(task.leadUnitId, actor.unitId),
    // A JSON array of identifiers: quotes make it a whole one.
    like(resolution.assistingUnitIds, `%"${actor.unitId}"%`),
  );
}
