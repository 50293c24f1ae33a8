import { type Knocker, knockers } from "../../builders/world";
import type { Rights } from "./routeTable";

const signedIn = knockers.filter((who) => who !== "visitor");

/** Everybody of these whom a row of the table lets do it. */
export function thoseWhoMay(rights: Rights, among: readonly Knocker[] = signedIn): Knocker[] {
  return among.filter((who) => (rights[who] ?? (who !== "visitor" && rights.others)) === "allowed");
}

/** The first who may; without one whom the first of the rows lets do it, of the next. */
export function whoMay(...rows: Rights[]): Knocker | undefined {
  return rows.flatMap((rights) => thoseWhoMay(rights))[0];
}
