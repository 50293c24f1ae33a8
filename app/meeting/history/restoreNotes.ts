import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import * as Y from "yjs";
import { BoundNotes } from "~/record/binding/boundNotes";
import { replaceDifference } from "~/record/binding/replaceDifference";
import { lineSchema } from "~/record/document/lineSchema";
import type { NoteNode } from "~/record/document/noteSchema";
import { tableOf } from "~/record/document/noteTable";
import { changeRecord, notesOf } from "~/record/document/shape";
import { writeLines } from "~/record/document/writeLines";
import { fitTable } from "./fitTable";
import { type Piece, pairUp } from "./pairUp";
import { restoreLine } from "./restoreLine";

/**
 * Makes the notes of a topic read as they did by the smallest change: lines that are the same stay as they
 * are, in others only the words that differ are touched. What somebody writes elsewhere meanwhile stays.
 */
export function restoreNotes(document: Y.Doc, topicId: string, notes: NoteNode): void {
  changeRecord(document, () => {
    const bound = boundTo(document, topicId);
    const before = bound.document();
    const wanted = linesOf(topicId, notes);
    const pairs = pairUp(piecesOf(before), piecesOf(wanted));
    const named = withIds(wanted, before, pairs);
    for (const [at, pair] of pairs.entries())
      if (pair !== -1 && before.child(pair).type.name === "table") {
        const shown = before.child(pair);
        fitTable(tableOf(document, topicId, String(shown.attrs.id)), shown, named.child(at));
      }
    const { tr } = EditorState.create({ doc: bound.document() });
    restoreChildren(tr, 0, tr.doc, named, pairs);
    replaceDifference(tr, 0, tr.doc, named);
    bound.write([tr], tr.doc);
  });
}

function boundTo(document: Y.Doc, topicId: string): BoundNotes {
  return new BoundNotes({ schema: lineSchema(), document, topicId, text: notesOf(document, topicId) });
}

/** Reads a tree as the lines that it would be held as. */
function linesOf(topicId: string, notes: NoteNode): Node {
  const document = new Y.Doc();
  document.transact(() => writeLines(document, topicId, notesOf(document, topicId), notes));
  const lines = boundTo(document, topicId).document();
  document.destroy();
  return lines;
}

function childrenOf(node: Node): Node[] {
  return [...node.content.content];
}

function piecesOf(parent: Node): Piece[] {
  return childrenOf(parent).map((child) => ({
    key: JSON.stringify(child.type.name === "table" ? child.content : child),
    words: child.textContent,
    kind: child.type.name,
  }));
}

/** Tables that are there already keep their names. */
function withIds(wanted: Node, before: Node, pairs: readonly number[]): Node {
  const children = childrenOf(wanted).map((child, at) => {
    const pair = pairs[at] ?? -1;
    if (child.type.name !== "table" || pair === -1) return child;
    return child.type.create({ ...child.attrs, id: before.child(pair).attrs.id }, child.content);
  });
  return wanted.type.create(wanted.attrs, children);
}

/** Makes the children of a node what those of another are, from the last to the first, so that places stay. */
function restoreChildren(
  tr: Transaction,
  start: number,
  shown: Node,
  wanted: Node,
  pairs: readonly number[],
): void {
  const starts = [start];
  for (const child of childrenOf(shown)) starts.push(starts.at(-1)! + child.nodeSize);
  let [end, newEnd] = [shown.childCount, wanted.childCount];
  for (let at = wanted.childCount - 1; at >= -1; at--) {
    const pair = pairs[at] ?? -1;
    if (at >= 0 && pair === -1) continue;
    const [from, to] = [starts[pair + 1]!, starts[end]!];
    const between = childrenOf(wanted).slice(at + 1, newEnd);
    if (from < to || between.length > 0) tr.replaceWith(from, to, between);
    if (at >= 0) restoreChild(tr, starts[pair]! + 1, shown.child(pair), wanted.child(at));
    [end, newEnd] = [pair, at];
  }
}

function restoreChild(tr: Transaction, start: number, shown: Node, wanted: Node): void {
  if (shown.eq(wanted) || shown.isLeaf) return;
  if (shown.inlineContent) restoreLine(tr, start, shown, wanted);
  else if (shown.firstChild?.inlineContent)
    restoreChildren(tr, start, shown, wanted, pairUp(piecesOf(shown), piecesOf(wanted)));
  else {
    // Rows and cells: as many as are wanted.
    const places = childrenOf(wanted).map((_child, at) => at);
    restoreChildren(tr, start, shown, wanted, places);
  }
}
