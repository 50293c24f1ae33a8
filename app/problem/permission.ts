import { type Actor, isDistrict, seesLists } from "~/access/actor";

type Asking = Pick<Actor, "role" | "unitId" | "streetId">;

/** What can be done with a street's list as a whole. */
export type ListVerb = "see" | "propose" | "add" | "import" | "move" | "submit" | "return";

/**
 * Whether somebody may do `verb` with the list of `streetId`.
 * A community of the street proposes problems for it; what stands on it, ordering and sending it is the street's.
 */
export function canList(actor: Asking, verb: ListVerb, list: { streetId: string }): boolean {
  const own = actor.streetId === list.streetId;
  switch (verb) {
    case "see":
      return seesLists(actor, list);
    case "propose":
      return own && actor.role === "community";
    case "add":
    case "import":
    case "move":
    case "submit":
      return own && actor.role === "street";
    case "return":
      return actor.role === "office";
  }
}

/** Whether somebody may change a problem on its street's list, or take it off, while that list may change. */
export function canChangeProblem(actor: Asking, problem: { streetId: string }): boolean {
  return actor.role === "street" && actor.streetId === problem.streetId;
}

/** Whether somebody acts for the community that raised a problem. */
export function hasRaised(actor: Asking, problem: { streetId: string; communityId: string | null }): boolean {
  return (
    actor.role === "community" && actor.streetId === problem.streetId && problem.communityId === actor.unitId
  );
}

/** A community's proposal as far as rights depend on it. */
interface Proposal {
  streetId: string;
  communityId: string;
}

/** Whether somebody may see what became of a community's proposal, and why: that community and its street. */
export function canSeeProposal(actor: Asking, proposal: Proposal): boolean {
  return hasRaised(actor, proposal) || canAnswerProposal(actor, proposal);
}

/** Whether somebody may answer it. */
export function canAnswerProposal(actor: Asking, proposal: Pick<Proposal, "streetId">): boolean {
  return canList(actor, "add", proposal);
}

/** Whether somebody may see the lists of all streets side by side and decide about what stands on them. */
export function canScreen(actor: Pick<Actor, "role">, verb: "see" | "decide"): boolean {
  return verb === "see" ? isDistrict(actor) : actor.role === "office";
}

/**
 * Whether somebody may erase words about a problem that they may see: the district office, and the street as long as
 * nobody but itself has read them.
 */
export function canErase(
  actor: Pick<Asking, "role" | "streetId">,
  problem: { streetId: string; submittedAt: string | null },
): boolean {
  if (actor.role === "office") return true;
  return actor.role === "street" && actor.streetId === problem.streetId && problem.submittedAt === null;
}
