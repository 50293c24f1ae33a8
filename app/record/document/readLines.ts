import type * as Y from "yjs";
import { cleanText, cutText } from "~/value/cleanText";
import { readMention } from "./mention";
import {
  firstLineAttributes,
  type LineAttributes,
  plainLine,
  readEmbed,
  readLineAttributes,
} from "./noteLines";
import { type NoteMark, type NoteNode, readNoteMarks } from "./noteSchema";
import { hasHeader, tableLines, writtenCellOf, writtenTableOf } from "./noteTable";

/** A line of notes: its form, and what stands in it. */
export interface NoteLine extends LineAttributes {
  content: NoteNode[];
}

/** What stands between lines, as a node of validated notes. */
export type LinePiece = NoteLine | NoteNode;

// Far above what people write; they bound the work that one hostile document can cause.
const bounds = { pieces: 20_000, characters: 2_000_000 };

/**
 * Reads notes that are held as lines into the tree in which readers know notes: neighbouring entries become lists,
 * deeper ones lists inside of them. What is unknown or not allowed falls away. Never throws, never writes.
 */
export function readLines(document: Y.Doc, topicId: string, text: Y.Text): NoteNode {
  const reading = new Reading(document, topicId, bounds);
  return { type: "doc", content: inTree(reading.pieces(text, true)) };
}

interface Run {
  insert?: unknown;
  attributes?: Record<string, unknown>;
}

class Reading {
  readonly #left: typeof bounds;
  readonly #tables = new Set<string>();

  constructor(
    readonly document: Y.Doc,
    readonly topicId: string,
    budget: typeof bounds,
  ) {
    this.#left = { ...budget };
  }

  /** The lines of a text, and the tables and rules between them where there may be any. */
  pieces(text: Y.Text, withBlocks: boolean): LinePiece[] {
    const pieces: LinePiece[] = [];
    let line: NoteLine | null = { ...firstLineAttributes(text), content: [] };
    const endLine = () => {
      if (line && this.#left.pieces-- > 0) pieces.push(line);
      line = null;
    };
    for (const { insert, attributes } of text.toDelta() as Run[]) {
      const embed = typeof insert === "string" ? null : readEmbed(insert);
      if (embed?.kind === "line") {
        endLine();
        line = { ...readLineAttributes((key) => embed.marker.get(key)), content: [] };
        continue;
      }
      const block = embed && withBlocks ? this.#block(embed) : null;
      if (block) {
        endLine();
        pieces.push(block);
        continue;
      }
      const node = this.#inline(insert, readNoteMarks(attributes ?? {}));
      // Words behind a table without a marker of their own are a line too.
      line ??= { ...plainLine, content: [] };
      if (node) line.content.push(node);
    }
    endLine();
    return pieces;
  }

  #block(embed: ReturnType<typeof readEmbed>): NoteNode | null {
    if (embed.kind === "rule") return { type: "horizontalRule" };
    return embed.kind === "table" ? this.#table(embed.id) : null;
  }

  #table(id: string): NoteNode | null {
    const map = writtenTableOf(this.document, this.topicId, id);
    if (!map) return null;
    const [rows, columns] = [tableLines(map, "row"), tableLines(map, "column")];
    // The same one a second time can only come from a client that is not ours.
    if (rows.length === 0 || columns.length === 0 || this.#tables.has(id)) return null;
    this.#tables.add(id);
    const content = rows.map((row, at) => {
      const type = hasHeader(map) && at === 0 ? "tableHeader" : "tableCell";
      const cells = columns.map((column) => {
        const text = writtenCellOf(this.document, this.topicId, id, row, column);
        const lines = text ? this.pieces(text, false) : [{ ...plainLine, content: [] }];
        return { type, attrs: { colspan: 1, rowspan: 1, align: null }, content: inTree(lines) };
      });
      return { type: "tableRow", content: cells };
    });
    return { type: "table", content };
  }

  #inline(insert: unknown, marks: NoteMark[]): NoteNode | null {
    const marked = marks.length > 0 ? { marks } : {};
    if (typeof insert === "string") {
      const words = cleanText(cutText(insert, Math.max(0, this.#left.characters)));
      this.#left.characters -= insert.length;
      return words === "" ? null : { type: "text", text: words, ...marked };
    }
    const embed = readEmbed(insert);
    if (embed.kind === "break") return { type: "hardBreak" };
    if (embed.kind === "fact") return { type: "fact", attrs: { ...embed.fact } };
    const mention = embed.kind === "mention" ? readMention(embed.mention) : null;
    return mention && { type: "mention", attrs: { ...mention }, ...marked };
  }
}

const listOf = { bullet: "bulletList", ordered: "orderedList" } as const;

/** A list that may still get entries, and how deep they say they are. */
interface OpenList {
  depth: number;
  list: NoteNode;
}

/** Puts lines that belong together into one list, or one quotation. */
export function inTree(pieces: readonly LinePiece[]): NoteNode[] {
  const tree: NoteNode[] = [];
  /** From the outside in, each inside the last entry of the one before. */
  let open: OpenList[] = [];
  for (const piece of pieces) {
    if (!("form" in piece)) {
      open = [];
      tree.push(piece);
      continue;
    }
    if (piece.form === "bullet" || piece.form === "ordered") {
      open = enter(tree, open, piece, listOf[piece.form]);
      open.at(-1)?.list.content?.push({ type: "listItem", content: [paragraph(piece)] });
      continue;
    }
    open = piece.form === "paragraph" ? open.filter(({ depth }) => depth <= piece.depth) : [];
    const entry = lastEntry(open);
    if (entry) entry.content?.push(paragraph(piece));
    else if (piece.form === "quote") quote(tree, piece);
    else tree.push(piece.form === "heading" ? heading(piece) : paragraph(piece));
  }
  return tree;
}

/** The open lists for an entry of that depth and kind; one that was set in at once stands as deep as it can. */
function enter(
  tree: NoteNode[],
  open: readonly OpenList[],
  { depth, start }: LineAttributes,
  type: string,
): OpenList[] {
  const outer = open.filter((one) => one.depth < depth);
  const same = open.find((one) => one.depth === depth);
  if (same?.list.type === type && start === undefined) return [...outer, same];
  const list: NoteNode = {
    type,
    ...(type === "orderedList" ? { attrs: { start: start ?? 1 } } : {}),
    content: [],
  };
  (lastEntry(outer)?.content ?? tree).push(list);
  return [...outer, { depth, list }];
}

function lastEntry(open: readonly OpenList[]): NoteNode | undefined {
  return open.at(-1)?.list.content?.at(-1);
}

function quote(tree: NoteNode[], line: NoteLine): void {
  const last = tree.at(-1);
  if (last?.type === "blockquote") last.content?.push(paragraph(line));
  else tree.push({ type: "blockquote", content: [paragraph(line)] });
}

function paragraph({ content }: NoteLine): NoteNode {
  return { type: "paragraph", ...(content.length > 0 ? { content } : {}) };
}

function heading({ depth, content }: NoteLine): NoteNode {
  return { type: "heading", attrs: { level: depth }, ...(content.length > 0 ? { content } : {}) };
}
