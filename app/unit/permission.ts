import { type Actor, isDistrict, seesContents } from "~/access/actor";

/** Only an administrator sees accounts, invites people, puts them into posts and takes them out. */
export function mayAppoint(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}

/** The register of units is kept by the administrator and the consultation office. */
export function mayKeepUnits(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin" || actor.role === "office";
}

/** What somebody wrote when leaving a post is read by the unit itself, a community's street and the district. */
export function mayReadHandover(
  actor: Pick<Actor, "role" | "unitId">,
  unit: { id: string; parentId: string | null },
): boolean {
  if (!seesContents(actor)) return false;
  return isDistrict(actor) || actor.unitId === unit.id || actor.unitId === unit.parentId;
}

/** A street's sketch is arranged by the street itself and by those who keep the register. */
export function mayArrangeSketch(actor: Pick<Actor, "role" | "unitId">, street: { id: string }): boolean {
  return mayKeepUnits(actor) || (actor.role === "street" && actor.unitId === street.id);
}
