import { Fragment, type Node as ProseNode } from "@tiptap/pm/model";
import * as Y from "yjs";
import { cleanText, cutText } from "~/value/cleanText";
import { readMention } from "./mention";
import { type NoteNode, noteSchema, readMarks } from "./noteSchema";

// Far above what people write; they bound the work one hostile document can cause.
const bounds = { depth: 40, nodes: 50_000, characters: 2_000_000 };

interface Budget {
  nodes: number;
  characters: number;
}

/**
 * Reads notes that are held as elements, as they were before version 2 of the editor, and fits them to the schema: unknown nodes give way to their
 * words, unknown marks, attributes and links that are not allowed fall away. Never throws, never writes.
 * @param fragment null reads as empty notes
 */
export function readElements(fragment: Y.XmlFragment | null): NoteNode {
  const { nodes } = noteSchema();
  const budget: Budget = { nodes: bounds.nodes, characters: bounds.characters };
  const children = fragment ? fragment.toArray().flatMap((child) => readChild(child, 1, budget)) : [];
  const root = fitting("doc", null, children)[0] ?? nodes.doc?.createAndFill();
  return root?.toJSON() as NoteNode;
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
