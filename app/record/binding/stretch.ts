import type { Node } from "@tiptap/pm/model";
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from "@tiptap/pm/transform";
import type { Flow } from "./flow";

/** A stretch of a node's content that gave way to another one, counted from the beginning of the content. */
export interface Stretch {
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
}

/** Lists what a step changed, from first to last, in positions of the document before and after it. */
export function stretchesOf(step: Step, before: Node, after: Node): Stretch[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    return [{ from: step.from, to: step.to, newFrom: step.from, newTo: step.to }];
  if (step instanceof AttrStep)
    return [{ from: step.pos, to: step.pos + 1, newFrom: step.pos, newTo: step.pos + 1 }];
  const stretches: Stretch[] = [];
  step.getMap().forEach((from, to, newFrom, newTo) => {
    stretches.push({ from, to, newFrom, newTo });
  });
  if (stretches.length > 0) return stretches;
  return before.eq(after)
    ? []
    : [{ from: 0, to: before.content.size, newFrom: 0, newTo: after.content.size }];
}

/**
 * Takes the marker of a line into a stretch that begins right behind it, and that of the line that follows where it
 * gains or loses one: the first line has none, and words behind a table may have none until the table goes.
 */
export function widened(flow: Flow, before: Node, after: Node, stretch: Stretch): Stretch {
  let { from, to, newFrom, newTo } = stretch;
  if (startsLine(before, from) && startsLine(after, newFrom)) {
    from -= 1;
    newFrom -= 1;
    // Whether words follow decides which of two markers is the new one.
    if (hasWordAt(before, to) && hasWordAt(after, newTo)) {
      to += 1;
      newTo += 1;
    }
  }
  const next = childBeginningAt(before, to);
  const block = next === null ? undefined : flow.blocks[next];
  const changes = from === 0 || (block?.kind === "line" && block.marker === null);
  if (block && changes && childBeginningAt(after, newTo) !== null) {
    to += 1;
    newTo += 1;
  }
  return { from, to, newFrom, newTo };
}

function startsLine(node: Node, position: number): boolean {
  let start = 0;
  for (let at = 0; at < node.childCount && start < position; at++) {
    const child = node.child(at);
    if (start + 1 === position && child.type.name === "line") return true;
    start += child.nodeSize;
  }
  return false;
}

function hasWordAt(node: Node, position: number): boolean {
  let start = 0;
  for (let at = 0; at < node.childCount && start < position; at++) {
    const child = node.child(at);
    const end = start + child.nodeSize;
    if (position < end) return child.type.name === "line" && position < end - 1;
    start = end;
  }
  return false;
}

function childBeginningAt(node: Node, position: number): number | null {
  let start = 0;
  for (let at = 0; at < node.childCount && start <= position; at++) {
    if (start === position) return at;
    start += node.child(at).nodeSize;
  }
  return null;
}
