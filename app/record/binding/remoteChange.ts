import { Fragment, type Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { canSplit } from "@tiptap/pm/transform";
import * as Y from "yjs";
import { plainLine, readLineAttributes } from "~/record/document/noteLines";
import { type Flow, type LineBlock, type Place, placeAt } from "./flow";
import { type Look, markOf, marksOf } from "./marks";
import { blockNode, inlineNode, lineNode, type MakeTable } from "./readFlow";

/** One entry of what Yjs tells of a changed text. */
interface Operation {
  retain?: number;
  delete?: number;
  insert?: unknown;
  attributes?: Look;
}

/**
 * Takes what happened to a shared text into the editor, in small steps that leave every other word where it is.
 * @param start where the content of the node that shows the text begins
 */
export function takeDelta(
  tr: Transaction,
  flow: Flow,
  start: number,
  delta: readonly unknown[],
  makeTable: MakeTable,
): void {
  const change = new RemoteChange(tr, flow, start, makeTable);
  let index = 0;
  for (const operation of delta as Operation[]) {
    if (operation.retain !== undefined) {
      if (operation.attributes) change.restyle(index, operation.retain, operation.attributes);
      index += operation.retain;
    } else if (operation.delete !== undefined) change.remove(index, operation.delete);
    else index += change.insert(index, operation.insert, operation.attributes);
  }
}

/** Gives the line the form that its marker says. */
export function takeForm(tr: Transaction, flow: Flow, start: number, marker: Y.Map<unknown>): void {
  const at = flow.blocks.findIndex((block) => block.kind === "line" && block.marker === marker);
  if (at < 0) return;
  const { node, position } = childAt(tr, start, at);
  if (node.type.name !== "line") return;
  tr.setNodeMarkup(position, null, { ...readLineAttributes((key) => marker.get(key)) });
}

/** The node in whose content the position lies. */
function nodeAt(tr: Transaction, start: number): Node {
  return start === 0 ? tr.doc : tr.doc.resolve(start).parent;
}

function childAt(tr: Transaction, start: number, at: number): { node: Node; position: number } {
  const parent = nodeAt(tr, start);
  let position = start;
  for (let before = 0; before < at; before++) position += parent.child(before).nodeSize;
  return { node: parent.child(at), position };
}

class RemoteChange {
  constructor(
    readonly tr: Transaction,
    readonly flow: Flow,
    readonly start: number,
    readonly makeTable: MakeTable,
  ) {}

  get schema() {
    return this.tr.doc.type.schema;
  }

  #place(index: number): Place {
    return placeAt(this.flow, nodeAt(this.tr, this.start), index);
  }

  #child(at: number) {
    return childAt(this.tr, this.start, at);
  }

  /** A line whose words stand behind a table without a marker. */
  #isLoose(at: number): boolean {
    const block = this.flow.blocks[at];
    return at > 0 && block?.kind === "line" && block.marker === null;
  }

  /** Inserts words or one embed; returns how many places it takes. */
  insert(index: number, inserted: unknown, look: Look | undefined): number {
    if (typeof inserted === "string") {
      if (inserted !== "") this.#insertInline(index, this.schema.text(inserted, marksOf(this.schema, look)));
      return inserted.length;
    }
    if (inserted instanceof Y.Map) this.#insertMarker(index, inserted);
    else {
      const block = this.flow.onlyLines ? null : blockNode(this.schema, inserted, this.makeTable);
      if (block) this.#insertBlock(index, block);
      else this.#insertInline(index, inlineNode(this.schema, inserted, look));
    }
    return 1;
  }

  #insertInline(index: number, node: Node): void {
    const place = this.#place(index);
    if (place.offset !== null) this.tr.insert(this.start + place.position, node);
    else this.#insertLine(place, null, lineNode(this.schema, plainLine, Fragment.from(node)));
  }

  #insertLine(place: Place, marker: LineBlock["marker"], line: Node): void {
    this.tr.insert(this.start + place.position, line);
    this.flow.blocks.splice(place.block + 1, 0, { kind: "line", marker });
  }

  #insertMarker(index: number, marker: Y.Map<unknown>): void {
    const place = this.#place(index);
    const attributes = readLineAttributes((key) => marker.get(key));
    if (place.offset === null) this.#insertLine(place, marker, lineNode(this.schema, attributes));
    else if (place.offset === 0 && this.#isLoose(place.block)) {
      (this.flow.blocks[place.block] as LineBlock).marker = marker;
      this.tr.setNodeMarkup(this.#child(place.block).position, null, { ...attributes });
    } else this.#split(place, { ...attributes }, marker);
  }

  #split(place: Place, attributes: Record<string, unknown>, marker: LineBlock["marker"]): void {
    const at = this.start + place.position;
    const types = [{ type: this.schema.nodes.line!, attrs: attributes }];
    if (!canSplit(this.tr.doc, at, 1, types)) throw new Error("a line cannot be broken there");
    this.tr.split(at, 1, types);
    this.flow.blocks.splice(place.block + 1, 0, { kind: "line", marker });
  }

  #insertBlock(index: number, node: Node): void {
    const place = this.#place(index);
    const token = { kind: "token", table: (node.attrs.id as string | undefined) ?? null } as const;
    const line = place.offset === null ? null : this.#child(place.block);
    if (place.offset === 0 && line && this.#isLoose(place.block)) {
      this.tr.insert(line.position, node);
      this.flow.blocks.splice(place.block, 0, token);
      return;
    }
    if (line && place.offset !== null && place.offset < line.node.content.size)
      this.#split(place, { ...plainLine }, null);
    const behind = this.#child(place.block);
    this.tr.insert(behind.position + behind.node.nodeSize, node);
    this.flow.blocks.splice(place.block + 1, 0, token);
  }

  /** Removes what stood on so many places. */
  remove(index: number, count: number): void {
    let left = count;
    while (left > 0) {
      const place = this.#place(index);
      const size = place.offset === null ? 0 : this.#child(place.block).node.content.size;
      if (place.offset !== null && place.offset < size) {
        const words = Math.min(left, size - place.offset);
        const from = this.start + place.position;
        this.tr.delete(from, from + words);
        if (words === size && this.#isLoose(place.block)) this.#drop(place.block);
        left -= words;
      } else {
        if (place.block + 1 >= this.flow.blocks.length) throw new Error("more was removed than there is");
        this.#removeNext(place.block);
        left -= 1;
      }
    }
  }

  #drop(at: number): void {
    const { node, position } = this.#child(at);
    this.tr.delete(position, position + node.nodeSize);
    this.flow.blocks.splice(at, 1);
  }

  #join(at: number): void {
    const { node, position } = this.#child(at);
    this.tr.join(position + node.nodeSize);
    this.flow.blocks.splice(at + 1, 1);
  }

  /** Removes what divides a child from the next: the next one's marker, or the next one where it is a token. */
  #removeNext(at: number): void {
    const isLine = this.flow.blocks[at]?.kind === "line";
    const next = this.flow.blocks[at + 1];
    if (next?.kind === "token") {
      this.#drop(at + 1);
      if (isLine && this.flow.blocks[at + 1] && this.#isLoose(at + 1)) this.#join(at);
      return;
    }
    const { node, position } = this.#child(at + 1);
    if (isLine) this.#join(at);
    else if (node.content.size === 0) this.#drop(at + 1);
    else {
      (next as LineBlock).marker = null;
      this.tr.setNodeMarkup(position, null, { ...plainLine });
    }
  }

  /** Gives words another look. */
  restyle(index: number, count: number, look: Look): void {
    let [left, at] = [count, index];
    while (left > 0) {
      const place = this.#place(at);
      const size = place.offset === null ? 0 : this.#child(place.block).node.content.size;
      const words = place.offset === null ? 0 : Math.min(left, size - place.offset);
      if (words > 0) this.#mark(this.start + place.position, words, look);
      // A marker has no look.
      const step = Math.max(1, words);
      left -= step;
      at += step;
    }
  }

  #mark(from: number, words: number, look: Look): void {
    for (const [name, value] of Object.entries(look)) {
      const type = Object.hasOwn(this.schema.marks, name) ? this.schema.marks[name] : undefined;
      if (!type) continue;
      const mark = markOf(this.schema, name, value);
      if (mark) this.tr.addMark(from, from + words, mark);
      else this.tr.removeMark(from, from + words, type);
    }
  }
}
