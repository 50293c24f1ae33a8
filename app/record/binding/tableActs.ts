import { type Node, Slice } from "@tiptap/pm/model";
import { Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { isInTable, selectedRect } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import { newRecordId } from "~/record/document/newRecordId";
import {
  addTableLine,
  hasHeader,
  mostTableLines,
  setHeader,
  type TableLines,
  tableLines,
  tableOf,
  takeTableLine,
} from "~/record/document/noteTable";
import type { BoundNotes } from "./boundNotes";
import { boundNotesOf } from "./boundPlugin";
import { cellStart } from "./cellPlace";
import { TableAct } from "./tableAct";

/** What can be done with the table in which the caret stands. */
export const tableActs = [
  "addRowBefore",
  "addRowAfter",
  "deleteRow",
  "addColumnBefore",
  "addColumnAfter",
  "deleteColumn",
  "toggleHeaderRow",
  "deleteTable",
] as const;
export type TableActName = (typeof tableActs)[number];

/** The table around a selection: its rows and columns in the shared document, and which of them are selected. */
interface Spot {
  table: Node;
  /** Position before the table. */
  position: number;
  id: string;
  ids: Record<TableLines, string[]>;
  first: Record<TableLines, number>;
  /** Behind the last one. */
  end: Record<TableLines, number>;
}

/**
 * Does something with the table in which the caret stands. Rows and columns are changed in the shared document, where
 * two who do so at once both get what they asked for; the editor shows it at once.
 * @returns false where the caret is in no table, or the table can grow no more
 */
export function actOnTable(view: EditorView, act: TableActName): boolean {
  const spot = spotOf(view);
  if (!spot) return false;
  switch (act) {
    case "deleteTable":
      view.dispatch(withoutTable(view.state.tr, spot));
      return true;
    case "toggleHeaderRow":
      return change(view, spot, (map) => setHeader(map, !hasHeader(map)));
    case "addRowBefore":
      return add(view, spot, "row", spot.first.row);
    case "addRowAfter":
      return add(view, spot, "row", spot.end.row);
    case "addColumnBefore":
      return add(view, spot, "column", spot.first.column);
    case "addColumnAfter":
      return add(view, spot, "column", spot.end.column);
    case "deleteRow":
      return remove(view, spot, "row");
    default:
      return remove(view, spot, "column");
  }
}

/** Adds a row at the end of the table, and puts the caret into its first cell. */
export function appendRow(view: EditorView): boolean {
  const spot = spotOf(view);
  if (!spot) return false;
  return add(view, { ...spot, first: { ...spot.first, column: 0 } }, "row", spot.ids.row.length);
}

function spotOf({ state }: EditorView): Spot | null {
  const notes = boundNotesOf(state);
  if (!notes || !isInTable(state)) return null;
  const { table, tableStart, left, right, top, bottom } = selectedRect(state);
  const id: unknown = table.attrs.id;
  if (typeof id !== "string") return null;
  const map = tableOf(notes.place.document, notes.place.topicId, id);
  const ids = { row: tableLines(map, "row"), column: tableLines(map, "column") };
  const first = { row: top, column: left };
  return { table, position: tableStart - 1, id, ids, first, end: { row: bottom, column: right } };
}

function change(
  view: EditorView,
  { id, first }: Spot,
  write: (map: ReturnType<typeof tableOf>, place: BoundNotes["place"]) => void,
): boolean {
  const place = boundNotesOf(view.state)?.place;
  if (!place) return false;
  place.document.transact(
    () => write(tableOf(place.document, place.topicId, id), place),
    new TableAct(place.topicId),
  );
  putCaret(view, id, first.row, first.column);
  return true;
}

function add(view: EditorView, spot: Spot, kind: TableLines, at: number): boolean {
  const ids = spot.ids[kind];
  if (ids.length >= mostTableLines[kind]) return false;
  const first = { ...spot.first, [kind]: at };
  return change(view, { ...spot, first }, (map) =>
    addTableLine(map, kind, newRecordId(), ids[at - 1] ?? null),
  );
}

function remove(view: EditorView, spot: Spot, kind: TableLines): boolean {
  const ids = spot.ids[kind];
  const gone = ids.slice(spot.first[kind], spot.end[kind]);
  if (gone.length === ids.length) return actOnTable(view, "deleteTable");
  return change(view, spot, (_map, { document, topicId }) => {
    for (const id of gone) takeTableLine(document, topicId, spot.id, { kind, id });
  });
}

/** Puts the caret into a cell of a table as the editor shows it now, or into the last one before it. */
function putCaret(view: EditorView, id: string, row: number, column: number): void {
  const { doc, tr } = view.state;
  const child = doc.children.findIndex(({ attrs }) => attrs.id === id);
  const table = doc.maybeChild(child);
  if (!table) return;
  const at = { child, row: Math.min(row, table.childCount - 1) };
  const cells = table.child(at.row).childCount;
  const start = cellStart(doc, { ...at, column: Math.min(column, cells - 1) });
  view.dispatch(tr.setSelection(TextSelection.create(doc, start + 1)).scrollIntoView());
}

/** Takes a table out of the document; what stands in it stays in the shared one. */
function withoutTable(tr: Transaction, { table, position }: Spot): Transaction {
  tr.replace(position, position + table.nodeSize, Slice.empty);
  return tr.setSelection(Selection.near(tr.doc.resolve(position), -1)).scrollIntoView();
}
