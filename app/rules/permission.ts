import type { Actor } from "~/access/actor";

/** What can be done about the rules that days are held by. */
export type RulesVerb = "see" | "adopt";

/** Tells whether an official may see or adopt rules: all may read them, the administrator adopts. */
export function canRules(actor: Pick<Actor, "role">, verb: RulesVerb): boolean {
  return verb === "see" || actor.role === "admin";
}

/** Who a request for a deviation is between. */
export interface AskedDeviation {
  askedByPersonId: string;
  approverPersonId: string;
  approverPostId: string;
}

type Person = Pick<Actor, "personId" | "postId" | "role">;

/** A request is seen by whoever asked, by whoever was named, and by the office, which holds the plan. */
export function canSeeDeviation(actor: Person, request: AskedDeviation): boolean {
  const { personId } = actor;
  return (
    personId === request.askedByPersonId || personId === request.approverPersonId || actor.role === "office"
  );
}

/** Only the person who was named answers, in the post for which they were, and never who asked. */
export function canAnswerDeviation(actor: Person, request: AskedDeviation): boolean {
  return (
    actor.personId === request.approverPersonId &&
    actor.postId === request.approverPostId &&
    actor.personId !== request.askedByPersonId
  );
}
