import type * as Y from "yjs";
import { newRecordId } from "./newRecordId";
import { byOrder, type Ordered, readOrder, writesToPlace } from "./order";
import { isRecordId } from "./shape";

/**
 * A table of notes. The text holds a token with its id; which rows and columns it has stands in a map at the top of
 * the document, one key for each, so that two who extend it at once both get what they asked for. What stands in a cell
 * is a text at the top of the document, named by the ids of table, row and column: taking away a row takes no words.
 */

export type TableLines = "row" | "column";

/** Bounds on what is read back; more can only come from a client that is not ours. */
export const mostTableLines: Record<TableLines, number> = { row: 500, column: 50 };

/** Gives the map with the rows and columns of a table. */
export function tableOf(document: Y.Doc, topicId: string, table: string): Y.Map<unknown> {
  return document.getMap(tableRoot(topicId, table));
}

/** Gives the map of a table of which something was written; null for any other, which stays unmade. */
export function writtenTableOf(document: Y.Doc, topicId: string, table: string): Y.Map<unknown> | null {
  return document.share.has(tableRoot(topicId, table)) ? tableOf(document, topicId, table) : null;
}

function tableRoot(topicId: string, table: string): string {
  return `tables/${topicId}/${table}`;
}

/** Which cell of which table of which notes. */
type CellIds = [topicId: string, table: string, row: string, column: string];

/** Gives the text of a cell. */
export function cellOf(document: Y.Doc, ...cell: CellIds): Y.Text {
  return document.getText(cellRoot(cell));
}

/** Gives the text of a cell in which something was written; null for any other, which stays unmade. */
export function writtenCellOf(document: Y.Doc, ...cell: CellIds): Y.Text | null {
  return document.share.has(cellRoot(cell)) ? cellOf(document, ...cell) : null;
}

function cellRoot(cell: CellIds): string {
  return ["cells", ...cell].join("/");
}

/** Lists the tables of a topic, by id, also those that are not in its text any more. */
export function* tablesOfTopic(
  document: Y.Doc,
  topicId: string,
): Generator<[id: string, table: Y.Map<unknown>]> {
  const prefix = `tables/${topicId}/`;
  for (const name of [...document.share.keys()]) {
    const id = name.startsWith(prefix) ? name.slice(prefix.length) : null;
    if (isRecordId(id)) yield [id, tableOf(document, topicId, id)];
  }
}

/** Lists the cells of a table in which anything was ever written. */
export function cellsOfTable(
  document: Y.Doc,
  topicId: string,
  table: string,
): { row: string; column: string; text: Y.Text }[] {
  const prefix = `cells/${topicId}/${table}/`;
  return [...document.share.keys()].flatMap((name) => {
    const [row, column, ...rest] = name.startsWith(prefix) ? name.slice(prefix.length).split("/") : [];
    if (!isRecordId(row) || !isRecordId(column) || rest.length > 0) return [];
    return [{ row, column, text: cellOf(document, topicId, table, row, column) }];
  });
}

const headerKey = "header";
const goneKey = (kind: TableLines, id: string) => `gone/${kind}/${id}`;
/** Says that the table was taken out of the text. */
const takenKey = "gone/table";

/**
 * What whoever took cells away had seen in them: by Yjs client, the clock of the first letter that was not seen. It is
 * the value of the mark; an older mark has none.
 */
export type SeenLetters = Record<string, number>;

/** Tells how far the letters of texts have been seen by whoever has them in this document. */
export function seenLetters(texts: readonly Y.Text[]): SeenLetters {
  const seen: SeenLetters = {};
  for (const text of texts)
    for (let item = text._start; item; item = item.right) {
      const { client, clock } = item.id;
      seen[client] = Math.max(seen[client] ?? 0, clock + item.length);
    }
  return seen;
}

