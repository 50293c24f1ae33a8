import type { Node } from "@tiptap/pm/model";

/** Which cell of which child. */
export interface CellAddress {
  child: number;
  row: number;
  column: number;
}

/** A cell of a document, and where its content begins. */
export interface CellPlace extends CellAddress {
  node: Node;
  start: number;
}

const cellDepth = 3;

/** The cell in which both positions lie; null where they do not lie in one. */
export function cellAround(doc: Node, from: number, to: number): CellPlace | null {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if ($from.depth < cellDepth || $to.depth < cellDepth || $from.node(1).type.name !== "table") return null;
  const start = $from.start(cellDepth);
  if ($to.start(cellDepth) !== start) return null;
  const [child, row, column] = [$from.index(0), $from.index(1), $from.index(2)];
  return { child, row, column, node: $from.node(cellDepth), start };
}

/** Where the content of a cell begins. */
export function cellStart(doc: Node, { child, row, column }: CellAddress): number {
  const table = doc.child(child);
  return into(into(into(0, doc, child), table, row), table.child(row), column);
}

function into(start: number, parent: Node, at: number): number {
  let position = start;
  for (let before = 0; before < at; before++) position += parent.child(before).nodeSize;
  return position + 1;
}
