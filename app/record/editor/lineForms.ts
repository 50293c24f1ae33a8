import type { Command, EditorState, Transaction } from "@tiptap/pm/state";
import {
  deepestEntry,
  type LineAttributes,
  type LineForm,
  plainLine,
  readLineAttributes,
} from "~/record/document/noteLines";
import { outlineOf } from "./lineOutline";
import { attributesOfLine, type LineAt, selectedLines } from "./linesIn";

// Commands that change what lines are, for all lines that are selected. Words are never touched.

export const isEntry = ({ form }: LineAttributes) => form === "bullet" || form === "ordered";

function same(one: LineAttributes, other: LineAttributes): boolean {
  return one.form === other.form && one.depth === other.depth;
}

/** Gives a line another form. */
export function setLine(
  tr: Transaction,
  { position }: { position: number },
  attributes: LineAttributes,
): void {
  tr.setNodeMarkup(position, null, {
    ...readLineAttributes((key) => attributes[key as keyof LineAttributes]),
  });
}

function change(formOf: (line: LineAt) => LineAttributes): Command {
  return (state, dispatch) => {
    const lines = selectedLines(state);
    if (lines.length === 0) return false;
    const { tr } = state;
    for (const line of lines) {
      const next = formOf(line);
      if (!same(line, next)) setLine(tr, line, next);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Makes the selected lines plain ones. */
export const setPlain: Command = change(() => plainLine);

/** Makes headings of a level; plain lines where all are that already. */
export function toggleHeading(level: number): Command {
  return toggle((line) => ({ ...line, form: "heading", depth: level }));
}

/** Makes headings of a level. */
export const setHeading = (level: number): Command => change(() => ({ form: "heading", depth: level }));

/** Makes quotations; plain lines where all are that already. */
export const toggleQuote: Command = toggle(() => ({ form: "quote", depth: 0 }));

/** Makes entries of a list; plain lines where all are that already. An entry of another list stays as deep as it is. */
export function toggleEntries(form: LineForm & ("bullet" | "ordered")): Command {
  return toggle((line) => ({ form, depth: Math.max(1, belongsToList(line) ? line.depth : 1) }));
}

const belongsToList = (line: LineAttributes) => isEntry(line) || line.form === "paragraph";

function toggle(formOf: (line: LineAttributes) => LineAttributes): Command {
  return (state, dispatch) => {
    const isOn = selectedLines(state).every(
      (line) => line.form === formOf(line).form && same(line, formOf(line)),
    );
    return (isOn ? setPlain : change((line) => pick(formOf(line))))(state, dispatch);
  };
}

const pick = ({ form, depth }: LineAttributes): LineAttributes => ({ form, depth });

/** What stands beside a line in the document or in its cell. */
function neighbours(state: EditorState, { position }: LineAt) {
  const $line = state.doc.resolve(position);
  return {
    lines: attributesOfLine($line.parent),
    at: $line.index(),
    start: $line.start(),
    parent: $line.parent,
  };
}

/** Tells whether a line stands below an entry to which it belongs. */
export function standsInList(state: EditorState, line: LineAt): boolean {
  const { lines, at } = neighbours(state, line);
  return outlineOf(lines)[at]?.inside ?? false;
}

/** The form of the list around a line that is less deep; null where there is none. */
export function outerEntry(state: EditorState, line: LineAt): LineAttributes | null {
  const { lines, at } = neighbours(state, line);
  for (let before = at - 1; before >= 0; before--) {
    const found = lines[before];
    if (!found || !belongsToList(found)) return null;
    if (isEntry(found) && found.depth < line.depth) return found;
  }
  return null;
}

/** The number that an entry of a numbered list has, or would have with that form. */
export function numberOf(state: EditorState, line: LineAt, form: LineAttributes): number | null {
  const { lines, at } = neighbours(state, line);
  return outlineOf(lines.with(at, form))[at]?.number ?? null;
}

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
