import type * as Y from "yjs";
import type { NoteBlock } from "~/record/difference/noteBlocks";
import { itemsOfNotes, itemsOfText, type WrittenItem } from "~/record/document/noteItems";
import { type AuthorIndex, isSameHand, type Writer } from "./authorship";

/** A part of a text by one hand; counted in UTF-16 units of the text. `writer` null where nobody is known. */
export interface WrittenSpan {
  from: number;
  to: number;
  writer: Writer | null;
}

/** For each character of the words, its writer. */
export function handsOf(items: readonly WrittenItem[], index: AuthorIndex): (Writer | null)[] {
  return items.flatMap(({ id: { client, clock }, text, atom }) => {
    const found = index.find({ client, clock, length: atom ? 1 : text.length });
    return found.flatMap(({ length, writer }) =>
      new Array<Writer | null>(atom ? text.length : length).fill(writer),
    );
  });
}

/** The hands in a shared text, part by part. */
export function handsInText(text: Y.Text, index: AuthorIndex): WrittenSpan[] {
  return spansOf(handsOf(itemsOfText(text), index));
}

const space = /\s/;

/**
 * The hands in notes, for each line as it reads. Spaces are passed over: the page has some of its own,
 * between the cells of a table. Null where the lines say something else than the document, because there is
 * something in it that does not belong there.
 */
export function handsInNotes(
  notes: { document: Y.Doc; topicId: string },
  blocks: readonly NoteBlock[],
  index: AuthorIndex,
): WrittenSpan[][] | null {
  const items = itemsOfNotes(notes.document, notes.topicId).flat();
  const hands = handsOf(items, index);
  const text = items.map((item) => item.text).join("");
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
