import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { readMention } from "~/record/document/mention";
import {
  firstLineAttributes,
  type LineAttributes,
  plainLine,
  readEmbed,
  readLineAttributes,
} from "~/record/document/noteLines";
import type { Block, Flow } from "./flow";
import { type Look, marksOf } from "./marks";

/** Makes the node that shows a table, and remembers what it is bound to; null where there is no such table. */
export type MakeTable = (id: string) => Node | null;

interface Run {
  insert?: unknown;
  attributes?: Look;
}

/**
 * Reads a shared text: what stands in it, and the children of the node that shows it. Whatever was written into it is
 * read in one way, never changed by being read, and takes as many places here as there.
 */
export function readFlow(schema: Schema, text: Y.Text, onlyLines: boolean, makeTable: MakeTable) {
  const reading = new Reading(schema, text, onlyLines, makeTable);
  for (const run of text.toDelta() as Run[]) reading.take(run);
  return reading.end();
}

class Reading {
  readonly #blocks: Block[] = [];
  readonly #nodes: Node[] = [];
  #line: { marker: Y.Map<unknown> | null; attributes: LineAttributes } | null;
  #words: Node[] = [];

  constructor(
    readonly schema: Schema,
    readonly text: Y.Text,
    readonly onlyLines: boolean,
    readonly makeTable: MakeTable,
  ) {
    this.#line = { marker: null, attributes: firstLineAttributes(text) };
  }

  take({ insert, attributes }: Run): void {
    if (typeof insert === "string") {
      if (insert !== "") this.#put(this.schema.text(insert, marksOf(this.schema, attributes)));
      return;
    }
    const embed = readEmbed(insert);
    if (embed.kind === "line") {
      this.#endLine();
      const { marker } = embed;
      this.#line = { marker, attributes: readLineAttributes((key) => marker.get(key)) };
      return;
    }
    const block = this.onlyLines ? null : blockNode(this.schema, insert, this.makeTable);
    if (!block) {
      this.#put(inlineNode(this.schema, insert, attributes));
      return;
    }
    this.#endLine();
    this.#blocks.push({ kind: "token", table: embed.kind === "table" ? embed.id : null });
    this.#nodes.push(block);
  }

  end(): { flow: Flow; nodes: Fragment } {
    this.#endLine();
    const flow = { text: this.text, blocks: this.#blocks, onlyLines: this.onlyLines };
    return { flow, nodes: Fragment.from(this.#nodes) };
  }

  #put(node: Node): void {
    // Words behind a table without a marker of their own.
    this.#line ??= { marker: null, attributes: plainLine };
    this.#words.push(node);
  }

  #endLine(): void {
    if (!this.#line) return;
    this.#blocks.push({ kind: "line", marker: this.#line.marker });
    this.#nodes.push(lineNode(this.schema, this.#line.attributes, Fragment.from(this.#words)));
    this.#line = null;
    this.#words = [];
  }
}

/** Makes a line. */
export function lineNode(schema: Schema, attributes: LineAttributes, words?: Fragment): Node {
  return schema.node("line", { ...attributes }, words);
}

/** Makes what stands between lines; null for what stands in a line. */
export function blockNode(schema: Schema, embedded: unknown, makeTable: MakeTable): Node | null {
  const embed = readEmbed(embedded);
  if (embed.kind === "rule") return schema.node("horizontalRule");
  return embed.kind === "table" ? makeTable(embed.id) : null;
}

/** Makes what takes one place in a line; what cannot be shown keeps its place. */
export function inlineNode(schema: Schema, embedded: unknown, look: Look | undefined): Node {
  const embed = readEmbed(embedded);
  const marks = marksOf(schema, look);
  if (embed.kind === "break") return schema.node("hardBreak", null, undefined, marks);
  if (embed.kind === "fact") return schema.node("fact", { ...embed.fact }, undefined, marks);
  const mention = embed.kind === "mention" ? readMention(embed.mention) : null;
  if (mention) return schema.node("mention", { ...mention }, undefined, marks);
  return schema.node("foreign", null, undefined, marks);
}
