import { type SheetPages, type Stretch, sheetPages } from "~/meeting/sheet/sheetPages";
import { textLines, titleLines } from "~/meeting/sheet/textLines";
import type { WordedPaper } from "./paperBlocks";
import { grid, sizes, titleCharacters, titlePitch } from "./paperLayout";

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
    ...words.attendance.map(({ label, people }) => {
      const hanging = label.length + 1;
      return { lines: textLines(people.join("；"), characters - 2 - hanging).length };
    }),
  ];
  return sheetPages(stretches, { lines, head: headLines + title + amends + 1, end: endLines(words) });
}

function linesOf(text: string, indent = 0): number {
  return textLines(text, characters, indent).length;
}

/** Copies hang behind their label, one character in on either side; then the office, and a small line. */
function endLines({ copies }: WordedPaper): number {
  const inLine = Math.floor((characters * sizes.body) / sizes.end) - 5;
  return textLines(`${copies}。`, inLine).length + 1 + 0.5;
}
