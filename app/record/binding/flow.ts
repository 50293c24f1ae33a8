import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";

/** A line of a text: what says its form is embedded before its words. */
export interface LineBlock {
  kind: "line";
  /** null for the first line of a text, and for words that stand behind a table without a marker of their own. */
  marker: Y.Map<unknown> | null;
}

/** Something between lines that takes one place in the text. */
export interface TokenBlock {
  kind: "token";
  /** The id of a table; null for a rule. */
  table: string | null;
}

export type Block = LineBlock | TokenBlock;

/** A shared text with what stands in it, in step with the children of the node that shows it. */
export interface Flow {
  text: Y.Text;
  /** One for each child of the node. */
  blocks: Block[];
  /** In a cell of a table there are only lines. */
  onlyLines: boolean;
}

/** A place in a text as the editor has it. */
export interface Place {
  /** Which child. */
  block: number;
  /** Offset in the words of a line; null behind a block that is no line. */
  offset: number | null;
  /** Position, counted from the beginning of the node's content. */
  position: number;
}

/** How many places a child takes in the shared text. */
function lengthOf(block: Block | undefined, child: Node): number {
  if (block?.kind !== "line") return 1;
  return (block.marker ? 1 : 0) + child.content.size;
}

/** How many places the node takes in the shared text; differs from its length when the two are out of step. */
export function lengthOfFlow(flow: Flow, node: Node): number {
  let length = 0;
  node.forEach((child, _offset, at) => {
    length += lengthOf(flow.blocks[at], child);
  });
  return length;
}

/** The place in the shared text of a position, counted from the beginning of the node's content. */
export function indexAt(flow: Flow, node: Node, position: number): number {
  let [index, start] = [0, 0];
  for (let at = 0; at < node.childCount; at++) {
    const [block, child] = [flow.blocks[at], node.child(at)];
    if (position <= start) return index;
    const end = start + child.nodeSize;
    if (position < end) {
      if (block?.kind !== "line") return index;
      return index + (block.marker ? 1 : 0) + (position - start - 1);
    }
    index += lengthOf(block, child);
    start = end;
  }
  return index;
}

/** The position of a place in the shared text: in a line wherever there is one. */
export function placeAt(flow: Flow, node: Node, index: number): Place {
  let [left, start] = [index, 0];
  let last: Place = { block: 0, offset: 0, position: 1 };
  for (let at = 0; at < node.childCount; at++) {
    const [block, child] = [flow.blocks[at], node.child(at)];
    const begins = block?.kind === "line" && !block.marker ? 0 : 1;
    if (left < begins) return last;
    left -= begins;
    const end = start + child.nodeSize;
    if (block?.kind === "line") {
      const { size } = child.content;
      // At the end of a line the next marker has not been passed.
      if (left <= size) return { block: at, offset: left, position: start + 1 + left };
      left -= size;
      last = { block: at, offset: size, position: end - 1 };
    } else {
      last = { block: at, offset: null, position: end };
      const next = flow.blocks[at + 1];
      // Words right behind it, without a marker, are a line of their own.
      if (left === 0 && !(next?.kind === "line" && !next.marker)) return last;
    }
    start = end;
  }
  return last;
}
