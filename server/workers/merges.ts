import { readingLimits } from "~/problem/import/importLimits";

/** A block of merged cells; rows from 1, columns from 0, both ends within. */
export interface Merge {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const merged =
  /<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/g;
// Longer than an element of this kind; its beginning may stand in one piece and its end in the next.
const overlap = 200;

/** Reads the column of a cell's letters, from 0: A, B … Z, AA. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/**
 * Finds the merged blocks of a sheet, in the order of their first rows. They stand behind the cells and have to be
 * known before them, so the text is looked through once without taking it apart.
 */
export async function readMerges(pieces: AsyncIterable<string>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    let behind = 0;
    if (text.includes("mergeCell"))
      for (const match of text.matchAll(merged)) {
        behind = match.index + match[0].length;
        if (merges.length < readingLimits.merges) merges.push(mergeOf(match));
      }
    rest = text.slice(Math.max(behind, text.length - overlap));
  }
  return merges.sort((one, other) => one.top - other.top);
}

function mergeOf([, left = "", top = "", right = "", bottom = ""]: RegExpMatchArray): Merge {
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) };
}

/** Gives every cell of a merged block what stands in its first one, row by row as they are read. */
export class MergeFiller {
  #next = 0;
  #open: { merge: Merge; value: string }[] = [];

  constructor(readonly merges: readonly Merge[]) {}

  /** Fills the cells of a row in place. */
  fill(row: number, cells: string[], columns: number): void {
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= row);
    for (; this.#next < this.merges.length && this.merges[this.#next]!.top <= row; this.#next++) {
      const merge = this.merges[this.#next]!;
      // A block that begins in a row without cells holds nothing.
      if (merge.top === row) this.#open.push({ merge, value: cells[merge.left] ?? "" });
    }
    for (const { merge, value } of this.#open) {
      if (value === "") continue;
      const right = Math.min(merge.right, columns - 1);
      for (let column = merge.left; column <= right; column++) cells[column] ||= value;
    }
    for (let column = 0; column < cells.length; column++) cells[column] ??= "";
  }
}
