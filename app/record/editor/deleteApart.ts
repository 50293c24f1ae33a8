import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { AllSelection, type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { plainLine } from "~/record/document/noteLines";
import { formOfLine } from "./linesIn";

const cellDepth = 3;

/** Where the content of the cell around a position begins; 0 outside of tables. */
function homeOf($position: ResolvedPos): number {
  const isInTable = $position.depth >= cellDepth && $position.node(1).type.name === "table";
  return isInTable ? $position.start(cellDepth) : 0;
}

/** Tells whether a place is in a cell of a table. */
export const isInCell = ($position: ResolvedPos) => homeOf($position) > 0;

/**
 * Tells whether what is selected reaches over the edge of a cell, so that deleting it as one stretch would join what
 * stands in different cells.
 */
export function reachesAcross({ selection }: Pick<EditorState, "selection">): boolean {
  if (selection.empty) return false;
  if (selection instanceof AllSelection) return true;
  return (
    selection.ranges.length > 1 || homeOf(selection.$from) !== homeOf(selection.$to) || isOneCell(selection)
  );
}

// The whole content of a cell, as a selection of cells has it.
const isOneCell = ({ $from }: Selection) => isInCell($from) && $from.depth === cellDepth;

/** Stretches of the document, each of which lies in one cell, or outside of all. */
function stretchesOf(doc: Node, from: number, to: number): [from: number, to: number][] {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if (homeOf($from) === homeOf($to)) return [[from, to]];
  const stretches: [number, number][] = [];
  let open = from;
  doc.forEach((child, position) => {
    const end = position + child.nodeSize;
    const isWhole = from <= position && end <= to;
    if (child.type.name !== "table" || end <= from || position >= to || isWhole) return;
    if (open < position) stretches.push([open, endOfLineBefore(doc, position)]);
    doc.nodesBetween(Math.max(from, position), Math.min(to, end), (node, at) => {
      if (!node.type.spec.tableRole?.toString().includes("cell")) return true;
      stretches.push([Math.max(from, at + 2), Math.min(to, at + node.nodeSize - 2)]);
      return false;
    });
    open = end;
  });
  if (open < to) stretches.push([startOfLineBehind(doc, open), to]);
  return stretches.filter(([start, end]) => start < end);
}

function endOfLineBefore(doc: Node, position: number): number {
  return doc.resolve(position).nodeBefore?.type.name === "line" ? position - 1 : position;
}

function startOfLineBehind(doc: Node, position: number): number {
  return doc.resolve(position).nodeAfter?.type.name === "line" ? position + 1 : position;
}

/**
 * Deletes what is selected: in each cell and outside of tables by itself, so that no table changes its size and no
 * words move from one cell into another. The caret stands where the first of it stood.
 */
export function deleteApart({ doc, selection }: EditorState, tr: Transaction): Transaction {
  if (selection.empty) return tr;
  const empty = doc.type.schema.node("line");
  if (selection instanceof AllSelection) return withCaret(tr.replaceWith(0, doc.content.size, empty), 1);
  const isAcross = reachesAcross({ selection });
  const stretches = selection.ranges.flatMap(({ $from, $to }) =>
    isInCell($from) && $from.depth === cellDepth
      ? [[$from.pos + 1, $to.pos - 1] as [number, number]]
      : stretchesOf(doc, $from.pos, $to.pos),
  );
  const first = Math.min(...stretches.map(([from]) => from), selection.to);
  for (const [from, to] of stretches.sort(([one], [other]) => other - one)) {
    if (from < to) tr.delete(from, to);
    if (isAcross || tr.doc.childCount === 1) plainWhereEmpty(tr, from);
  }
  return withCaret(tr, first);
}

function withCaret(tr: Transaction, position: number): Transaction {
  const caret = Selection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size)), 1);
  return tr.setSelection(caret instanceof TextSelection ? TextSelection.create(tr.doc, caret.from) : caret);
}

/** Of an entry of a list in a cell nothing stays. */
function plainWhereEmpty(tr: Transaction, position: number): void {
  const $position = tr.doc.resolve(position);
  const line = $position.parent;
  if (line.type.name !== "line" || line.content.size > 0 || formOfLine(line).form === plainLine.form) return;
  tr.setNodeMarkup($position.before(), null, { ...plainLine });
}
