// The build that needs no Buffer: the list's page reads what is pasted from a spreadsheet by the same rules.
import { CsvError, type Options, parse } from "csv-parse/browser/esm/sync";
import type { SheetRow } from "./table";

const separators = [",", ";", "\t"];
const countOf = (text: string, sign: string) => text.split(sign).length - 1;

/**
 * Detects the sign between cells: whichever of comma, semicolon and tab divides most lines into the same number of
 * cells. What stands in quotes does not count, and a title or remark above the table weighs no more than one line.
 */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/[\r\n]+/)
    .slice(0, 50)
    .map((line) => line.replace(/"[^"]*"/g, ""));
  const weights = separators.map((sign) => weightOf(lines.map((line) => countOf(line, sign))));
  return separators[weights.indexOf(Math.max(...weights))]!;
}

/** How much of a table a sign makes of lines that hold it so many times: the cells of lines that are alike. */
function weightOf(counts: readonly number[]): number {
  const weights = new Map<number, number>();
  for (const count of counts) weights.set(count, (weights.get(count) ?? 0) + count);
  return Math.max(0, ...weights.values());
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
};

/**
 * Takes away the blanks between a separator and a quote, which would otherwise be taken for a sign of the cell.
 * Blanks before words without quotes belong to the words.
 */
function withoutBlanksBeforeQuotes(text: string, separator: string): string {
  if (!text.includes('"')) return text;
  const blanks = separator === "\t" ? "[ \u3000]+" : "[ \t\u3000]+";
  const start = new RegExp(`(^|${separator}|[\r\n])${blanks}"`, "y");
  let plain = "";
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (quoted) {
      if (text[at] === '"') quoted = false;
      continue;
    }
    const sign = text[at]!;
    if (at > 0 && sign !== separator && sign !== "\n" && sign !== "\r") continue;
    start.lastIndex = at;
    const match = start.exec(text);
    const opens = match ? match[0].length - 1 : sign === separator || /[\r\n]/.test(sign) ? 1 : 0;
    if (match) {
      plain += text.slice(from, at) + match[1];
      from = at + opens;
    }
    if (text[at + opens] !== '"') continue;
    quoted = true;
    at += opens;
  }
  return plain + text.slice(from);
}

/**
 * Reads comma-separated text: quoted cells may hold separators, line breaks and doubled quotes. From the row on
 * in which a quote is never closed, quotes are read as they stand instead of swallowing the file.
 * @param maximum rows after which reading stops
 * @returns rows by their line's number, as a spreadsheet would show them
 */
export function readCsv(text: string, maximum: number, separator = separatorOf(text)): SheetRow[] {
  const rows: SheetRow[] = [];
  const bytes = new TextEncoder().encode(withoutBlanksBeforeQuotes(text, separator));
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
