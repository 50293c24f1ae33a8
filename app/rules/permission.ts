import type { Actor } from "~/access/actor";

/** What can be done about the rules that days are held by. */
export type RulesVerb = "see" | "adopt";

/** Tells whether an official may see or adopt rules: all may read them, the administrator adopts. */
export function canRules(actor: Pick<Actor, "role">, verb: RulesVerb): boolean {
  return verb === "see" || actor.role === "admin";
}
