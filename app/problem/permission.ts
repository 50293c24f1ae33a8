import { type Actor, isDistrict } from "~/access/actor";

type Asking = Pick<Actor, "role" | "unitId" | "streetId">;

/** What can be done with a street's list as a whole. */
export type ListVerb = "see" | "add" | "import" | "move" | "submit" | "return";

/**
 * Whether somebody may do `verb` with the list of `streetId`.
 * A community of the street may raise problems on it; ordering and sending it is the street's.
 */
export function canList(actor: Asking, verb: ListVerb, list: { streetId: string }): boolean {
  const own = actor.streetId === list.streetId;
  switch (verb) {
    case "see":
      return own || isDistrict(actor);
    case "add":
      return own && (actor.role === "street" || actor.role === "community");
    case "import":
    case "move":
    case "submit":
      return own && actor.role === "street";
    case "return":
      return actor.role === "office";
  }
}

/** Whether somebody may change a problem, or take it off its street's list, while that list may change. */
export function canChangeProblem(
  actor: Asking,
  problem: { streetId: string; communityId: string | null },
): boolean {
  if (actor.streetId !== problem.streetId) return false;
  if (actor.role === "street") return true;
  return actor.role === "community" && problem.communityId === actor.unitId;
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
