import { type Actor, isDistrict } from "~/access/actor";

/** Only an administrator puts people into posts, takes them out and gives them passwords. */
export function mayAppoint(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}

/** What somebody wrote when leaving a post is read by the unit itself, a community's street and the district. */
export function mayReadHandover(
  actor: Pick<Actor, "role" | "unitId">,
  unit: { id: string; parentId: string | null },
): boolean {
  return isDistrict(actor) || actor.unitId === unit.id || actor.unitId === unit.parentId;
}
