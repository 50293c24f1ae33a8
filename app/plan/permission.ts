import type { Actor } from "~/access/actor";

/** What can be done about plans and the windows of their days. */
export type PlanVerb = "see" | "plan" | "moveWindow";

/** Plans are the office's; every official may read them. */
export function canPlan(actor: Pick<Actor, "role">, verb: PlanVerb): boolean {
  return verb === "see" || actor.role === "office";
}

/** The district office and the day's chair hold a day: its session, its minutes and the corrections to them. */
export function holdsDay(
  actor: Pick<Actor, "role" | "postId">,
  day: { chairPostId: string | null },
): boolean {
  return actor.role === "office" || actor.postId === day.chairPostId;
}
