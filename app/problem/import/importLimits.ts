/** What a file of a street's list may hold at most. Whatever has more is refused with a sentence, not tried. */
export const importLimits = {
  /** Of the file as it is brought, in MiB. */
  megabytes: 50,
  /** With something in them, the header and what stands above it apart. */
  rows: 20_000,
  /** Columns that are read; a list has far fewer, and what lies beyond is left out. */
  columns: 200,
  /** Characters of one cell; no spreadsheet takes more. */
  cellCharacters: 32_767,
} as const;

/** What reading one file may cost. */
export const readingLimits = {
  /** Of all parts that are read, unpacked, in MiB. */
  unpackedMegabytes: 600,
  /** Seconds from beginning to end. */
  seconds: 60,
  /** Memory of the thread that reads, in MiB. */
  memoryMegabytes: 768,
  /** Characters between two marks: a hundred times what a cell can hold. */
  unmarkedCharacters: 100 * importLimits.cellCharacters,
  /** Characters that are kept of one file. */
  characters: 120_000_000,
  /** Rows of a sheet, empty ones counted, and columns: those of every spreadsheet. */
  sheetRows: 1_048_576,
  sheetColumns: 16_384,
  sheets: 100,
  merges: 100_000,
  /** Elements inside each other; a workbook has about a dozen. */
  depth: 50,
  entries: 5_000,
} as const;
