import { type Extensions, getSchema } from "@tiptap/core";
import { TableKit } from "@tiptap/extension-table";
import { Mark, type Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import { cleanLine, cutText } from "~/value/cleanText";
import { isAllowedLink } from "./allowedLink";
import { FactNode } from "./fact";
import { MentionNode } from "./mentionNode";
import { ForMinutes, NoteLink, Subscript, Superscript } from "./noteMarks";
import { writtenScript } from "./noteScripts";

export const headingLevels = [2, 3, 4] as const;

/** What the tree is made of in which readers know notes: lists in lists, and of tables whose cells reach over several. */
const treeExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [...headingLevels] },
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
    link: false,
  }),
  NoteLink,
  Superscript,
  Subscript,
  TableKit.configure({ table: { resizable: false } }),
  MentionNode,
  FactNode,
  ForMinutes,
];

let schema: Schema | undefined;

/** Gives the ProseMirror schema of the tree of notes, which is built once. */
export function noteSchema(): Schema {
  schema ??= getSchema(treeExtensions);
  return schema;
}

/** A node of validated notes: plain data, every name and attribute from the schema, every link allowed. */
export interface NoteNode {
  type: string;
  attrs?: Record<string, string | number | number[] | null>;
  content?: NoteNode[];
  marks?: NoteMark[];
  text?: string;
}

/** How words of validated notes look. */
export interface NoteMark {
  type: string;
  attrs?: Record<string, string | null>;
}

/** Writes the words of notes, one line for each block: for search and for comparing. */
export function noteText(note: NoteNode): string {
  if (note.text !== undefined) return writtenScript(note.text, note.marks);
  if (note.type === "mention") return `@${note.attrs?.label ?? ""}`;
  if (note.type === "hardBreak") return "\n";
  if (note.type === "fact") return `〔${note.attrs?.id ?? ""}〕`;
  const parts = (note.content ?? []).map(noteText);
  const inline = note.content?.every((child) => noteSchema().nodes[child.type]?.isInline) ?? false;
  return inline ? parts.join("") : parts.filter(Boolean).join("\n");
}

const longestLinkTitle = 200;

// y-tiptap writes marks that may overlap as `name--hash`.
const hashed = /--[a-zA-Z0-9+/=]{8}$/;

/** Reads how words look, as plain data; what is unknown or not allowed falls away. */
export function readNoteMarks(attributes: Record<string, unknown>): NoteMark[] {
  return readMarks(attributes).map((mark) => mark.toJSON() as NoteMark);
}

/** Reads how words look as marks of the schema; what is unknown or not allowed falls away. */
export function readMarks(attributes: Record<string, unknown>): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [key, value] of Object.entries(attributes)) {
    const type = noteSchema().marks[key.replace(hashed, "")];
    if (!type || value === null || value === false) continue;
    if (type.name !== "link") {
      marks.push(type.create());
      continue;
    }
    const { href, title } = (typeof value === "object" ? value : {}) as Record<string, unknown>;
    if (!isAllowedLink(href)) continue;
    marks.push(
      type.create({
        href,
        title: typeof title === "string" ? cleanLine(cutText(title, longestLinkTitle)) : null,
      }),
    );
  }
  return Mark.setFrom(marks);
}
