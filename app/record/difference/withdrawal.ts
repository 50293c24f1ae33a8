/** What became of a thing as a whole; `missing`: the record no longer holds it at all. */
export type Standing = "kept" | "added" | "withdrawn" | "returned" | "missing";

/** A thing that is taken away by a mark. */
type Withdrawable = { withdrawn: boolean };

/** What became of a thing, told from both states. */
export function standingOf(before: Withdrawable | undefined, after: Withdrawable | undefined): Standing {
  if (!after) return before && !before.withdrawn ? "missing" : "kept";
  if (!before) return after.withdrawn ? "withdrawn" : "added";
  if (before.withdrawn === after.withdrawn) return "kept";
  return after.withdrawn ? "withdrawn" : "returned";
}

/** Place among those that stand, counted from one; 0 for none of them. */
export function placeOf(list: readonly (Withdrawable & { id: string })[], id: string): number {
  return list.filter((one) => !one.withdrawn).findIndex((one) => one.id === id) + 1;
}

/** All ids: those of now in their order, those that are gone after the one they stood behind. */
export function inOrder(before: readonly string[], after: readonly string[]): string[] {
  const now = new Set(after);
  const order = [...after];
  for (const [at, id] of before.entries()) {
    if (now.has(id)) continue;
    const previous = before[at - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
}
