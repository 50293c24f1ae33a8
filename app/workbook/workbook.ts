/** What a cell of a workbook holds; null leaves it out. A date is a day. */
export type WorkbookValue = string | number | Date | null;

/** A sheet without its rows. */
export interface SheetFrame {
  name: string;
  /** The first row, which stays in sight; left out, the sheet has none. */
  head?: string[];
  /** Widths in characters. */
  columns?: { width?: number; wrap?: boolean; bold?: boolean }[];
  /** How many columns stay in sight. */
  stickyColumns?: number;
}

/** A sheet of a workbook. Rows are asked for as they are written, so that they need not all be there at once. */
export interface Sheet extends SheetFrame {
  rows: Iterable<WorkbookValue[]> | AsyncIterable<WorkbookValue[]>;
}

/** What the thread that writes is sent, each time it has asked for more: rows of one sheet after the other. */
export type WritingPart = { sheet: number; rows: WorkbookValue[][] } | "end";

/** What it answers: that it wants more, at the end the file. */
export type WritingMessage = "more" | { file: Uint8Array };

/** What making a file may cost. */
export const writingLimits = { seconds: 60, memoryMegabytes: 768 } as const;
