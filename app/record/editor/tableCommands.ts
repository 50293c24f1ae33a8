import type { Node, Schema } from "@tiptap/pm/model";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { CellSelection, deleteTable } from "@tiptap/pm/tables";
import { deleteApart, isInCell } from "./deleteApart";

function newTable(schema: Schema, rows: number, columns: number): Node {
  const row = (type: string) =>
    schema.node(
      "tableRow",
      null,
      Array.from({ length: columns }, () => schema.node(type, null, [schema.node("line")])),
    );
  const content = Array.from({ length: rows }, (_, at) => row(at === 0 ? "tableHeader" : "tableCell"));
  return schema.node("table", null, content);
}

/**
 * Puts a table behind the line of the caret, or in its place where it is empty; a line behind the table is made where
 * there is none. The caret goes into the first cell.
 */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    const tr = deleteApart(state, state.tr);
    const { $from } = tr.selection;
    if (isInCell($from)) return false;
    const { schema } = state;
    const line = $from.depth === 1 ? $from.parent : null;
    const table = newTable(schema, rows, columns);
    const behind = line ? $from.after(1) : $from.pos;
    const takesPlace = line?.content.size === 0 && $from.before(1) > 0;
    const isLast = behind === tr.doc.content.size;
    tr.insert(behind, isLast ? [table, schema.node("line")] : [table]);
    if (takesPlace) tr.delete(behind - 2, behind);
    const start = takesPlace ? behind - 2 : behind;
    tr.setSelection(TextSelection.create(tr.doc, start + 4));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Deletes a table of which all cells are selected, and nothing stands in any. */
export const deleteEmptyTable: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof CellSelection)) return false;
  const isAll = selection.isColSelection() && selection.isRowSelection();
  let isEmpty = true;
  selection.forEachCell((cell) => {
    if (cell.childCount > 1 || (cell.firstChild?.content.size ?? 0) > 0) isEmpty = false;
  });
  return isAll && isEmpty && deleteTable(state, dispatch);
};
