import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import * as prng from "lib0/prng";
import { lineSchema } from "~/record/document/lineSchema";
import { newRecordId } from "~/record/document/newRecordId";
import type { LineAttributes } from "~/record/document/noteLines";
import {
  addTableLine,
  setTableLineGone,
  type TableLines,
  tableLines,
  tableOf,
} from "~/record/document/noteTable";
import type { LinesEditor } from "./linesEditor";

/** What an act may use: chance, and letters that nobody has typed before. */
export interface Acting {
  chance: prng.PRNG;
  fresh: (count: number) => string;
  /** Who does it. */
  editor: LinesEditor;
}

/** Something that a writer does, somewhere in the document; null where it is not done by a transaction of the editor. */
export type NoteAct = (tr: Transaction, acting: Acting) => Transaction | null;

const schema = lineSchema();
const line = (words: string, attributes?: Partial<LineAttributes>) =>
  schema.node("line", attributes, words === "" ? undefined : schema.text(words));

/** Every place at which a caret can stand. */
function places(doc: Node): number[] {
  const found: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== "line") return true;
    for (let at = 0; at <= node.content.size; at++) found.push(position + 1 + at);
    return false;
  });
  return found;
}

function linesOf(doc: Node): number[] {
  const found: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === "line") found.push(position);
    return node.type.name !== "line";
  });
  return found;
}

/** Where a selection stays: the cell of a table, or everything outside of tables. */
function home(doc: Node, position: number): number {
  const $position = doc.resolve(position);
  return $position.depth > 1 ? $position.start(3) : 0;
}

function range(tr: Transaction, { chance }: Acting, longest: number): [from: number, to: number] {
  const from = prng.oneOf(chance, places(tr.doc));
  const near = places(tr.doc).filter(
    (place) => place >= from && place <= from + longest && home(tr.doc, place) === home(tr.doc, from),
  );
  return [from, prng.oneOf(chance, near)];
}

const somewhere = (tr: Transaction, { chance }: Acting) => prng.oneOf(chance, places(tr.doc));
const betweenBlocks = (tr: Transaction, { chance }: Acting) => {
  const at = prng.int32(chance, 1, tr.doc.childCount);
  let position = 0;
  for (let before = 0; before < at; before++) position += tr.doc.child(before).nodeSize;
  return position;
};

const forms: LineAttributes[] = [
  { form: "paragraph", depth: 0 },
  { form: "heading", depth: 3 },
  { form: "bullet", depth: 2 },
  { form: "ordered", depth: 1 },
  { form: "ordered", depth: 1, start: 3 },
  { form: "quote", depth: 0 },
];

const type: NoteAct = (tr, acting) =>
  tr.insertText(acting.fresh(prng.int32(acting.chance, 1, 3)), somewhere(tr, acting));

const breakLine: NoteAct = (tr, acting) => {
  const at = somewhere(tr, acting);
  const attrs = prng.bool(acting.chance) ? tr.doc.resolve(at).parent.attrs : prng.oneOf(acting.chance, forms);
  return tr.split(at, 1, [{ type: schema.nodes.line!, attrs: { ...attrs } }]);
};

const joinLines: NoteAct = (tr, { chance }) => {
  const joinable = linesOf(tr.doc).filter((at) => tr.doc.resolve(at).nodeBefore?.type.name === "line");
  return joinable.length > 0 ? tr.join(prng.oneOf(chance, joinable)) : tr;
};

const changeForm: NoteAct = (tr, { chance }) =>
  tr.setNodeMarkup(prng.oneOf(chance, linesOf(tr.doc)), null, { ...prng.oneOf(chance, forms) });

const cut: NoteAct = (tr, acting) => tr.delete(...range(tr, acting, 6));

const replace: NoteAct = (tr, acting) => tr.insertText(acting.fresh(2), ...range(tr, acting, 4));

const paste: NoteAct = (tr, acting) => {
  const lines = [
    line(acting.fresh(2)),
    line(acting.fresh(2), { form: "bullet", depth: 1 }),
    line(acting.fresh(1)),
  ];
  const at = somewhere(tr, acting);
  return tr.replace(at, at, new Slice(Fragment.from(lines), 1, 1));
};

const mention: NoteAct = (tr, acting) =>
  tr.insert(somewhere(tr, acting), schema.node("mention", { kind: "unit", id: "works", label: "x" }));

const bold: NoteAct = (tr, acting) => {
  const [from, to] = range(tr, acting, 5);
  if (prng.bool(acting.chance)) return tr.addMark(from, to, schema.marks.bold!.create());
  return tr.removeMark(from, to, schema.marks.bold!);
};

const rule: NoteAct = (tr, acting) => {
  const rules: number[] = [];
  tr.doc.forEach((child, position) => {
    if (child.type.name === "horizontalRule") rules.push(position);
  });
  if (rules.length > 2) return tr.delete(rules[0]!, rules[0]! + 1);
  return tr.insert(betweenBlocks(tr, acting), schema.node("horizontalRule"));
};

const table: NoteAct = (tr, acting) => {
  const cell = (name: string) => schema.node(name, null, [line(acting.fresh(1)), line("", forms[2])]);
  const row = (name: string) => schema.node("tableRow", null, [cell(name), cell(name)]);
  let tables = 0;
  tr.doc.forEach((child) => {
    if (child.type.name === "table") tables += 1;
  });
  if (tables > 2) return type(tr, acting);
  return tr.insert(
    betweenBlocks(tr, acting),
    schema.node("table", null, [row("tableHeader"), row("tableCell")]),
  );
};

function shownTables(doc: Node): string[] {
  const ids: string[] = [];
  doc.forEach((child) => {
    if (typeof child.attrs.id === "string") ids.push(child.attrs.id);
  });
  return ids;
}

const tableSize: NoteAct = (tr, { chance, editor }) => {
  const tables = shownTables(tr.doc);
  if (tables.length === 0) return null;
  const map = tableOf(editor.document, editor.topicId, prng.oneOf(chance, tables));
  const kind: TableLines = prng.bool(chance) ? "row" : "column";
  const there = tableLines(map, kind);
  const one = prng.oneOf(chance, there);
  editor.changeTable(() => {
    if (there.length < 4) addTableLine(map, kind, newRecordId(), one);
    else setTableLineGone(map, kind, one, true);
  });
  return null;
};

const undo: NoteAct = (_tr, { editor }) => {
  editor.undo.undo();
  return null;
};

const redo: NoteAct = (_tr, { editor }) => {
  editor.undo.redo();
  return null;
};

/** What is done to lines without tables, typing most of all. */
export const lineActs: readonly NoteAct[] = [
  ...[type, type, type, breakLine, breakLine, joinLines, changeForm, changeForm],
  ...[cut, replace, paste, mention, bold, rule],
];

/** The same with tables among the lines. */
export const tableActs: readonly NoteAct[] = [...lineActs, table, type];

/** Everything, with rows and columns that come and go, and what one did taken back and done again. */
export const allActs: readonly NoteAct[] = [...tableActs, tableSize, undo, undo, redo];
