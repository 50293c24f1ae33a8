import type { Refusal } from "~/ledger/result";
import { done, type Result } from "~/ledger/result";
import type { ReadingMessage, ReadingTask, SheetSummary } from "./fileReading";
import type { SheetRow } from "./table";

/** What use cases need of the threads that read files. They live in `server/workers` and register here at start. */
export interface FileReader {
  /** Resolves when the file is read or refused; what is in it is handed over in parts. */
  read(task: ReadingTask, take: (message: ReadingMessage) => void): Promise<void>;
}

let registered: FileReader | undefined;

/** Called once at start. */
export function registerFileReader(reader: FileReader): void {
  registered = reader;
}

/** A sheet of a file as it was read, with the others to choose from. */
export interface ReadSheet {
  sheets: SheetSummary[];
  /** Which of them, from 0. */
  sheet: number;
  rows: SheetRow[];
  /** In all cells together. */
  characters: number;
}

/**
 * Reads a sheet of an XLSX file or a text file with separators, away from those who are being answered.
 * @param onRows told how many rows are read so far
 * Refuses with what the file is refused for: `fileUnreadable`, `fileOtherFormat`, `fileEncrypted`, `tooManyRows`,
 * `fileBeyondSheet`, `fileUnpacksTooLarge`, `fileTakesTooLong`, `sheetUnknown`.
 */
export async function readSheet(
  task: ReadingTask,
  onRows: (count: number) => void = () => undefined,
): Promise<Result<ReadSheet>> {
  if (!registered) throw new Error("nobody reads files: no reader is registered");
  const read: ReadSheet = { sheets: [], sheet: 0, rows: [], characters: 0 };
  let refusal: Refusal | undefined;
  await registered.read(task, (message) => {
    if (message.kind === "refused") refusal = message.refusal;
    if (message.kind === "sheets") Object.assign(read, { sheets: message.sheets, sheet: message.sheet });
    if (message.kind !== "rows") return;
    for (const row of message.rows) {
      read.rows.push(row);
      for (const cell of row.cells) read.characters += cell.length;
    }
    onRows(read.rows.length);
  });
  return refusal ? { ok: false, refusal } : done(read);
}
