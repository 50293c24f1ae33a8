import { Fragment, type Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { boundNotesOf } from "~/record/binding/boundPlugin";

// A record bears so many structures at its top, of which each cell with words is one; the server takes a few more. What
// is left is for cells that are written one by one.
const mostStructures = 2_500;

/** Cells of one table that is pasted; a longer list is read better as lines. */
const mostCells = 1_000;

/** Gives tables for which the record has no room as lines, one for each row: no word of them is left out. */
export function withinBounds(state: EditorState, nodes: readonly Node[]): Node[] {
  const held = boundNotesOf(state)?.place.document.share.size ?? 0;
  let room = mostStructures - held;
  return nodes.flatMap((node) => {
    if (node.type.name !== "table") return [node];
    const cells = node.children.reduce((sum, row) => sum + row.childCount, 0);
    if (cells > mostCells || cells > room) return node.children.map(lineOfRow);
    room -= cells;
    return [node];
  });
}

/** The words of a row, a tab between its cells as in a plain text. */
function lineOfRow(row: Node): Node {
  const { schema } = row.type;
  const words = row.children.flatMap((cell, at) => {
    const lines = cell.children.flatMap((line, next) =>
      next > 0 && line.content.size > 0 ? [schema.text(" "), ...line.children] : line.children,
    );
    return at > 0 ? [schema.text("\t"), ...lines] : lines;
  });
  return schema.node("line", null, Fragment.from(words));
}
