import { type Extensions, getSchema } from "@tiptap/core";
import { Link } from "@tiptap/extension-link";
import { TableKit } from "@tiptap/extension-table";
import { Fragment, Mark, type Node as ProseNode, type Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import * as Y from "yjs";
import { cleanLine, cleanText, cutText } from "~/value/cleanText";
import { isAllowedLink } from "./allowedLink";
import { readMention } from "./mention";
import { MentionNode } from "./mentionNode";

/**
 * Rises with every change of the nodes, marks or attributes below. A page of an older version would
 * delete from the shared document what it does not know, so the server refuses it (close code 4409).
 */
export const editorSchemaVersion = 1;

export const headingLevels = [2, 3, 4] as const;

/** Links to allowed addresses only, ending where they were set. */
const NoteLink = Link.extend({
  // Chinese has no blanks between words at which writing could leave a link.
  inclusive: false,
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: "https",
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: null },
  isAllowedUri: (url) => isAllowedLink(url),
});

/**
 * What every editor of notes is made of, in the browser and on the server. No history (collaboration
 * undoes per person) and no trailing node (each open page would write one into the shared document).
 */
export const editorExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [...headingLevels] },
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
    link: false,
  }),
  NoteLink,
  TableKit.configure({ table: { resizable: false } }),
  MentionNode,
];

let schema: Schema | undefined;

/** Gives the ProseMirror schema of the notes, which is built once. */
export function noteSchema(): Schema {
  schema ??= getSchema(editorExtensions);
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

// Far above what people write; they bound the work one hostile document can cause.
const bounds = { depth: 40, nodes: 50_000, characters: 2_000_000 };

const longestLinkTitle = 200;

interface Budget {
  nodes: number;
  characters: number;
}

/**
 * Reads notes out of the shared document and fits them to the schema: unknown nodes give way to their
 * words, unknown marks, attributes and links that are not allowed fall away. Never throws, never writes.
 * @param fragment null reads as empty notes
 */
export function readNote(fragment: Y.XmlFragment | null): NoteNode {
  const { nodes } = noteSchema();
  const budget: Budget = { nodes: bounds.nodes, characters: bounds.characters };
  const children = fragment ? fragment.toArray().flatMap((child) => readChild(child, 1, budget)) : [];
  const root = fitting("doc", null, children)[0] ?? nodes.doc?.createAndFill();
  return root?.toJSON() as NoteNode;
}

/** Writes the words of notes, one line for each block: for search and for comparing. */
export function noteText(note: NoteNode): string {
  if (note.text !== undefined) return note.text;
  if (note.type === "mention") return `@${note.attrs?.label ?? ""}`;
  if (note.type === "hardBreak") return "\n";
  const parts = (note.content ?? []).map(noteText);
  const inline = note.content?.every((child) => noteSchema().nodes[child.type]?.isInline) ?? false;
  return inline ? parts.join("") : parts.filter(Boolean).join("\n");
}

function readChild(child: unknown, depth: number, budget: Budget): ProseNode[] {
  if (budget.nodes-- <= 0 || depth > bounds.depth) return [];
  if (child instanceof Y.XmlText) return readRuns(child, budget);
  if (!(child instanceof Y.XmlElement)) return [];
  const children = child.toArray().flatMap((one) => readChild(one, depth + 1, budget));
  return fitting(child.nodeName, child.getAttributes() as Record<string, unknown>, children);
}

function readRuns(text: Y.XmlText, budget: Budget): ProseNode[] {
  const runs: ProseNode[] = [];
  for (const run of text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof run.insert !== "string" || run.insert === "" || budget.characters <= 0) continue;
    const words = cleanText(cutText(run.insert, budget.characters));
    budget.characters -= run.insert.length;
    if (words === "") continue;
    runs.push(noteSchema().text(words, readMarks(run.attributes ?? {})));
  }
  return runs;
}

// y-tiptap writes marks that may overlap as `name--hash`.
const hashed = /--[a-zA-Z0-9+/=]{8}$/;

/** Reads how words look, as plain data; what is unknown or not allowed falls away. */
export function readNoteMarks(attributes: Record<string, unknown>): NoteMark[] {
  return readMarks(attributes).map((mark) => mark.toJSON() as NoteMark);
}

function readMarks(attributes: Record<string, unknown>): readonly Mark[] {
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

/** Creates a node of that name around the children; what cannot be one gives way to its words. */
function fitting(
  name: string,
  attributes: Record<string, unknown> | null,
  children: ProseNode[],
): ProseNode[] {
  const type = Object.hasOwn(noteSchema().nodes, name) ? noteSchema().nodes[name] : undefined;
  if (!type || type.isText) return children;
  const attrs = readAttributes(name, attributes ?? {});
  if (attrs === null) return children;
  const inside = type.inlineContent ? inlineOf(children) : blocksOf(children);
  const made = createValid(type.name, attrs, inside) ?? createValid(type.name, attrs, wordsOf(children));
  return made ? [made] : wordsOf(children);
}

function createValid(name: string, attrs: Record<string, unknown>, children: ProseNode[]): ProseNode | null {
  const made = noteSchema().nodes[name]?.createAndFill(attrs, Fragment.from(children)) ?? null;
  try {
    made?.check();
    return made;
  } catch {
    return null;
  }
}

// Where only inline content may stand, a block gives its inline content.
function inlineOf(children: ProseNode[]): ProseNode[] {
  return children.flatMap((child) => {
    if (child.isInline) return [child];
    const inside: ProseNode[] = [];
    child.descendants((node) => {
      if (node.isInline) inside.push(node);
    });
    return inside;
  });
}

// Where only blocks may stand, neighbouring inline content gets a paragraph.
function blocksOf(children: ProseNode[]): ProseNode[] {
  const blocks: ProseNode[] = [];
  let loose: ProseNode[] = [];
  const flush = () => {
    const paragraph = loose.length > 0 ? createValid("paragraph", {}, loose) : null;
    if (paragraph) blocks.push(paragraph);
    loose = [];
  };
  for (const child of children) {
    if (child.isInline) loose.push(child);
    else {
      flush();
      blocks.push(child);
    }
  }
  flush();
  return blocks;
}

// The last resort: the words alone, as paragraphs.
function wordsOf(children: ProseNode[]): ProseNode[] {
  return blocksOf(children).flatMap((child) => {
    if (child.isTextblock) return createValid("paragraph", {}, inlineOf([child])) ?? [];
    const blocks: ProseNode[] = [];
    child.descendants((node) => {
      if (!node.isTextblock) return true;
      const paragraph = createValid("paragraph", {}, inlineOf([node]));
      if (paragraph) blocks.push(paragraph);
      return false;
    });
    return blocks;
  });
}

const whole = (value: unknown, from: number, to: number, otherwise: number) => {
  const number = Number(value);
  return Number.isInteger(number) && number >= from && number <= to ? number : otherwise;
};

/** Reads the attributes of a node as the schema means them; null when the node makes no sense without. */
function readAttributes(name: string, found: Record<string, unknown>): Record<string, unknown> | null {
  switch (name) {
    case "heading":
      return { level: whole(found.level, 2, 4, 4) };
    case "orderedList":
      return { start: whole(found.start, 0, 100_000, 1) };
    case "tableCell":
    case "tableHeader":
      return {
        colspan: whole(found.colspan, 1, 100, 1),
        rowspan: whole(found.rowspan, 1, 1_000, 1),
        align: ["left", "right", "center"].includes(found.align as string) ? found.align : null,
      };
    case "mention":
      return readMention(found) as Record<string, unknown> | null;
    default:
      return {};
  }
}
