import { readSheet as readXlsx } from "read-excel-file/node";
import { done, type Result, refuse } from "~/ledger/result";
import { readCsv, separatorOf, widestLine } from "./csv";
import { repackWorkbook } from "./repackWorkbook.server";
import { cleanCell, type SheetRow } from "./table";

const megabyte = 1024 * 1024;
/** Largest file, in megabytes, and most rows with something in them. */
export const importLimits = { megabytes: 10, rows: 5_000 } as const;
// A real list of 495 rows with 65,000 empty row elements unpacks to 13 MB.
const largestUnpacked = 60 * megabyte;
const mostRawRows = 200_000;
const mostColumns = 100;
// No spreadsheet is wider; what is would fill the memory with empty cells.
const widestSheet = 16_384;

/**
 * Reads an XLSX (its first sheet) or CSV file, told apart by what is in it and not by its name. Text may be
 * UTF-8 with or without mark, UTF-16 with mark, or GB18030. Refuses with `fileTooLarge`, `fileUnreadable` or
 * `tooManyRows`.
 */
export async function readSheet(bytes: Buffer): Promise<Result<SheetRow[]>> {
  if (bytes.length > importLimits.megabytes * megabyte)
    return refuse("fileTooLarge", { values: { megabytes: importLimits.megabytes } });
  const sheet = isZip(bytes) ? await fromXlsx(bytes) : fromText(bytes);
  if (!sheet) return refuse("fileUnreadable");
  const filled = sheet.filter((row) => row.cells.some((cell) => cell !== ""));
  // The header and what may stand above it do not count.
  if (filled.length > importLimits.rows + 10)
    return refuse("tooManyRows", { values: { rows: importLimits.rows } });
  return done(filled);
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

async function fromXlsx(bytes: Buffer): Promise<SheetRow[] | undefined> {
  const workbook = await repackWorkbook(bytes, largestUnpacked);
  if (!workbook) return undefined;
  try {
    // Numbers stay as they are written: a number of 18 digits would lose its last ones.
    const rows = await readXlsx(workbook, 1, { parseNumber: (text: string) => text, trim: false });
    return rows.slice(0, mostRawRows).map((cells, at) => ({
      row: at + 1,
      cells: cells.slice(0, mostColumns).map((cell) => cleanCell(cellText(cell))),
    }));
  } catch {
    return undefined;
  }
}

/** Writes a cell as text; a date shows the district's time, whatever the reader took it for. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  if (Number.isNaN(cell.getTime())) return "";
  const text = cell.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

function fromText(bytes: Buffer): SheetRow[] | undefined {
  const text = decode(bytes);
  if (text === undefined || text.slice(0, 4_096).includes("\u0000")) return undefined;
  const separator = separatorOf(text);
  if (widestLine(text, separator) > widestSheet) return undefined;
  return readCsv(text, mostRawRows, separator).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, mostColumns).map(cleanCell),
  }));
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
