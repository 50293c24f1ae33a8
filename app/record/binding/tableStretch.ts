import type { Node } from "@tiptap/pm/model";
import type { Stretch } from "./stretch";

/** The stretch from the first to the last of several. */
export function joined(stretches: readonly Stretch[]): Stretch {
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  return { from: first.from, to: last.to, newFrom: first.newFrom, newTo: last.newTo };
}

/** Tells whether a stretch begins or ends in a table, before or after the change. */
export function touchesTable(before: Node, after: Node, { from, to, newFrom, newTo }: Stretch): boolean {
  return [
    tableAround(before, from),
    tableAround(before, to),
    tableAround(after, newFrom),
    tableAround(after, newTo),
  ].some((table) => table !== null);
}

/** A stretch that begins or ends in a table takes in all of it, before as after. */
export function withWholeTables(before: Node, after: Node, stretch: Stretch): Stretch {
  let { from, to, newFrom, newTo } = stretch;
  for (;;) {
    const [first, newFirst] = [tableAround(before, from), tableAround(after, newFrom)];
    const left = Math.max(first ? from - first.from : 0, newFirst ? newFrom - newFirst.from : 0);
    const [last, newLast] = [tableAround(before, to), tableAround(after, newTo)];
    const right = Math.max(last ? last.to - to : 0, newLast ? newLast.to - newTo : 0);
    if (left === 0 && right === 0) return { from, to, newFrom, newTo };
    from -= left;
    newFrom -= left;
    to += right;
    newTo += right;
  }
}

function tableAround(doc: Node, position: number): { from: number; to: number } | null {
  const $position = doc.resolve(position);
  if ($position.depth === 0 || $position.node(1).type.name !== "table") return null;
  return { from: $position.before(1), to: $position.after(1) };
}
