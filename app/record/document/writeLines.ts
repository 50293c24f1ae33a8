import * as Y from "yjs";
import { newRecordId } from "./newRecordId";
import { deepestEntry, embedOf, type LineAttributes } from "./noteLines";
import type { NoteMark, NoteNode } from "./noteSchema";
import { cellOf, newTableLines, setHeader, tableOf } from "./noteTable";

/** A line to be written. */
export interface WrittenLine extends LineAttributes {
  content: readonly NoteNode[];
}

/** What is to be written, in order. */
export type WrittenPiece = WrittenLine | { table: NoteNode } | "rule";

/** How deep in lists a node stands, and of which kind the innermost one is. */
interface Place {
  depth: number;
  entry: "bullet" | "ordered" | null;
  /** Of the first entry of an ordered list that does not begin with 1. */
  start?: number;
}

const outside: Place = { depth: 0, entry: null };

/** Writes validated notes as lines, behind what stands in a text already. To be called in a transaction. */
export function writeLines(document: Y.Doc, topicId: string, text: Y.Text, note: NoteNode): void {
  const writer = new LineWriter(text);
  for (const piece of piecesOfNotes(note.content ?? [])) {
    if (piece === "rule") writer.block(embedOf.rule());
    else if ("table" in piece) writer.block(embedOf.table(writeTable(document, topicId, piece.table)));
    else writer.line(piece);
  }
}

class LineWriter {
  /** The first line has no marker, also where it is empty. */
  #begun: boolean;

  constructor(readonly text: Y.Text) {
    this.#begun = text.length > 0;
  }

  line({ form, depth, start, content }: WrittenLine): void {
    const attributes = Object.entries({ form, depth, ...(start !== undefined && { start }) });
    if (this.#begun) this.#embed(new Y.Map<unknown>(attributes), {});
    else for (const [key, value] of attributes) this.text.setAttribute(key, value);
    this.#begun = true;
    for (const node of content) {
      const look = lookOf(node.marks ?? []);
      if (node.text !== undefined) this.text.insert(this.text.length, node.text, look);
      else if (node.type === "hardBreak") this.#embed(embedOf.break(), look);
      else if (node.type === "mention") this.#embed(mentionOf(node), look);
      else if (node.type === "fact") this.#embed(embedOf.fact({ id: String(node.attrs?.id) }), {});
    }
  }

  block(embedded: object): void {
    this.#begun = true;
    this.#embed(embedded, {});
  }

  #embed(embedded: object, look: Record<string, unknown>): void {
    this.text.insertEmbed(this.text.length, embedded, look);
  }
}

function mentionOf({ attrs }: NoteNode) {
  const { kind, id, label } = attrs ?? {};
  return embedOf.mention({ kind: String(kind), id: String(id), label: String(label) });
}

function lookOf(marks: readonly NoteMark[]): Record<string, unknown> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? true]));
}

/** Lists what nodes of validated notes are written as, in order. */
export function piecesOfNotes(nodes: readonly NoteNode[]): WrittenPiece[] {
  return nodes.flatMap((node) => piecesOf(node, outside));
}

function piecesOf(node: NoteNode, place: Place): WrittenPiece[] {
  const children = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return [{ form: "paragraph", depth: place.depth, content: children }];
    case "heading":
      return [{ form: "heading", depth: Number(node.attrs?.level ?? 2), content: children }];
    case "bulletList":
      return children.flatMap((entry) => entryPieces(entry, { depth: deeper(place), entry: "bullet" }));
    case "orderedList":
      return children.flatMap((entry, at) =>
        entryPieces(entry, { depth: deeper(place), entry: "ordered", ...(at === 0 && startOf(node)) }),
      );
    case "blockquote":
      return children.flatMap((child) => piecesOf(child, outside)).map(quoted);
    case "table":
      return [{ table: node }];
    case "horizontalRule":
      return ["rule"];
    default:
      return children.flatMap((child) => piecesOf(child, place));
  }
}

function startOf({ attrs }: NoteNode): Pick<Place, "start"> {
  const start = Number(attrs?.start ?? 1);
  return start === 1 ? {} : { start };
}

const deeper = ({ depth }: Place) => Math.min(deepestEntry, depth + 1);

/** The first paragraph of an entry carries its mark; what follows is set in below it. */
function entryPieces(entry: NoteNode, place: Place): WrittenPiece[] {
  const [first, ...rest] = (entry.content ?? []).flatMap((child) => piecesOf(child, place));
  const isPlain = first && first !== "rule" && "form" in first && first.form === "paragraph";
  if (isPlain && place.entry) return [{ ...first, form: place.entry, ...numberOf(place) }, ...rest];
  return first ? [first, ...rest] : [];
}

const numberOf = ({ start }: Place) => (start === undefined ? {} : { start });

function quoted(piece: WrittenPiece): WrittenPiece {
  const isPlain = piece !== "rule" && "form" in piece && piece.form === "paragraph";
  return isPlain ? { ...piece, form: "quote", depth: 0 } : piece;
}

/** Makes a table with what stands in it; returns its id. */
function writeTable(document: Y.Doc, topicId: string, table: NoteNode): string {
  const grid = gridOf(table);
  const id = newRecordId();
  const map = tableOf(document, topicId, id);
  const rows = newTableLines(map, "row", grid.length);
  const columns = newTableLines(map, "column", Math.max(1, ...grid.map((row) => row.length)));
  setHeader(map, grid[0]?.[0]?.type === "tableHeader");
  for (const [at, row] of rows.entries())
    for (const [next, column] of columns.entries()) {
      const writer = new LineWriter(cellOf(document, topicId, id, row, column));
      for (const line of linesOfCell(grid[at]?.[next])) writer.line(line);
    }
  return id;
}

/** In a cell there are lines alone: of a table in a table the words stay. */
export function linesOfCell(cell: NoteNode | undefined): WrittenLine[] {
  const pieces = cell ? piecesOf({ ...cell, type: "cell" }, outside) : [];
  return pieces.flatMap((piece) => {
    if (piece === "rule") return [];
    return "table" in piece
      ? (piece.table.content ?? []).flatMap(({ content }) => content ?? []).flatMap(linesOfCell)
      : [piece];
  });
}

/** The cells of a table by row and column; one that reaches over several stands in the first. */
export function gridOf(table: NoteNode): NoteNode[][] {
  const rows = table.content ?? [];
  const grid: NoteNode[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.content ?? []) {
      while (grid[at]?.[column]) column += 1;
      place(grid.slice(at, at + Number(cell.attrs?.rowspan ?? 1)), column, cell);
    }
  }
  return grid;
}

function place(rows: NoteNode[][], column: number, cell: NoteNode): void {
  for (const [down, row] of rows.entries())
    for (let right = 0; right < Number(cell.attrs?.colspan ?? 1); right++)
      row[column + right] = down === 0 && right === 0 ? cell : { type: cell.type };
}