/** What a key of the map of a table takes away, and what of it had been seen; null for any other key, and put back. */
export function readTaken(
  key: string | null,
  value: unknown,
): { line: { kind: TableLines; id: string } | null; seen: SeenLetters | null } | null {
  const line = key?.startsWith("gone/") ? lineOfKey(key.slice("gone/".length)) : null;
  if ((line === null && key !== takenKey) || !isTaken(value)) return null;
  return { line, seen: value === true ? null : (value as SeenLetters) };
}

const isTaken = (value: unknown) => value === true || (typeof value === "object" && value !== null);

/** Says that a table was taken out of the text, and what of its words had been seen. */
export function setTableTaken(document: Y.Doc, topicId: string, table: string): void {
  const cells = cellsOfTable(document, topicId, table).map(({ text }) => text);
  tableOf(document, topicId, table).set(takenKey, seenLetters(cells));
}

/** Tells whether the first row names what stands below it. */
export function hasHeader(table: Y.Map<unknown>): boolean {
  return table.get(headerKey) === true;
}

/** Says whether the first row names what stands below it. */
export function setHeader(table: Y.Map<unknown>, header: boolean): void {
  table.set(headerKey, header);
}

/** Lists the ids of rows or columns, in order; without those that were taken away. */
export function tableLines(table: Y.Map<unknown>, kind: TableLines): string[] {
  return linesOf(table, kind)
    .filter(({ id }) => !isTaken(table.get(goneKey(kind, id))))
    .map(({ id }) => id);
}

/** Reads which row or column a key of the map places; null for any other key. */
export function lineOfKey(key: string): { kind: TableLines; id: string } | null {
  const [kind, id, ...rest] = key.split("/");
  const isLine = (kind === "row" || kind === "column") && isRecordId(id) && rest.length === 0;
  return isLine ? { kind, id } : null;
}

function linesOf(table: Y.Map<unknown>, kind: TableLines): Ordered[] {
  const lines: Ordered[] = [];
  for (const [key, value] of table.entries()) {
    const line = lineOfKey(key);
    const order = readOrder(value);
    if (line?.kind !== kind || order === null) continue;
    lines.push({ id: line.id, order });
    if (lines.length >= mostTableLines[kind]) break;
  }
  return lines.sort(byOrder);
}

/**
 * Adds a row or a column.
 * @param behind the one behind which it comes; null for the first place
 */
export function addTableLine(
  table: Y.Map<unknown>,
  kind: TableLines,
  id: string,
  behind: string | null,
): void {
  const lines = linesOf(table, kind);
  const next = lines[lines.findIndex((line) => line.id === behind) + 1]?.id ?? null;
  for (const write of writesToPlace(lines, id, next)) table.set(`${kind}/${write.id}`, write.order);
}

/** Adds so many rows or columns to a table that is new; returns their ids. */
export function newTableLines(table: Y.Map<unknown>, kind: TableLines, count: number): string[] {
  const ids: string[] = [];
  for (let at = 0; at < Math.min(count, mostTableLines[kind]); at++) {
    const id = newRecordId();
    addTableLine(table, kind, id, ids.at(-1) ?? null);
    ids.push(id);
  }
  return ids;
}

/**
 * Takes a row or a column away, or puts it back with what stands in it.
 * @param seen what of its words had been seen by whoever takes it away
 */
export function setTableLineGone(
  table: Y.Map<unknown>,
  kind: TableLines,
  id: string,
  gone: boolean,
  seen: SeenLetters | true = true,
): void {
  table.set(goneKey(kind, id), gone && seen);
}

/** Takes a row or a column of a table away, noting what of its words had been seen. */
export function takeTableLine(
  document: Y.Doc,
  topicId: string,
  table: string,
  { kind, id }: { kind: TableLines; id: string },
): void {
  const cells = cellsOfTable(document, topicId, table).filter((cell) => cell[kind] === id);
  const seen = seenLetters(cells.map(({ text }) => text));
  setTableLineGone(tableOf(document, topicId, table), kind, id, true, seen);
}
