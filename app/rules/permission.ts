import type { Actor } from "~/access/actor";
import type { Role } from "~/access/role";

/** What can be done about the rules that days are held by. */
export type RulesVerb = "see" | "report" | "propose" | "adopt";

/** Who may adopt a version of the rules. */
export const adoptingRoles: readonly Role[] = ["leader", "admin"];

/**
 * Tells what an official may do about the rules: all may read them and say where one hurts, the office proposes the next
 * version, a leader or the administrator adopts it.
 */
export function canRules(actor: Pick<Actor, "role">, verb: RulesVerb): boolean {
  if (verb === "propose") return actor.role === "office";
  if (verb === "adopt") return adoptingRoles.includes(actor.role);
  return true;
}

/** A proposal is seen by the office; once it is proposed by those who may adopt it as well. */
export function canSeeProposal(actor: Pick<Actor, "role">, { state }: { state: string }): boolean {
  return canRules(actor, "propose") || (canRules(actor, "adopt") && state !== "draft");
}

/** Nobody adopts what they have proposed themselves, in whatever post. */
export function canAnswerProposal(
  actor: Pick<Actor, "role" | "personId">,
  proposal: { state: string; proposedByPersonId: string | null },
): boolean {
  return (
    canRules(actor, "adopt") &&
    proposal.state === "proposed" &&
    proposal.proposedByPersonId !== actor.personId
  );
}

/** What is said about a rule is seen by whoever said it, by the office and by those who may adopt a version. */
export function seesAllFeedback(actor: Pick<Actor, "role">): boolean {
  return canRules(actor, "propose") || canRules(actor, "adopt");
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
