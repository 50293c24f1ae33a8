import { type Actor, isDistrict } from "~/access/actor";

/** The ledger is read by the district's own staff. */
export function mayReadLedger(actor: Pick<Actor, "role">): boolean {
  return isDistrict(actor);
}

/** When somebody signed in is the administrator's business alone. */
export function mayReadSignIns(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}
