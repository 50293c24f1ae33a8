import type { SheetRow } from "./table";

/** The sign between cells: whichever of comma, semicolon and tab occurs most in the first line. */
export function separatorOf(text: string): string {
  const line = text.slice(0, 10_000).split("\n", 1)[0] ?? "";
  const count = (sign: string) => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Reads comma-separated text: quoted cells may hold separators, line breaks and doubled quotes; a quote that
 * is never closed ends with its line's cell instead of swallowing the file.
 * @param maximum rows after which reading stops
 * @returns rows by their line's number, as a spreadsheet would show them
 */
export function readCsv(text: string, maximum: number, separator = separatorOf(text)): SheetRow[] {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let at = 0;
  const endRow = () => {
    rows.push({ row: rows.length + 1, cells });
    cells = [];
  };
  while (at < text.length && rows.length < maximum) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell);
    at = next;
    if (text[at] === separator) {
      at += 1;
      if (at >= text.length || text[at] === "\n" || text[at] === "\r") cells.push("");
      else continue;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    endRow();
  }
  return rows;
}

function plainCell(text: string, from: number, separator: string): [string, number] {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return [text.slice(from, at), at];
}

function quotedCell(text: string, from: number, separator: string): [string, number] {
  let cell = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return plainCell(text, from, separator);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const [rest, next] = plainCell(text, quote + 1, separator);
      return [cell + rest, next];
    }
    cell += '"';
    at = quote + 2;
  }
}
