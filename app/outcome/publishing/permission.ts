import type { Actor } from "~/access/actor";

/** What becomes public, and what is taken back, is the consultation office's to decide. */
export function canPublish(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office";
}
