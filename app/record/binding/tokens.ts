import type { Node } from "@tiptap/pm/model";
import { embedOf, type LineAttributes, readLineAttributes } from "~/record/document/noteLines";
import type { Flow } from "./flow";
import { type Look, lookOf } from "./marks";

/** What takes one place in a shared text. */
export interface Token {
  /** Equal for what may be taken as the same: a character, "line" for any marker, an embed with what it holds. */
  unit: string;
  look: Look;
  /** Of a marker: the form of its line. */
  line?: LineAttributes;
  /** The plain object to embed. */
  embed?: Record<string, unknown>;
  /** Which child of the node, for what begins one. */
  child?: number;
}

/** Gives the id of a table, which is such a child of its node. */
type TableNames = (table: Node, at: number) => string;

/** The unit of a marker. */
export const lineUnit = "\nline";

/**
 * Lists what stands between two positions of a node's content, as the shared text has it.
 * @param flow what the node is bound to; null for a node that the text does not have yet, whose lines all need markers
 * @param tableOf gives the ids of tables
 */
export function tokensBetween(
  node: Node,
  from: number,
  to: number,
  flow: Flow | null,
  tableOf: TableNames,
): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  for (let at = 0; at < node.childCount && start < to; at++) {
    const child = node.child(at);
    const end = start + child.nodeSize;
    if (end > from) {
      const begins = start >= from;
      if (child.type.name === "line") {
        if (begins && hasMarker(flow, at)) tokens.push(lineToken(child, at));
        pushWords(tokens, child, from - start - 1, to - start - 1);
      } else if (begins) tokens.push({ ...blockToken(child, at, tableOf), child: at });
    }
    start = end;
  }
  return tokens;
}

function hasMarker(flow: Flow | null, at: number): boolean {
  if (at === 0) return false;
  const block = flow?.blocks[at];
  return flow === null || (block?.kind === "line" && block.marker !== null);
}

function lineToken(line: Node, child: number): Token {
  return { unit: lineUnit, look: {}, line: attributesOf(line), child };
}

/** The form of a line as its node has it. */
export function attributesOf(line: Node): LineAttributes {
  return readLineAttributes((key) => line.attrs[key]);
}

function blockToken(child: Node, at: number, tableOf: TableNames): Token {
  const embed = child.type.name === "table" ? embedOf.table(tableOf(child, at)) : embedOf.rule();
  return { unit: unitOf(embed), look: {}, embed };
}

function unitOf(embed: Record<string, unknown>): string {
  return `\n${JSON.stringify(embed)}`;
}

function pushWords(tokens: Token[], line: Node, from: number, to: number): void {
  line.forEach((child, offset) => {
    const look = lookOf(child.marks);
    if (!child.isText) {
      if (offset >= from && offset < to) tokens.push(inlineToken(child, look));
      return;
    }
    const words = child.text ?? "";
    for (let at = Math.max(0, from - offset); at < Math.min(words.length, to - offset); at++)
      tokens.push({ unit: words[at]!, look });
  });
}

function inlineToken(child: Node, look: Look): Token {
  if (child.type.name === "hardBreak") return { unit: unitOf(embedOf.break()), look, embed: embedOf.break() };
  if (child.type.name === "fact") {
    const embed = embedOf.fact({ id: String(child.attrs.id) });
    return { unit: unitOf(embed), look, embed };
  }
  if (child.type.name === "mention") {
    const { kind, id, label } = child.attrs as { kind: string; id: string; label: string };
    const embed = embedOf.mention({ kind, id, label });
    return { unit: unitOf(embed), look, embed };
  }
  // Not ours: it stays where it is and is never written.
  return { unit: "\nforeign", look };
}
