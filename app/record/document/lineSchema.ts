import { type Extensions, getSchema, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import type { DOMOutputSpec, Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { FactNode } from "./fact";
import { MentionNode } from "./mentionNode";
import { plainLine } from "./noteLines";
import { ForMinutes, NoteLink, Subscript, Superscript } from "./noteMarks";

/** Notes begin with a line; tables and rules stand between lines. */
const LinesDocument = Node.create({
  name: "doc",
  topNode: true,
  content: "line (line | block)*",
});

/** Writes a line by itself; which list it belongs to is seen only among its neighbours. */
function lineElement({ form, depth }: Record<string, unknown>): DOMOutputSpec {
  if (form === "heading") return [`h${depth}`, 0];
  if (form === "quote") return ["blockquote", ["p", 0]];
  if (form === "bullet") return ["ul", ["li", 0]];
  return form === "ordered" ? ["ol", ["li", 0]] : ["p", 0];
}

/** One line, whatever its form: changing the form changes attributes and never the words. */
const Line = Node.create({
  name: "line",
  content: "inline*",
  defining: true,
  addAttributes() {
    const hidden = { rendered: false, parseHTML: () => undefined };
    return {
      form: { default: plainLine.form, ...hidden },
      depth: { default: plainLine.depth, ...hidden },
      start: { default: null, ...hidden },
    };
  },
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ node }) => lineElement(node.attrs),
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

/** A line across the page. */
const HorizontalRule = Node.create({
  name: "horizontalRule",
  group: "block",
  parseHTML: () => [{ tag: "hr" }],
  renderHTML: () => ["hr"],
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
    horizontalRule: false,
    link: false,
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
  }),
  LinesDocument,
  Line,
  Foreign,
  HorizontalRule,
  NoteLink,
  Superscript,
  Subscript,
  NoteTable,
  TableRow,
  TableCell.extend({ content: "line+" }),
  TableHeader.extend({ content: "line+" }),
  MentionNode,
  FactNode,
  ForMinutes,
];

let schema: Schema | undefined;

/** Gives the ProseMirror schema of notes that are held as lines, which is built once. */
export function lineSchema(): Schema {
  schema ??= getSchema(lineExtensions);
  return schema;
}
