import type { Actor } from "~/access/actor";

/** What can be done about plans and the windows of their days. */
export type PlanVerb = "see" | "plan" | "moveWindow";

/** Plans are the office's; every official may read them. */
export function canPlan(actor: Pick<Actor, "role">, verb: PlanVerb): boolean {
  return verb === "see" || actor.role === "office";
}

/** An earlier ledger is taken over, and given back, by the consultation office. */
export function mayTakeOver(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office";
}
