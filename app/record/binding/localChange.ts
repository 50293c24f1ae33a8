import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { type LineAttributes, plainLine } from "~/record/document/noteLines";
import { type Block, type Flow, indexAt } from "./flow";
import { type Hunk, hunksOf } from "./hunks";
import { type Look, lookChange } from "./marks";
import { type Stretch, widened } from "./stretch";
import { attributesOf, type Token, tokensBetween } from "./tokens";

/** What a changed stretch does to tables. */
export interface Tables {
  newId: (table: Node) => string;
  /** Puts what stands in a table that is new into the document. */
  insert: (table: Node, id: string) => void;
  /** Notes that a table is no longer in the text. */
  take: (id: string) => void;
  /** Writes what differs in a table that stayed. */
  align: (id: string, before: Node, after: Node) => void;
}

/**
 * Writes a changed stretch of a node's content into the shared text, and keeps the flow in step with the node as it is
 * after it. What lies behind the stretch must have been written before what lies in front of it.
 * @param before the node as the text has it
 * @param after the node as it is now
 */
export function writeStretch(flow: Flow, before: Node, after: Node, stretch: Stretch, tables: Tables): void {
  const { from, to, newFrom, newTo } = widened(flow, before, after, stretch);
  const old = tokensBetween(before, from, to, flow, (_table, at) => tableAt(flow, at));
  const known = new Set(old.flatMap(({ embed }) => (typeof embed?.table === "string" ? [embed.table] : [])));
  const now = tokensBetween(after, newFrom, newTo, null, (table) => {
    // The same one twice is a copy.
    const id = String(table.attrs.id);
    return known.delete(id) ? id : tables.newId(table);
  });
  const base = indexAt(flow, before, from);
  const hunks = hunksOf(old, now);
  const markers = new Map<Token, Y.Map<unknown>>();
  for (const hunk of [...hunks].reverse()) {
    if (hunk.oldCount > 0) flow.text.delete(base + hunk.oldAt, hunk.oldCount);
    insertTokens(flow.text, base + hunk.oldAt, now.slice(hunk.newAt, hunk.newAt + hunk.newCount), markers);
  }
  const kept = keptBlocks(flow, old, now, hunks, markers);
  alignKept(flow.text, base, old, now, hunks, kept);
  alignTables(before, after, old, now, hunks, tables);
  rebuildBlocks(flow, before, after, { from, to, newFrom, newTo }, now, kept, tables);
  if (from === 0) alignFirstLine(flow.text, before, after);
}

function insertTokens(
  text: Y.Text,
  index: number,
  tokens: readonly Token[],
  markers: Map<Token, Y.Map<unknown>>,
): void {
  let at = index;
  // Each time a look of its own: Yjs writes into what it is given.
  for (let next = 0; next < tokens.length; ) {
    const token = tokens[next]!;
    if (token.line) {
      const marker = new Y.Map<unknown>(Object.entries(token.line));
      markers.set(token, marker);
      text.insertEmbed(at, marker, {});
    } else if (token.embed) text.insertEmbed(at, token.embed, { ...token.look });
    else if (token.unit.length > 1) {
      // Not ours: nobody writes it anew.
      next += 1;
      continue;
    } else {
      const end = endOfRun(tokens, next);
      const words = tokens.slice(next, end).map(({ unit }) => unit);
      text.insert(at, words.join(""), { ...token.look });
      at += words.length;
      next = end;
      continue;
    }
    at += 1;
    next += 1;
  }
}

function endOfRun(tokens: readonly Token[], from: number): number {
  const { look } = tokens[from]!;
  let end = from + 1;
  while (end < tokens.length && tokens[end]!.unit.length === 1 && tokens[end]!.look === look) end += 1;
  return end;
}

/** Calls back for each pair of tokens that stayed. */
function eachKept(
  old: readonly Token[],
  now: readonly Token[],
  hunks: readonly Hunk[],
  visit: (old: Token, now: Token, newAt: number) => void,
): void {
  let [oldAt, newAt] = [0, 0];
  for (const hunk of [...hunks, { oldAt: old.length, oldCount: 0, newAt: now.length, newCount: 0 }]) {
    for (; oldAt < hunk.oldAt; oldAt++, newAt++) visit(old[oldAt]!, now[newAt]!, newAt);
    oldAt = hunk.oldAt + hunk.oldCount;
    newAt = hunk.newAt + hunk.newCount;
  }
}

/** The block of each child that begins in the new stretch. */
function keptBlocks(
  flow: Flow,
  old: readonly Token[],
  now: readonly Token[],
  hunks: readonly Hunk[],
  markers: Map<Token, Y.Map<unknown>>,
): Map<Token, Block> {
  const blocks = new Map<Token, Block>();
  eachKept(old, now, hunks, (before, after) => {
    const block = before.child === undefined ? undefined : flow.blocks[before.child];
    if (block) blocks.set(after, block);
  });
  for (const [token, marker] of markers) blocks.set(token, { kind: "line", marker });
  return blocks;
}

