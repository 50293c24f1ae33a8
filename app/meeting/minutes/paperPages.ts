import { cell, grid, sizes, titleCharacters, titlePitch, twips } from "~/meeting/sheet/paperLayout";
import { type SheetPages, type Stretch, sheetPages } from "~/meeting/sheet/sheetPages";
import { textLines, titleLines } from "~/meeting/sheet/textLines";
import type { Annex, AnnexColumn } from "./paperAnnexes";
import type { WordedPaper } from "./paperBlocks";

const { characters, lines } = grid;

/** Lines that the head takes besides the title: the mark and what lies above it, two blank lines, number and rule, two blank lines. */
const headLines = 9.7;

/**
 * Tells how many pages the minutes have, from their words: nothing is laid out for it, and word processors and
 * browsers agree on the grid. The end block stands at the foot of the last page, which is even.
 */
export function paperPages(words: WordedPaper): SheetPages {
  const title = titleLines(words.title, titleCharacters).length * (titlePitch / grid.linePitch);
  const amends = words.amends.length > 0 ? 1 + linesOf(words.amends.join("\n")) : 0;
  const stretches: Stretch[] = [
    ...words.body.map(({ kind, text }) => ({
      lines: linesOf(text, 2),
      keepsNext: kind === "heading1" || kind === "heading2",
    })),
    { lines: 1 },
    ...annexEntries(words),
    ...words.attendance.map(({ label, people }) => {
      const hanging = label.length + 1;
      return { lines: textLines(people.join("；"), characters - 2 - hanging).length };
    }),
    ...words.annexes.flatMap(annexStretches),
  ];
  return sheetPages(stretches, { lines, head: headLines + title + amends + 1, end: endLines(words) });
}

function annexEntries({ annexes }: WordedPaper): Stretch[] {
  return annexes.length === 0 ? [] : [{ lines: 1 + annexes.length }];
}

/** Mark, title and a blank line; then rows that are not divided, below a head that every page repeats. */
function annexStretches({ columns, rows }: Annex): Stretch[] {
  const rowLines = (cells: readonly string[]) => {
    const wrapped = cells.map(
      (text, at) => textLines(text, cellCharacters(columns[at] as AnnexColumn)).length,
    );
    return (Math.max(...wrapped) * cell.line + 2 * cell.above + 10) / grid.linePitch;
  };
  const head = rowLines(columns.map(({ label }) => label));
  return [
    { lines: 2 + titlePitch / grid.linePitch, opensPage: true, keepsNext: true },
    { lines: head, whole: true, keepsNext: true },
    ...rows.map(({ cells }) => ({ lines: rowLines(cells), whole: true, below: head })),
  ];
}

/** A little less than there is: rules take of it, differently in every word processor. */
function cellCharacters({ width }: AnnexColumn): number {
  return (twips(width) - 2 * cell.beside) / (cell.size * 10) - 0.2;
}

function linesOf(text: string, indent = 0): number {
  return textLines(text, characters, indent).length;
}

/** Copies hang behind their label, one character in on either side; then the office, and a small line. */
function endLines({ copies }: WordedPaper): number {
  const inLine = Math.floor((characters * sizes.body) / sizes.end) - 5;
  return textLines(`${copies}。`, inLine).length + 1 + 0.5;
}
