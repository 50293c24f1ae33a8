import type { Actor } from "~/access/actor";

/** Publishing and taking back are the consultation office's. */
export function canPublish(actor: Pick<Actor, "role">): boolean {
  return actor.role === "office";
}
