import { type Actor, isDistrict, seesContents } from "~/access/actor";

// What an administrator looks after.
const administered = ["signIn", "person", "post", "unit", "duty", "ruleSet", "step"];

/**
 * The ledger is read by the district's own staff, and by the administrator as far as accounts, posts and rules go; a
 * street reads of what is its own: its drafts, and the meetings that it calls.
 */
export function mayReadLedger(actor: Pick<Actor, "role">): boolean {
  return isDistrict(actor) || !seesContents(actor) || actor.role === "street";
}

/** The kinds of subjects whose events somebody may read; undefined for all. */
export function readableKinds(actor: Pick<Actor, "role">): string[] | undefined {
  return seesContents(actor) ? undefined : administered;
}

// What somebody wrote about the work itself, in an event about accounts or posts.
const written = ["handover"];

/** Whether somebody may read what an event says of this field; `mayReadHandover` says the same of the page of a post. */
export function mayReadField(actor: Pick<Actor, "role">, path: string): boolean {
  return seesContents(actor) || !written.includes(path);
}

/** Work that has failed is looked after by the district office and the administrator. */
export function mayTendOutbox(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin" || actor.role === "office";
}

/** When somebody signed in is the administrator's business alone. */
export function mayReadSignIns(actor: Pick<Actor, "role">): boolean {
  return actor.role === "admin";
}
