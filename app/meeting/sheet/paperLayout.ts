/**
 * The layout of official papers, GB/T 9704-2012 (A4; read from secondary sources), in the units that Word
 * files use: twips (1/20 point) and half points.
 */
const twipsOfMillimetre = 1440 / 25.4;

/** Millimetres in whole twips. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * twipsOfMillimetre);
}

/** The sheet and its margins; the text area is 156 × 225 mm. */
export const sheet = {
  width: twips(210),
  height: twips(297),
  margin: { top: twips(37), left: twips(28), right: twips(26), bottom: twips(35) },
} as const;

/** What a place may lay out otherwise than the standard, in millimetres; these are the standard's own. */
export interface PaperMeasures {
  /** From the top of the text area to the top of the mark, measured at the red. */
  markDown: number;
  /** From the issue number to the red rule. */
  ruleDown: number;
  /** From the text area to the page number. */
  pageNumberDown: number;
}

export const standardMeasures: PaperMeasures = { markDown: 35, ruleDown: 4, pageNumberDown: 7 };

/**
 * Where letters stand in a line of a set height, which word processors divide alike: four fifths above the line on
 * which they stand. A Chinese character rises 0.85 of its size above it, a digit 0.74; a character reaches 0.13 below.
 */
const ascent = 0.8;
const rises = { character: 0.85, digit: 0.74 } as const;
const reachesBelow = 0.11;

/** The line of the mark, in twips: as high as its letters need, and no higher. */
export function markLine(halfPoints: number): number {
  return Math.round(halfPoints * 10 * 1.1);
}

/** Space above the line of the mark so that its red begins where it should, in twips. */
export function aboveMark({ markDown }: PaperMeasures, halfPoints: number): number {
  const rise = rises.character * halfPoints * 10;
  return twips(markDown) - Math.round(ascent * markLine(halfPoints) - rise);
}

/** Points from the bottom of the issue number's line to the red rule. */
export function aboveRule({ ruleDown }: PaperMeasures): number {
  const below = (1 - ascent) * grid.linePitch - reachesBelow * sizes.body * 10;
  return Math.max(0, Math.round((twips(ruleDown) - below) / 20));
}

/** The line of the page number, and how far above the edge of the sheet it ends, in twips. */
export const pageNumberLine = 400;
export function belowPageNumber({ pageNumberDown }: PaperMeasures): number {
  const top = ascent * pageNumberLine - rises.digit * sizes.pageNumber * 10;
  return Math.round(sheet.margin.bottom - twips(pageNumberDown) + top - pageNumberLine);
}

// Down to the next whole twip: one more and the 22nd line would move to the next page.
const linePitch = Math.floor(twips(225) / 22);

/** 22 lines on a page, 28 characters in a line. */
export const grid = { linePitch, lines: 22, characters: 28 } as const;

/** The lines of a title, 22 pt. */
export const titlePitch = 36 * 20;
/** Cells of the annexes: 12 pt (小四) in lines of 20 pt, a millimetre beside and a little above and below. */
export const cell = { size: 24, line: 400, beside: twips(1), above: 40 } as const;
/** Characters of a title that stand in a line. */
export const titleCharacters = 19;

/**
 * What each character of 16 pt gives up so that 28 stand in a line, in twips. Spacing of the letters rather than a
 * grid of characters: not every word processor agrees on such a grid, and one that snaps to it pulls the words apart.
 */
export const tightening = Math.floor(twips(156) / 28) - 320;

/** The fonts as Word finds them by name; none is embedded. */
export const fonts = {
  body: "仿宋_GB2312",
  title: "方正小标宋_GBK",
  heading: "黑体",
  subheading: "楷体_GB2312",
  pageNumber: "宋体",
} as const;

/** Letters and digits of Latin script: as wide in every word processor, so that lines end alike wherever a paper is opened. */
export const latinFont = "Times New Roman";

/** Sizes in half points: 三号 16, 二号 22, 四号 14; the mark at most 26. */
export const sizes = { body: 32, title: 44, mark: 52, end: 28, pageNumber: 28 } as const;

/** The line below the last rule, which is no part of the official layout: 8 pt in 12 pt, in grey. */
export const stamp = { size: 16, line: 240, color: "808080" } as const;

/** The size of a mark in half points: smaller where it would not stand in one line. */
export function markSize(mark: string): number {
  return Math.min(sizes.mark, Math.floor(twips(156) / 10 / mark.length));
}

/** The width of a body character, in twips. */
export const character = 320;

/** The red of the mark and its rule. */
export const red = "C00000";

/** Eighths of a point, as Word measures lines: 0.35 mm, 0.25 mm, and the red rule. */
export const rules = { outer: 8, inner: 6, red: 12 } as const;
