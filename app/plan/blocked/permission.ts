import type { Actor } from "~/access/actor";
import { canPlan } from "~/plan/permission";

/** Days that a leader keeps free are entered, and read with their reason, by the office and by whoever holds the post. */
export function canBlock(actor: Pick<Actor, "role" | "postId">, postId: string): boolean {
  return canPlan(actor, "plan") || (actor.role === "leader" && actor.postId === postId);
}

/** Whether somebody has any such days to enter or read. */
export function seesBlocked(actor: Pick<Actor, "role">): boolean {
  return canPlan(actor, "plan") || actor.role === "leader";
}
