import { InputRule } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { type LineAttributes, plainLine } from "~/record/document/noteLines";
import { isInCell } from "./deleteApart";
import { putRule } from "./lineBreaks";
import { numberOf, setLine } from "./lineForms";
import { formOfLine, type LineAt } from "./linesIn";

/** Signs at the beginning of a plain line that say what it is to be. */
const signs: { find: RegExp; formOf: (match: RegExpMatchArray) => LineAttributes | null }[] = [
  { find: /^([-+*])\s$/, formOf: () => ({ form: "bullet", depth: 1 }) },
  { find: /^(\d{1,3})\.\s$/, formOf: () => ({ form: "ordered", depth: 1 }) },
  { find: /^(#{2,4})\s$/, formOf: ([, marks]) => ({ form: "heading", depth: marks?.length ?? 2 }) },
  { find: /^>\s$/, formOf: () => ({ form: "quote", depth: 0 }) },
];

function lineAt(state: EditorState, position: number): LineAt | null {
  const $position = state.doc.resolve(position);
  const node = $position.parent;
  if (node.type.name !== "line" || formOfLine(node).form !== plainLine.form) return null;
  return { node, position: $position.before(), ...formOfLine(node) };
}

/** A number goes on with the list above, or begins a list with it. */
function numbered(
  state: EditorState,
  line: LineAt,
  form: LineAttributes,
  typed: string | undefined,
): LineAttributes {
  const isNext = form.form !== "ordered" || numberOf(state, line, form) === Number(typed);
  return isNext ? form : { ...form, start: Number(typed) };
}

const formRules = signs.map(
  ({ find, formOf }) =>
    new InputRule({
      find,
      handler: ({ state, range, match }) => {
        const line = lineAt(state, range.from);
        const form = formOf(match);
        if (!line || !form) return null;
        const { tr } = state;
        tr.delete(range.from, range.to);
        setLine(tr, line, {
          ...numbered(state, line, form, match[1]),
          depth: Math.max(form.depth, form.form === "heading" ? 0 : line.depth),
        });
        return undefined;
      },
    }),
);

const ruleRule = new InputRule({
  find: /^(?:---|—-|___\s|\*\*\*\s)$/,
  handler: ({ state, range }) => {
    const line = lineAt(state, range.from);
    if (!line || isInCell(state.doc.resolve(range.from))) return null;
    const { tr } = state;
    tr.delete(range.from, range.to);
    putRule(tr, range.from);
    return undefined;
  },
});

/** What is typed at the beginning of a line and becomes its form. */
export const lineRules = [...formRules, ruleRule];
