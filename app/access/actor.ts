import type { Role } from "./role";

/** Who asks: a person in the post they act in now. Everything a permission may look at. */
export interface Actor {
  personId: string;
  /** What they sign in as. */
  account: string;
  name: string;
  postId: string;
  postTitle: { zh: string; en: string };
  role: Role;
  unitId: string;
  unitName: { zh: string; en: string };
  /** The street whose things are one's own: of a street its own id, of a community its parent's. */
  streetId: string | null;
  /** They stand in for whoever holds the post. */
  standsIn?: true;
  /** The sign-in this request came with. */
  signInId: string;
  /** The form that this request brought, where it is carried out once. */
  submission?: string;
}

/** The district's own staff: sees every street. */
export function isDistrict(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office" || actor.role === "leader";
}

/** What stands on a street's lists is seen by the street with its communities, and by the district. */
export function seesLists(
  actor: Pick<Actor, "role" | "streetId">,
  { streetId }: { streetId: string },
): boolean {
  return actor.streetId === streetId || isDistrict(actor);
}

/** How far a meeting is public is seen by those who are at it or lead it; nobody else has anything to do with it. */
export function seesPublishing(actor: Pick<Actor, "role">): boolean {
  return seesContents(actor) && actor.role !== "community";
}

/** The administrator looks after accounts, posts and rules, and reads nothing of what is worked on with them. */
export function seesContents(actor: Pick<Actor, "role">): boolean {
  return actor.role !== "admin";
}
