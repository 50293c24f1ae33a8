import type { Result } from "~/ledger/result";
import type { Sheet } from "./workbook";

/** What makes workbooks, away from those who are being answered. It lives in `server/workers` and registers at start. */
export interface WorkbookWriter {
  write(sheets: readonly Sheet[]): Promise<Result<Uint8Array>>;
}

let registered: WorkbookWriter | undefined;

/** Called once at start. */
export function registerWorkbookWriter(writer: WorkbookWriter): void {
  registered = writer;
}

/** Makes an XLSX file. Refuses with `fileTooLargeToMake` when it takes too long or too much memory. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Result<Uint8Array>> {
  if (!registered) throw new Error("nobody makes workbooks: no writer is registered");
  return registered.write(sheets);
}
