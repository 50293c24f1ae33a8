import type { Node, Schema } from "@tiptap/pm/model";
import type * as Y from "yjs";
import {
  cellOf,
  hasHeader,
  newTableLines,
  setHeader,
  type TableLines,
  tableLines,
  tableOf,
} from "~/record/document/noteTable";
import type { Flow } from "./flow";
import { readFlow } from "./readFlow";

/** A table as it is shown, with the texts of its cells. */
export interface BoundTable {
  id: string;
  map: Y.Map<unknown>;
  rows: string[];
  columns: string[];
  /** By row, then by column. */
  cells: Flow[][];
}

/** Where the tables of some notes lie. */
export interface TablePlace {
  schema: Schema;
  document: Y.Doc;
  topicId: string;
}

/** Reads a table; null where it has no row or no column. */
export function readTable(place: TablePlace, id: string): { table: BoundTable; node: Node } | null {
  const { schema, document, topicId } = place;
  const map = tableOf(document, topicId, id);
  const [rows, columns] = [tableLines(map, "row"), tableLines(map, "column")];
  if (rows.length === 0 || columns.length === 0) return null;
  const header = hasHeader(map);
  const cells: Flow[][] = [];
  const nodes = rows.map((row, at) => {
    const flows: Flow[] = [];
    const cellNodes = columns.map((column) => {
      const read = readFlow(schema, cellOf(document, topicId, id, row, column), true, () => null);
      flows.push(read.flow);
      return schema.node(header && at === 0 ? "tableHeader" : "tableCell", null, read.nodes);
    });
    cells.push(flows);
    return schema.node("tableRow", null, cellNodes);
  });
  return { table: { id, map, rows, columns, cells }, node: schema.node("table", { id }, nodes) };
}

/** How many rows and columns a table of the editor has, however uneven its rows are. */
export function sizeOf(table: Node): Record<TableLines, number> {
  let column = 1;
  table.forEach((row) => {
    column = Math.max(column, row.childCount);
  });
  return { row: table.childCount, column };
}

/** Makes the rows and columns of a table that is new; returns its cells, still without words. */
export function makeTable(place: TablePlace, id: string, node: Node): Y.Text[][] {
  const map = tableOf(place.document, place.topicId, id);
  const size = sizeOf(node);
  const [rows, columns] = (["row", "column"] as const).map((kind) => newTableLines(map, kind, size[kind]));
  if (node.firstChild?.firstChild?.type.name === "tableHeader") setHeader(map, true);
  return rows!.map((row) => columns!.map((column) => cellOf(place.document, place.topicId, id, row, column)));
}
