import { readCsv, separatorOf, widestLine } from "~/problem/import/csv";
import { importLimits, readingLimits } from "~/problem/import/importLimits";
import { ReadingRefused } from "./reading";
import type { Receiver } from "./receiver";

/** Reads a text file with a sign between its cells: UTF-8 with or without mark, UTF-16 with mark, or GB18030. */
export async function readText(bytes: Buffer, receiver: Receiver): Promise<void> {
  const text = decode(bytes);
  if (text === undefined || text.slice(0, 4_096).includes("\u0000"))
    throw new ReadingRefused("fileUnreadable");
  if (/^\s*<(!doctype html|html|table|\?xml|meta)/i.test(text.slice(0, 1_000)))
    throw new ReadingRefused("fileOtherFormat", { format: "HTML" });
  const separator = separatorOf(text);
  if (widestLine(text, separator) > readingLimits.sheetColumns) throw new ReadingRefused("fileBeyondSheet");
  receiver.sheets([{ name: "", hidden: false, list: true }], 0);
  for (const { row, cells } of readCsv(text, readingLimits.sheetRows, separator)) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const kept = cells.slice(0, importLimits.columns).map(cellText);
    receiver.row({ row, cells: kept });
  }
}

const formula = /^\s*=\s*"((?:[^"]|"")*)"\s*$/;

/** Writes a cell's text; a number that was written as a formula, so that it keeps its digits, is that number. */
function cellText(cell: string): string {
  const kept = cell.slice(0, importLimits.cellCharacters + 1);
  return formula.exec(kept)?.[1]?.replaceAll('""', '"') ?? kept;
}

// A single byte may be broken; of a text in another encoding, or of none, far more is.
const mostBroken = (text: string) => Math.max(1, text.length / 100);

/** Reads a file in the encoding that leaves the fewest characters unread; these become U+FFFD. */
function decode(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  const readings = ["utf-8", "gb18030"].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, broken: text.split("\ufffd").length - 1 };
  });
  const best = readings.reduce((one, other) => (other.broken < one.broken ? other : one));
  return best.broken <= mostBroken(best.text) ? best.text : undefined;
}
