import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import type { LineAttributes } from "~/record/document/noteLines";
import type { NoteNode } from "~/record/document/noteSchema";
import { inTree, type LinePiece } from "~/record/document/readLines";
import { gridOf, linesOfCell, piecesOfNotes, type WrittenLine } from "~/record/document/writeLines";
import { formOfLine } from "./linesIn";

// What is copied leaves the editor as the tree that readers of the notes see, and comes in as one: other programs know
// lists in lists, and of tables whose cells reach over several.

/** Reads a fragment of the editor's document as a tree: lines, tables, and the rows of a table that were selected. */
export function treeOf(fragment: Fragment): NoteNode[] {
  return inTree(fragment.content.map(pieceOf));
}

function pieceOf(node: Node): LinePiece {
  if (node.type.name === "line") return { ...formOfLine(node), content: wordsOf(node) };
  if (node.isLeaf) return { type: node.type.name };
  const cellAttributes = { colspan: 1, rowspan: 1, align: null };
  const isRow = node.type.name === "tableRow" || node.type.name === "table";
  return { type: node.type.name, ...(isRow ? {} : { attrs: cellAttributes }), content: treeOf(node.content) };
}

function wordsOf(line: Node): NoteNode[] {
  return line.content.content
    .filter(({ type }) => type.name !== "foreign")
    .map((child) => child.toJSON() as NoteNode);
}

/** Makes lines, tables and rules of validated notes, or of rows of a table without their table. */
export function nodesOf(schema: Schema, tree: readonly NoteNode[]): Node[] {
  return piecesOfNotes(withTables(tree)).map((piece) => {
    if (piece === "rule") return schema.node("horizontalRule");
    return "table" in piece ? tableNode(schema, piece.table) : lineNode(schema, piece);
  });
}

function withTables(tree: readonly NoteNode[]): NoteNode[] {
  if (!tree.some(({ type }) => type === "tableRow")) return [...tree];
  return [{ type: "table", content: tree.filter(({ type }) => type === "tableRow") }];
}

function lineNode(schema: Schema, { content, ...form }: WrittenLine): Node {
  return schema.node("line", form, Fragment.fromJSON(schema, content));
}

function tableNode(schema: Schema, table: NoteNode): Node {
  const grid = gridOf(table);
  const width = Math.max(1, ...grid.map((row) => row.length));
  const isNamed = grid[0]?.[0]?.type === "tableHeader";
  const rows = grid.map((row, at) => {
    const cells = Array.from({ length: width }, (_, next) => {
      const lines = linesOfCell(row[next]).map((line) => lineNode(schema, line));
      const type = isNamed && at === 0 ? "tableHeader" : "tableCell";
      return schema.node(type, null, lines.length > 0 ? lines : [schema.node("line")]);
    });
    return schema.node("tableRow", null, cells);
  });
  return schema.node("table", null, rows);
}

/** Gives a slice that lies in one cell as the lines of that cell: what was copied in a cell is no table. */
export function withoutCell(slice: Slice): Slice {
  let { content, openStart, openEnd } = slice;
  while (content.childCount === 1 && !content.firstChild!.isTextblock && openStart > 1 && openEnd > 1) {
    content = content.firstChild!.content;
    openStart -= 1;
    openEnd -= 1;
  }
  return new Slice(content, openStart, openEnd);
}

/** Lists the forms of all lines of a fragment, those in tables too. */
export function formsIn(fragment: Fragment): LineAttributes[] {
  const forms: LineAttributes[] = [];
  fragment.descendants((node) => {
    if (node.type.name === "line") forms.push(formOfLine(node));
    return !node.isTextblock;
  });
  return forms;
}

/** Gives the lines of a fragment, in order, those forms; as it is where they are not as many. */
export function withForms(fragment: Fragment, forms: readonly LineAttributes[]): Fragment {
  if (formsIn(fragment).length !== forms.length) return fragment;
  let next = 0;
  const shaped = (node: Node): Node => {
    if (node.type.name === "line") return node.type.create({ ...forms[next++] }, node.content);
    return node.isLeaf ? node : node.copy(Fragment.from(node.content.content.map(shaped)));
  };
  return Fragment.from(fragment.content.map(shaped));
}

/** Lists what a slice holds as whole lines, tables and rules, whatever was open at its ends. */
export function wholeNodes(schema: Schema, slice: Slice): Node[] {
  const nodes = withoutCell(slice).content.content;
  if (nodes[0]?.isInline) return [schema.node("line", null, Fragment.from(nodes))];
  const rows = nodes.filter(({ type }) => type.name === "tableRow");
  if (rows.length > 0) return [squared(schema.node("table", null, rows))];
  return nodes.map((node) => (node.type.name === "table" ? squared(node) : node));
}

/** Makes a table of which a part was copied a whole one again, and one of its own. */
function squared(table: Node): Node {
  const width = Math.max(...table.children.map(({ childCount }) => childCount));
  const isWhole = table.children.every(
    (row) =>
      row.childCount === width && row.children.every(({ attrs }) => attrs.colspan * attrs.rowspan === 1),
  );
  return isWhole
    ? table.type.create(null, table.content)
    : nodesOf(table.type.schema, treeOf(Fragment.from(table)))[0]!;
}
