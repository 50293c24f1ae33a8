import type { Node } from "@tiptap/pm/model";
import type { EditorState, Selection } from "@tiptap/pm/state";
import { type LineAttributes, readLineAttributes } from "~/record/document/noteLines";

/** A line of a document, and the position before it. */
export interface LineAt extends LineAttributes {
  node: Node;
  position: number;
}

/** Reads the form of a line. */
export function formOfLine({ attrs }: Node): LineAttributes {
  return readLineAttributes((key) => attrs[key]);
}

/** Reads the forms of the children of a document or a cell; null for what is no line. */
export function attributesOfLine(parent: Node): (LineAttributes | null)[] {
  return parent.children.map((child) => (child.type.name === "line" ? formOfLine(child) : null));
}

/** Lists the lines that a selection touches. */
export function selectedLines({ doc, selection }: Pick<EditorState, "doc" | "selection">): LineAt[] {
  const lines = new Map<number, LineAt>();
  for (const { $from, $to } of selection.ranges)
    doc.nodesBetween($from.pos, $to.pos, (node, position) => {
      if (node.type.name !== "line") return true;
      lines.set(position, { node, position, ...formOfLine(node) });
      return false;
    });
  return [...lines.values()].sort((one, other) => one.position - other.position);
}

/** Finds the line in which the caret stands; null where a selection is no caret in a line. */
export function caretLine({ $from, empty }: Selection): LineAt | null {
  const node = $from.parent;
  if (!empty || node.type.name !== "line") return null;
  return { node, position: $from.before(), ...formOfLine(node) };
}
