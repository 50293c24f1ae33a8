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
  /** The page number stands 7 mm below the text area; Word measures to the bottom of the line. */
  footer: twips(35 - 7 - 5),
} as const;

// Down to the next whole twip: one more and the 22nd line would move to the next page.
const linePitch = Math.floor(twips(225) / 22);

/** 22 lines on a page. */
export const grid = { linePitch } as const;

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

/** Sizes in half points: 三号 16, 二号 22, 四号 14; the mark as large as its line allows. */
export const sizes = { body: 32, title: 44, mark: 52, end: 28, pageNumber: 28 } as const;

/** The line below the last rule, which is no part of the official layout: 8 pt in 12 pt, in grey. */
export const stamp = { size: 16, line: 240, color: "808080" } as const;

/** The width of a body character, in twips. */
export const character = 320;

/** The red of the mark and its rule. */
export const red = "C00000";

/** Eighths of a point, as Word measures lines: 0.35 mm, 0.25 mm, and the red rule. */
export const rules = { outer: 8, inner: 6, red: 12 } as const;
