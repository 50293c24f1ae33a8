import { diffArrays } from "diff";
import type { NoteNode } from "~/record/document/noteSchema";
import { writtenScript } from "~/record/document/noteScripts";
import { likeness, type Span, textDifference } from "./textDifference";

/** A line of notes as it reads: a paragraph, a heading, an entry of a list, a row of a table. */
export interface NoteBlock {
  kind: "paragraph" | "heading" | "item" | "quote" | "row" | "rule";
  /** Level of a heading, depth of a list. */
  depth: number;
  /** Cells of a row are parted by a tab. */
  text: string;
  /** What it looks like besides its words; two blocks of the same words may differ in this. */
  form: string;
}

type Place = Pick<NoteBlock, "kind" | "depth">;

/** The lines of notes, in order. Empty paragraphs are left out. */
export function noteBlocks(note: NoteNode): NoteBlock[] {
  return inside(note, { kind: "paragraph", depth: 0 });
}

function inside(node: NoteNode, place: Place): NoteBlock[] {
  return (node.content ?? []).flatMap((child, at) => blocksOf(child, place, at));
}

function blocksOf(node: NoteNode, place: Place, at: number): NoteBlock[] {
  switch (node.type) {
    case "paragraph":
      // Further paragraphs of an entry stand under it without its mark.
      return lineOf(node, place.kind === "item" && at > 0 ? { ...place, kind: "paragraph" } : place);
    case "heading":
      return lineOf(node, { kind: "heading", depth: Number(node.attrs?.level ?? 2) });
    case "bulletList":
    case "orderedList":
      return inside(node, { kind: "item", depth: place.kind === "item" ? place.depth + 1 : 1 }).map(
        (block) => ({ ...block, form: `${node.type} ${block.form}` }),
      );
    case "blockquote":
      return inside(node, { kind: "quote", depth: 0 });
    case "tableRow":
      return rowOf(node);
    case "horizontalRule":
      return [{ kind: "rule", depth: 0, text: "", form: "" }];
    default:
      return inside(node, place);
  }
}

function lineOf(node: NoteNode, place: Place): NoteBlock[] {
  const text = (node.content ?? []).map(inline).join("");
  return text.trim() === "" ? [] : [{ ...place, text, form: formOf(node) }];
}

function rowOf(node: NoteNode): NoteBlock[] {
  const cells = (node.content ?? []).map((cell) => inside(cell, { kind: "paragraph", depth: 0 }));
  const text = cells.map((blocks) => blocks.map((block) => block.text).join("\n")).join("\t");
  return [{ kind: "row", depth: 0, text, form: JSON.stringify(cells.flat().map((block) => block.form)) }];
}

function inline(node: NoteNode): string {
  if (node.type === "fact") return String(node.attrs?.said ?? "");
  if (node.type === "mention") return `@${node.attrs?.label ?? ""}`;
  return node.type === "hardBreak" ? "\n" : writtenScript(node.text ?? "", node.marks);
}

function formOf(node: NoteNode): string {
  const runs = (node.content ?? []).map((one) => [inline(one).length, one.type, one.marks ?? [], one.attrs]);
  // Plain words look like plain words, however many.
  return runs.every(([, type, marks]) => type === "text" && (marks as unknown[]).length === 0)
    ? ""
    : JSON.stringify(runs);
}

/** What became of one line; `before` and `after` say which one it was and is. */
export type BlockDifference = { block: Place } & (
  | { kind: "same" | "form"; text: string; before: number; after: number }
  | { kind: "removed"; text: string; before: number }
  | { kind: "added"; text: string; after: number }
  | { kind: "changed"; spans: Span[]; before: number; after: number }
);

// Below this two lines have too little in common to be one line that was changed.
const alike = 0.35;
const mostPairs = 40_000;

/** What became of notes line by line, in reading order; lines that stayed are in it. */
export function blockDifference(
  before: readonly NoteBlock[],
  after: readonly NoteBlock[],
): BlockDifference[] {
  const keyOf = ({ kind, depth, text, form }: NoteBlock) => JSON.stringify([kind, depth, text, form]);
  const parts = diffArrays(before.map(keyOf), after.map(keyOf), { maxEditLength: 2_000 });
  const differences: BlockDifference[] = [];
  let [b, a] = [0, 0];
  let [removed, added] = [0, 0];
  const settle = () => {
    differences.push(...changedRun(before, after, { b, removed, a, added }));
    b += removed;
    a += added;
    [removed, added] = [0, 0];
  };
  for (const part of parts ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ]) {
    if (part.removed) removed += part.count;
    else if (part.added) added += part.count;
    else {
      settle();
      for (let step = 0; step < part.count; step++) differences.push(sameLine(after, b++, a++));
    }
  }
  settle();
  return differences;
}

function sameLine(after: readonly NoteBlock[], b: number, a: number): BlockDifference {
  const { text, ...block } = after[a] as NoteBlock;
  return { kind: "same", block, text, before: b, after: a };
}

interface Run {
  b: number;
  removed: number;
  a: number;
  added: number;
}

/** Lines that gave way to others: each that is still like one before is that one, changed. */
function changedRun(before: readonly NoteBlock[], after: readonly NoteBlock[], run: Run): BlockDifference[] {
  const differences: BlockDifference[] = [];
  // What went is read before what came in its place.
  let added: BlockDifference[] = [];
  const end = run.b + run.removed;
  let next = run.b;
  const remove = (to: number) => {
    for (; next < to; next++) {
      const { text, ...block } = before[next] as NoteBlock;
      differences.push({ kind: "removed", block, text, before: next });
    }
    differences.push(...added);
    added = [];
  };
  for (let a = run.a; a < run.a + run.added; a++) {
    const { text, ...block } = after[a] as NoteBlock;
    const from = run.removed * run.added > mostPairs ? -1 : mostAlike(before, text, next, end);
    if (from === -1) {
      added.push({ kind: "added", block, text, after: a });
      continue;
    }
    remove(from);
    const old = before[from]?.text ?? "";
    const where = { before: from, after: a };
    differences.push(
      old === text
        ? { kind: "form", block, text, ...where }
        : { kind: "changed", block, spans: textDifference(old, text), ...where },
    );
    next = from + 1;
  }
  remove(end);
  return differences;
}

function mostAlike(before: readonly NoteBlock[], text: string, from: number, to: number): number {
  let best = -1;
  let bestLikeness = alike;
  for (let at = from; at < to; at++) {
    const found = likeness(before[at]?.text ?? "", text);
    if (found > bestLikeness) [best, bestLikeness] = [at, found];
  }
  return best;
}

/** What is shown of notes in comparison: what changed, the line before and after it, and how much is left out. */
export type ShownBlock = BlockDifference | { kind: "gap"; count: number };

/** Leaves out lines that stayed, except for those beside a change. */
export function besideChanges(differences: readonly BlockDifference[]): ShownBlock[] {
  const isChange = (at: number) => {
    const one = differences[at];
    return one !== undefined && one.kind !== "same";
  };
  const shown: ShownBlock[] = [];
  for (const [at, one] of differences.entries()) {
    const last = shown.at(-1);
    if (isChange(at) || isChange(at - 1) || isChange(at + 1)) shown.push(one);
    else if (last?.kind === "gap") last.count += 1;
    else shown.push({ kind: "gap", count: 1 });
  }
  return shown;
}
