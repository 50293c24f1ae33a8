import { diffArrays } from "diff";
import * as Y from "yjs";
import { likeness } from "~/record/difference/textDifference";
import { type NoteNode, noteText } from "~/record/document/noteSchema";
import { changeRecord, notesOf } from "~/record/document/shape";
import { type FormattedRun, insertRuns, restoreText, runsOf, steadyJson } from "./restoreText";

type Parent = Y.XmlFragment | Y.XmlElement;

/** A child as it should be: words in a row, or a node with children of its own. */
type Piece = { kind: "words"; runs: FormattedRun[] } | { kind: "node"; node: NoteNode };

/**
 * Makes the notes of a topic read as they did by the smallest change: lines that are the same stay as they
 * are, in others only the words that differ are touched. What somebody writes elsewhere meanwhile stays.
 */
export function restoreNotes(document: Y.Doc, topicId: string, notes: NoteNode): void {
  const fragment = notesOf(document, topicId);
  const content = isBlank(notes) && fragment.length === 0 ? [] : (notes.content ?? []);
  changeRecord(document, () => restoreChildren(fragment, piecesOf(content)));
}

function isBlank(notes: NoteNode): boolean {
  return noteText(notes).trim() === "" && (notes.content?.length ?? 0) <= 1;
}

/** Neighbouring words are one shared text; everything else stands by itself. */
function piecesOf(nodes: readonly NoteNode[]): Piece[] {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    const last = pieces.at(-1);
    if (node.type !== "text") pieces.push({ kind: "node", node });
    else if (last?.kind === "words") last.runs.push(runOf(node));
    else pieces.push({ kind: "words", runs: [runOf(node)] });
  }
  return pieces;
}

function runOf(node: NoteNode): FormattedRun {
  // As the editor's binding writes marks.
  const attributes = Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}]));
  return { text: node.text ?? "", attributes };
}

function attributesOf(node: NoteNode): Record<string, unknown> {
  const entries = Object.entries(node.attrs ?? {}).filter(([, value]) => value !== null);
  return Object.fromEntries(entries);
}

// Two children with the same signature are the same to the reader.

function signatureOf(piece: Piece): string {
  if (piece.kind === "words") return steadyJson(piece.runs.map((run) => [run.text, run.attributes]));
  const { node } = piece;
  return steadyJson([node.type, attributesOf(node), piecesOf(node.content ?? []).map(signatureOf)]);
}

function signatureNow(child: unknown): string {
  if (child instanceof Y.XmlText)
    return steadyJson(runsOf(child)?.map((run) => [run.text, run.attributes]) ?? null);
  if (child instanceof Y.XmlElement)
    return steadyJson([child.nodeName, child.getAttributes(), child.toArray().map(signatureNow)]);
  return "";
}

function restoreChildren(parent: Parent, target: readonly Piece[]): void {
  const now = parent.toArray();
  const parts = diffArrays(now.map(signatureNow), target.map(signatureOf), { maxEditLength: 4_000 });
  let [from, to, place] = [0, 0, 0];
  let [removed, added] = [0, 0];
  const settle = () => {
    const gone = now.slice(from, from + removed);
    place = exchange(parent, place, gone, target.slice(to, to + added));
    [from, to] = [from + removed, to + added];
    [removed, added] = [0, 0];
  };
  for (const { count, ...part } of parts ?? everything(now.length, target.length)) {
    if (part.removed) removed += count;
    else if (part.added) added += count;
    else {
      settle();
      [from, to, place] = [from + count, to + count, place + count];
    }
  }
  settle();
}

const everything = (removed: number, added: number) => [
  { removed: true, added: false, count: removed },
  { removed: false, added: true, count: added },
];

/** Makes a row of children into what they should be; returns the place behind them. */
function exchange(parent: Parent, start: number, gone: readonly unknown[], wanted: readonly Piece[]): number {
  let place = start;
  let next = 0;
  for (const [at, piece] of wanted.entries()) {
    // The last ones belong together even where they have little in common.
    const found = partner(gone, next, piece, wanted.length - at);
    if (found === -1) {
      parent.insert(place, [build(piece)]);
    } else {
      if (found > next) parent.delete(place, found - next);
      restoreChild(parent.get(place), piece);
      next = found + 1;
    }
    place += 1;
  }
  if (gone.length > next) parent.delete(place, gone.length - next);
  return place;
}

const alike = 0.35;

function partner(gone: readonly unknown[], from: number, piece: Piece, left: number): number {
  const fits = (child: unknown) =>
    piece.kind === "words"
      ? child instanceof Y.XmlText
      : child instanceof Y.XmlElement && child.nodeName === piece.node.type && piece.node.type !== "mention";
  let best = -1;
  let bestLikeness = alike;
  for (let at = from; at < gone.length; at++) {
    if (!fits(gone[at])) continue;
    const found = likeness(wordsNow(gone[at]), wordsOf(piece));
    if (found > bestLikeness) [best, bestLikeness] = [at, found];
  }
  if (best !== -1) return best;
  return gone.length - from === 1 && left === 1 && fits(gone[from]) ? from : -1;
}

function wordsOf(piece: Piece): string {
  return piece.kind === "words" ? piece.runs.map((run) => run.text).join("") : noteText(piece.node);
}

function wordsNow(child: unknown): string {
  if (child instanceof Y.XmlText) return (runsOf(child) ?? []).map((run) => run.text).join("");
  return child instanceof Y.XmlElement ? child.toArray().map(wordsNow).join("") : "";
}

function restoreChild(child: unknown, piece: Piece): void {
  if (piece.kind === "words") {
    if (child instanceof Y.XmlText) restoreText(child, piece.runs);
    return;
  }
  if (!(child instanceof Y.XmlElement)) return;
  const wanted = attributesOf(piece.node);
  for (const name of Object.keys(child.getAttributes())) if (!(name in wanted)) child.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted))
    if (child.getAttribute(name) !== value) child.setAttribute(name, value as string);
  restoreChildren(child, piecesOf(piece.node.content ?? []));
}

function build(piece: Piece): Y.XmlElement | Y.XmlText {
  if (piece.kind === "words") {
    const text = new Y.XmlText();
    insertRuns(text, 0, piece.runs);
    return text;
  }
  const { node } = piece;
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(attributesOf(node))) element.setAttribute(name, value as string);
  element.insert(0, piecesOf(node.content ?? []).map(build));
  return element;
}
