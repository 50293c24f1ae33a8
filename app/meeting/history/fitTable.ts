import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { newRecordId } from "~/record/document/newRecordId";
import {
  addTableLine,
  hasHeader,
  setHeader,
  setTableLineGone,
  type TableLines,
  tableLines,
} from "~/record/document/noteTable";
import { pairUp } from "./pairUp";

/**
 * Gives a table as many rows and columns as another one has. Rows and columns that are like those that are wanted stay
 * with their cells, the others are taken away; what is new is still empty.
 * @param map the table as it is shared
 * @param shown the same as it is shown
 */
export function fitTable(map: Y.Map<unknown>, shown: Node, wanted: Node): void {
  for (const kind of ["row", "column"] as const)
    fitLines(map, kind, wordsOf(shown, kind), wordsOf(wanted, kind));
  const header = wanted.firstChild?.firstChild?.type.name === "tableHeader";
  if (header !== hasHeader(map)) setHeader(map, header);
}

function wordsOf(table: Node, kind: TableLines): string[] {
  const lines: string[] = [];
  table.forEach((row, _offset, at) => {
    row.forEach((cell, _inside, column) => {
      const line = kind === "row" ? at : column;
      lines[line] = `${lines[line] ?? ""}${cell.textContent}\t`;
    });
  });
  return lines;
}

function fitLines(
  map: Y.Map<unknown>,
  kind: TableLines,
  shown: readonly string[],
  wanted: readonly string[],
): void {
  const piecesOf = (lines: readonly string[]) => lines.map((words) => ({ key: words, words, kind }));
  const pairs = pairUp(piecesOf(shown), piecesOf(wanted));
  const ids = tableLines(map, kind);
  for (const [at, id] of ids.entries()) if (!pairs.includes(at)) setTableLineGone(map, kind, id, true);
  let behind: string | null = null;
  for (const at of pairs) {
    const id: string = ids[at] ?? newRecordId();
    if (at === -1) addTableLine(map, kind, id, behind);
    behind = id;
  }
}
