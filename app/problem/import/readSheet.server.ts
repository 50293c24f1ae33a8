import { readSheet as readXlsx } from "read-excel-file/node";
import { done, type Result, refuse } from "~/ledger/result";
import { readCsv } from "./csv";
import { cleanCell, type SheetRow } from "./table";
import { unpacksWithin } from "./unpacksWithin.server";

const megabyte = 1024 * 1024;
/** Largest file, in megabytes, and most rows with something in them. */
export const importLimits = { megabytes: 10, rows: 5_000 } as const;
// A real list of 495 rows with 65,000 empty row elements unpacks to 13 MB.
const largestUnpacked = 60 * megabyte;
const mostRawRows = 200_000;
const mostColumns = 100;

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
  if (!unpacksWithin(bytes, largestUnpacked)) return undefined;
  try {
    // Numbers stay as they are written: a number of 18 digits would lose its last ones.
    const rows = await readXlsx(bytes, 1, { parseNumber: (text: string) => text, trim: false });
    return rows.slice(0, mostRawRows).map((cells, at) => ({
      row: at + 1,
      cells: cells.slice(0, mostColumns).map((cell) => cleanCell(cellText(cell))),
    }));
  } catch {
    return undefined;
  }
}

/** A date cell shows the district's time, whatever the reader took it for. */
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
  return readCsv(text, mostRawRows).map(({ row, cells }) => ({
    row,
    cells: cells.slice(0, mostColumns).map(cleanCell),
  }));
}

function decode(bytes: Buffer): string | undefined {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "feff") return new TextDecoder("utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  return undefined;
}
