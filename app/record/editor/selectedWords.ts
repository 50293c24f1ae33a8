import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { type MentionTarget, readMention } from "~/record/document/mention";
import { writtenScript } from "~/record/document/noteScripts";

/**
 * Reads the words that are selected, a line each, for a place that holds nothing but words.
 * @param nameOf the name of what is mentioned; its id is taken where it has none
 */
export function selectedWords(
  { doc, selection }: Pick<EditorState, "doc" | "selection">,
  nameOf: (target: MentionTarget) => string | undefined,
): string {
  const lines: string[] = [];
  const ranges = [...selection.ranges].sort((one, other) => one.$from.pos - other.$from.pos);
  for (const { $from, $to } of ranges)
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (node.isTextblock) lines.push("");
      if (node.isInline)
        lines.push(lines.pop() + wordsOf(node, $from.pos - position, $to.pos - position, nameOf));
      return true;
    });
  return lines.join("\n").trim();
}

function wordsOf(
  node: Node,
  from: number,
  to: number,
  nameOf: (target: MentionTarget) => string | undefined,
) {
  if (node.text !== undefined)
    return writtenScript(
      node.text.slice(Math.max(0, from), to),
      node.marks.map(({ type }) => ({ type: type.name })),
    );
  if (node.type.name === "hardBreak") return "\n";
  const target = readMention(node.attrs);
  return target ? (nameOf(target) ?? target.id) : "";
}
