import type { Actor } from "~/access/actor";

/** What can be done about plans, the windows of their days, and the rules they are held by. */
export type PlanVerb = "see" | "plan" | "moveWindow" | "seeRules" | "adoptRules";

/** Plans are the office's, rules the administrator's; every official may read both. */
export function canPlan(actor: Pick<Actor, "role">, verb: PlanVerb): boolean {
  if (verb === "see" || verb === "seeRules") return true;
  return actor.role === (verb === "adoptRules" ? "admin" : "office");
}
