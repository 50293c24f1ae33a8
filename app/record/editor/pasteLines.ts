import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { CellSelection, selectedRect } from "@tiptap/pm/tables";
import { ReplaceStep } from "@tiptap/pm/transform";
import { type LineAttributes, plainLine } from "~/record/document/noteLines";
import { deleteApart, isInCell } from "./deleteApart";
import { formOfLine } from "./linesIn";
import { withinBounds } from "./tableBounds";

/**
 * Puts lines, tables and rules where the caret stands, in the place of what is selected. One line goes into the line that
 * is there, which keeps its form; of several the first goes on with the words before the caret, the last comes before
 * those behind it. In a cell only lines have a place: a table gives its words, and so does one that is too large.
 * @param plain the nodes were made of text, so that they take on the form of the line that is there
 */
export function pasteNodes(state: EditorState, nodes: readonly Node[], plain: boolean): Transaction {
  const [table] = nodes;
  if (state.selection instanceof CellSelection && nodes.length === 1 && table?.type.name === "table")
    return fillCells(state, table);
  const tr = deleteApart(state, state.tr);
  const { $from } = tr.selection;
  const bounded = withinBounds(state, nodes);
  if ($from.parent.type.name !== "line") return putBetween(tr, $from.pos, bounded);
  const fitting = isInCell($from) || isOneCell(nodes) ? nodes.flatMap(linesOf) : bounded;
  const own = formOfLine($from.parent);
  return putInLine(tr, plain ? fitting.map((node) => likeLine(node, own)) : fitting, plain);
}

const isOneCell = ([node, ...rest]: readonly Node[]) =>
  rest.length === 0 &&
  node?.type.name === "table" &&
  node.childCount === 1 &&
  node.firstChild?.childCount === 1;

/** The lines of a node, whatever it is. */
function linesOf(node: Node): Node[] {
  if (node.type.name === "line") return [node];
  return node.children.flatMap(linesOf);
}

/** Text that is pasted into an entry gives entries; into a heading, plain lines below it. */
function likeLine(node: Node, own: LineAttributes): Node {
  const form = own.form === "heading" ? plainLine : own;
  return node.type.name === "line" ? node.type.create({ ...form }, node.content) : node;
}

function putBetween(tr: Transaction, position: number, nodes: readonly Node[]): Transaction {
  tr.insert(position, nodes);
  const end = position + Fragment.from(nodes as Node[]).size;
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1));
}

function putInLine(tr: Transaction, nodes: readonly Node[], plain: boolean): Transaction {
  const { $from } = tr.selection;
  const line = $from.parent;
  const [position, start] = [$from.pos, $from.before()];
  const own = formOfLine(line);
  const hasBefore = $from.parentOffset > 0;
  const hasBehind = $from.parentOffset < line.content.size;
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last) return tr;
  const isPlain = own.form === plainLine.form && own.depth === plainLine.depth;
  if (first === last && first.type.name === "line") {
    tr.replaceWith(position, position, first.content);
    if (!plain && isPlain && !hasBefore && !hasBehind) tr.setNodeMarkup(start, null, first.attrs);
    return tr.setSelection(TextSelection.create(tr.doc, position + first.content.size));
  }
  const empty = line.type.create();
  const begins = first.type.name === "line" ? [] : [empty];
  const ends = last.type.name === "line" ? [] : [empty];
  const content = [...begins, ...nodes, ...ends].map((node, at, all) =>
    at === all.length - 1 && hasBehind && formOfLine(node).form === plainLine.form
      ? node.type.create(line.attrs, node.content)
      : node,
  );
  const slice = new Slice(Fragment.from(content), 1, 1);
  tr.step(new ReplaceStep(position, position, slice));
  const takesForm = !plain && !hasBefore && first.type.name === "line" && (isPlain || hasBehind);
  if (takesForm) tr.setNodeMarkup(start, null, first.attrs);
  let end = position + slice.size;
  if (begins.length > 0 && !hasBefore && start > 0) {
    tr.delete(start, start + 2);
    end -= 2;
  }
  return tr.setSelection(TextSelection.create(tr.doc, end));
}

/** Puts what stands in the cells of a table into cells that are selected, as far as there are as many. */
function fillCells(state: EditorState, table: Node): Transaction {
  const { map, tableStart, left, top, right, bottom } = selectedRect(state);
  const { tr } = state;
  for (let row = Math.min(bottom, top + table.childCount) - 1; row >= top; row--)
    for (let column = right - 1; column >= left; column--) {
      const cell = table.child(row - top).maybeChild(column - left);
      const at = tableStart + map.map[row * map.width + column]!;
      const old = state.doc.nodeAt(at);
      if (cell && old) tr.replaceWith(at + 1, at + 1 + old.content.size, cell.content);
    }
  return tr.setSelection(
    Selection.near(tr.doc.resolve(tableStart + map.map[top * map.width + left]! + 1), 1),
  );
}
