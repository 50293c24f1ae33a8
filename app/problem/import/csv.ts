// The build that needs no Buffer: the list's page reads what is pasted from a spreadsheet by the same rules.
import { CsvError, type Options, parse } from "csv-parse/browser/esm/sync";
import type { SheetRow } from "./table";

const separators = [",", ";", "\t"];
const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/**
 * Detects the sign between cells: whichever of comma, semicolon and tab occurs most in the first line that holds
 * any. The library's own detection knows ASCII only.
 */
export function separatorOf(text: string): string {
  const lines = text.slice(0, 10_000).split(/[\r\n]+/);
  const line = lines.find((one) => /[,;\t]/.test(one)) ?? "";
  return separators.reduce((best, sign) => (countOf(line, sign) > countOf(line, best) ? sign : best));
}

/** Counts the cells of the widest line, quotes disregarded, without making any of them. */
export function widestLine(text: string, separator: string): number {
  let widest = 1;
  let cells = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === separator) cells += 1;
    else if (sign === "\n" || sign === "\r") cells = 1;
    if (cells > widest) widest = cells;
  }
  return widest;
}

const lenient: Options = {
  // Given, because the library otherwise takes the first line's ending for that of all.
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  // A quote that encloses nothing is a sign like any other.
  relax_quotes: true,
  // Blanks before a quote do not make it part of the words.
  ltrim: true,
};

/**
 * Reads comma-separated text: quoted cells may hold separators, line breaks and doubled quotes. From the row on
 * in which a quote is never closed, quotes are read as they stand instead of swallowing the file.
 * @param maximum rows after which reading stops
 * @returns rows by their line's number, as a spreadsheet would show them
 */
export function readCsv(text: string, maximum: number, separator = separatorOf(text)): SheetRow[] {
  const rows: SheetRow[] = [];
  const bytes = new TextEncoder().encode(text);
  let behind = 0;
  const readFrom = (from: number, quote: string | false) =>
    parse(bytes.subarray(from), {
      ...lenient,
      delimiter: separator,
      quote,
      to: maximum - rows.length,
      on_record(cells: string[], context) {
        rows.push({ row: rows.length + 1, cells });
        behind = from + context.bytes;
        // Kept above.
        return null;
      },
    });
  try {
    readFrom(0, '"');
  } catch (error) {
    if (!(error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED")) throw error;
    readFrom(behind, false);
  }
  return rows;
}
