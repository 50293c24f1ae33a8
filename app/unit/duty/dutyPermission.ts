import type { Actor } from "~/access/actor";

/** The duty lists are kept by the office; everybody signed in reads them. */
export function mayChangeDuties(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office";
}
