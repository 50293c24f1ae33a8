import type { Command, EditorState } from "@tiptap/pm/state";
import { deepestEntry, plainLine } from "~/record/document/noteLines";
import { belongsToList, isEntry, neighbours, setLine } from "./lineForms";
import { type LineAt, selectedLines } from "./linesIn";

/** Lines that move along when an entry is set in or out: those that stand below it. */
function subtree(state: EditorState, line: LineAt): LineAt[] {
  const { lines, at, start, parent } = neighbours(state, line);
  const found: LineAt[] = [];
  let position = start;
  for (const [next, node] of parent.children.entries()) {
    const form = lines[next];
    if (next > at) {
      const isBelow = form && belongsToList(form) && form.depth >= line.depth + (isEntry(form) ? 1 : 0);
      if (!isBelow || form.depth === 0) break;
      found.push({ node, position, ...form });
    }
    position += node.nodeSize;
  }
  return found;
}

/** How deep an entry may stand: one deeper than what stands before it. */
function deepest(state: EditorState, line: LineAt): number {
  const { lines, at } = neighbours(state, line);
  const before = lines[at - 1];
  return before && isEntry(before)
    ? before.depth + 1
    : before && before.form === "paragraph"
      ? before.depth + 1
      : 1;
}

/**
 * Sets entries in or out, with what stands below them; an outermost one that is set out becomes a plain line.
 * @returns false where no selected line belongs to a list
 */
export function moveEntries(step: 1 | -1): Command {
  return (state, dispatch) => {
    const selected = selectedLines(state).filter(
      (line) => isEntry(line) || (line.form === "paragraph" && line.depth > 0),
    );
    const first = selected[0];
    if (!first) return false;
    if (step > 0 && first.depth >= deepest(state, first)) return true;
    const moved = new Map<number, LineAt>();
    for (const line of selected)
      for (const one of isEntry(line) ? [line, ...subtree(state, line)] : [line])
        moved.set(one.position, one);
    if (step > 0 && [...moved.values()].some(({ depth }) => depth >= deepestEntry)) return true;
    const { tr } = state;
    for (const line of moved.values()) {
      const depth = line.depth + step;
      setLine(tr, line, depth < 1 ? plainLine : { form: line.form, depth });
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}
