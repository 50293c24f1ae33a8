import { type Extensions, getSchema, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { MentionNode } from "./mentionNode";
import { plainLine } from "./noteLines";

/** Notes begin with a line; tables and rules stand between lines. */
const LinesDocument = Node.create({
  name: "doc",
  topNode: true,
  content: "line (line | block)*",
});

/** One line, whatever its form: changing the form changes attributes and never the words. */
const Line = Node.create({
  name: "line",
  content: "inline*",
  defining: true,
  addAttributes() {
    return { form: { default: plainLine.form }, depth: { default: plainLine.depth } };
  },
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
});

/** Keeps the place of something that is not ours. Nobody can copy it or write it anew. */
const Foreign = Node.create({
  name: "foreign",
  group: "inline",
  inline: true,
  atom: true,
  selectable: false,
  renderHTML: () => ["span", { class: "foreign" }],
});

/** A table knows by its id which rows, columns and cells of the shared document it shows. */
const NoteTable = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), id: { default: null, rendered: false, parseHTML: () => null } };
  },
}).configure({ resizable: false });

/** What an editor of notes that are held as lines is made of, in the browser and on the server. */
export const lineExtensions: Extensions = [
  StarterKit.configure({
    document: false,
    paragraph: false,
    heading: false,
    blockquote: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
  }),
  LinesDocument,
  Line,
  Foreign,
  NoteTable,
  TableRow,
  TableCell.extend({ content: "line+" }),
  TableHeader.extend({ content: "line+" }),
  MentionNode,
];

let schema: Schema | undefined;

/** Gives the ProseMirror schema of notes that are held as lines, which is built once. */
export function lineSchema(): Schema {
  schema ??= getSchema(lineExtensions);
  return schema;
}
