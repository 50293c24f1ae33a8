import * as Y from "yjs";
import type { NoteBlock } from "~/record/difference/noteBlocks";
import { type AuthorIndex, isSameHand, type Writer } from "./authorship";

/** Characters that stand one after the other both on the page and as items of one client. */
interface Run {
  client: number;
  clock: number;
  length: number;
  /** One item that reads as several characters: a mention. */
  atom: boolean;
}

/** The words of a shared structure in reading order, with the items they are made of. */
interface Characters {
  text: string;
  runs: Run[];
}

/** A part of a text by one hand; counted in UTF-16 units of the text. `writer` null where nobody is known. */
export interface WrittenSpan {
  from: number;
  to: number;
  writer: Writer | null;
}

function charactersOf(type: Y.XmlFragment | Y.Text): Characters {
  const characters: Characters = { text: "", runs: [] };
  walk(type, characters);
  return characters;
}

// Follows the items themselves: nothing that is read through Yjs' own methods says where it came from.
function walk(type: { _start: Y.Item | null }, into: Characters): void {
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { client, clock } = item.id;
    const push = (text: string, atom: boolean) => {
      into.text += text;
      into.runs.push({ client, clock, length: text.length, atom });
    };
    if (item.content instanceof Y.ContentString) push(item.content.str, false);
    else if (item.content instanceof Y.ContentType) {
      const inner = item.content.type as unknown;
      if (inner instanceof Y.XmlElement && inner.nodeName === "mention")
        push(`@${inner.getAttribute("label") ?? ""}`, true);
      else if (inner instanceof Y.AbstractType) walk(inner, into);
    }
  }
}

/** For each character of the text, its writer. */
function handsOf({ text, runs }: Characters, index: AuthorIndex): (Writer | null)[] {
  const hands: (Writer | null)[] = new Array(text.length).fill(null);
  let at = 0;
  for (const run of runs) {
    const found = index.find(run.atom ? { ...run, length: 1 } : run);
    for (const { length, writer } of found) {
      const count = run.atom ? run.length : length;
      hands.fill(writer, at, at + count);
      at += count;
    }
  }
  return hands;
}

/** The hands in a shared text, part by part. */
export function handsInText(text: Y.Text, index: AuthorIndex): WrittenSpan[] {
  const characters = charactersOf(text);
  return spansOf(handsOf(characters, index));
}

const space = /\s/;

/**
 * The hands in notes, for each line as it reads. Spaces are passed over: the page has some of its own,
 * between the cells of a table. Null where the lines say something else than the document, because there is
 * something in it that does not belong there.
 */
export function handsInNotes(
  fragment: Y.XmlFragment,
  blocks: readonly NoteBlock[],
  index: AuthorIndex,
): WrittenSpan[][] | null {
  const characters = charactersOf(fragment);
  const hands = handsOf(characters, index);
  const { text } = characters;
  let at = 0;
  const lines: WrittenSpan[][] = [];
  for (const block of blocks) {
    const line: (Writer | null)[] = [];
    for (let place = 0; place < block.text.length; place++) {
      const unit = block.text[place] ?? "";
      if (space.test(unit)) {
        line.push(line.at(-1) ?? null);
        continue;
      }
      while (at < text.length && space.test(text[at] ?? "")) at++;
      if (text[at] !== unit) return null;
      line.push(hands[at] ?? null);
      at++;
    }
    lines.push(spansOf(line));
  }
  return lines;
}

function spansOf(hands: readonly (Writer | null)[]): WrittenSpan[] {
  const spans: WrittenSpan[] = [];
  for (const [at, writer] of hands.entries()) {
    const last = spans.at(-1);
    if (last && isSame(last.writer, writer)) last.to = at + 1;
    else spans.push({ from: at, to: at + 1, writer });
  }
  return spans;
}

function isSame(a: Writer | null, b: Writer | null): boolean {
  return a === b || (a !== null && b !== null && isSameHand(a, b));
}
/** Who set a field of a map's entry last. */
export function handOnField(entry: Y.Map<unknown>, field: string, index: AuthorIndex): Writer | null {
  const item = entry._map.get(field);
  return item ? (index.find({ ...item.id, length: 1 })[0]?.writer ?? null) : null;
}
