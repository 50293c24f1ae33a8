import { type Actor, isDistrict } from "~/access/actor";

/**
 * The ledger is read by the district's own staff; a street reads of what is its own: its drafts, and the meetings that
 * it calls.
 */
export function mayReadLedger(actor: Pick<Actor, "role">): boolean {
  return isDistrict(actor) || actor.role === "street";
}

/** Work that has failed is looked after by the district office and the administrator. */
export function mayTendOutbox(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin" || actor.role === "office";
}

/** When somebody signed in is the administrator's business alone. */
export function mayReadSignIns(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}