function rebuildBlocks(
  flow: Flow,
  before: Node,
  after: Node,
  { from, to, newFrom, newTo }: Stretch,
  now: readonly Token[],
  kept: Map<Token, Block>,
  tables: Tables,
): void {
  const tokens = new Map(now.flatMap((token) => (token.child === undefined ? [] : [[token.child, token]])));
  const [first, last] = childrenIn(before, from, to);
  const [newFirst, newLast] = childrenIn(after, newFrom, newTo);
  const blocks: Block[] = [];
  for (let at = newFirst; at < newLast; at++) {
    const token = tokens.get(at);
    const block = token && kept.get(token);
    if (block) blocks.push(block);
    else if (token?.embed) blocks.push(newToken(after.child(at), token.embed, tables));
    else blocks.push({ kind: "line", marker: null });
  }
  const staying = new Set(blocks);
  const gone = flow.blocks.splice(first, last - first, ...blocks).filter((block) => !staying.has(block));
  for (const block of gone) if (block.kind === "token" && block.table !== null) tables.take(block.table);
}

function newToken(child: Node, embed: Record<string, unknown>, tables: Tables): Block {
  if (typeof embed.table !== "string") return { kind: "token", table: null };
  tables.insert(child, embed.table);
  return { kind: "token", table: embed.table };
}

function tableAt(flow: Flow, at: number): string {
  const block = flow.blocks[at];
  return block?.kind === "token" ? (block.table ?? "") : "";
}

function alignTables(
  before: Node,
  after: Node,
  old: readonly Token[],
  now: readonly Token[],
  hunks: readonly Hunk[],
  tables: Tables,
): void {
  eachKept(old, now, hunks, (one, other) => {
    if (typeof one.embed?.table !== "string" || one.child === undefined || other.child === undefined) return;
    const [was, is] = [before.child(one.child), after.child(other.child)];
    if (was !== is) tables.align(one.embed.table, was, is);
  });
}

/** Writes the content of a node into a text that is still empty. */
export function writeNew(text: Y.Text, node: Node): void {
  insertTokens(
    text,
    0,
    tokensBetween(node, 0, node.content.size, null, () => ""),
    new Map(),
  );
  const first = node.firstChild;
  if (!first) return;
  for (const [key, value] of Object.entries(attributesOf(first)))
    if (plainLine[key as keyof LineAttributes] !== value) text.setAttribute(key, value);
}

/** The children that begin between two positions: the first one, and the one behind the last. */
function childrenIn(node: Node, from: number, to: number): [first: number, end: number] {
  let [start, at] = [0, 0];
  while (at < node.childCount && start < from) start += node.child(at++).nodeSize;
  const first = at;
  while (at < node.childCount && start < to) start += node.child(at++).nodeSize;
  return [first, at];
}

/** Gives what stayed the look and the form that it has now. */
function alignKept(
  text: Y.Text,
  base: number,
  old: readonly Token[],
  now: readonly Token[],
  hunks: readonly Hunk[],
  kept: Map<Token, Block>,
): void {
  const looks = new LookRuns(text, base);
  eachKept(old, now, hunks, (before, after, newAt) => {
    const block = kept.get(after);
    if (before.line && after.line && block?.kind === "line" && block.marker) {
      const { marker } = block;
      alignForm(before.line, after.line, {
        get: (key) => marker.get(key),
        set: (key, to) => marker.set(key, to),
      });
    } else if (before.look !== after.look) looks.add(newAt, lookChange(before.look, after.look));
  });
  looks.end();
}

/** Where the form of a line is kept. */
interface KeptForm {
  get: (key: string) => unknown;
  set: (key: string, to: string | number | null) => void;
}

/** Writes the form that a line has got. What is kept may be read as another value than it is, such as a depth too deep. */
function alignForm(before: LineAttributes, after: LineAttributes, kept: KeptForm): void {
  if (before.form === after.form && before.depth === after.depth && before.start === after.start) return;
  for (const key of ["form", "depth", "start"] as const) {
    const [now, next] = [kept.get(key) ?? plainLine[key] ?? null, after[key] ?? null];
    if (now !== next) kept.set(key, next);
  }
}

/** Formats neighbours that change in the same way at once. */
class LookRuns {
  #run: { at: number; count: number; change: Look; key: string } | null = null;

  constructor(
    readonly text: Y.Text,
    readonly base: number,
  ) {}

  add(at: number, change: Look | null): void {
    if (!change) return;
    const key = JSON.stringify(change);
    const run = this.#run;
    if (run && run.at + run.count === at && run.key === key) {
      run.count += 1;
      return;
    }
    this.end();
    this.#run = { at, count: 1, change, key };
  }

  end(): void {
    const run = this.#run;
    this.#run = null;
    if (run) this.text.format(this.base + run.at, run.count, run.change);
  }
}

function alignFirstLine(text: Y.Text, before: Node, after: Node): void {
  const [old, now] = [before.firstChild, after.firstChild];
  if (!old || !now) return;
  const get = (key: string) => text.getAttribute(key) as unknown;
  alignForm(attributesOf(old), attributesOf(now), { get, set: (key, to) => text.setAttribute(key, to) });
}
