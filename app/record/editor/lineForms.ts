import type { Command, EditorState, Transaction } from "@tiptap/pm/state";
import {
  type LineAttributes,
  type LineForm,
  plainLine,
  readLineAttributes,
} from "~/record/document/noteLines";
import { outlineOf } from "./lineOutline";
import { attributesOfLine, type LineAt, selectedLines } from "./linesIn";

// Commands that change what lines are, for all lines that are selected. Words are never touched.

/** Tells whether a line is an entry of a list. */
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

/** Tells whether a line may stand in a list. */
export const belongsToList = (line: LineAttributes) => isEntry(line) || line.form === "paragraph";

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
export function neighbours(state: EditorState, { position }: LineAt) {
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
  return outlineOf([...lines.slice(0, at), form, ...lines.slice(at + 1)])[at]?.number ?? null;
}
