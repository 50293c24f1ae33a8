import type { Actor } from "~/access/actor";

/** An earlier ledger is taken over, and given back, by the consultation office. */
export function mayTakeOver(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office";
}
