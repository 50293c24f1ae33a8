import { done, type Result } from "~/ledger/result";
import { readSheet } from "./fileReader.server";
import type { SheetRow } from "./table";

/** A sheet of a workbook, as it was read. */
export interface NamedSheet {
  name: string;
  rows: SheetRow[];
}

/**
 * Reads every sheet of a workbook that is not hidden.
 * @param most sheets that are looked at, hidden ones counted
 * Refuses as `readSheet` does.
 */
export async function readSheets(bytes: Uint8Array, most: number): Promise<Result<NamedSheet[]>> {
  const first = await readSheet({ bytes, sheet: 0 });
  if (!first.ok) return first;
  const found: NamedSheet[] = [];
  for (const [at, { name, hidden }] of first.value.sheets.slice(0, most).entries()) {
    const sheet = at === first.value.sheet ? first : await readSheet({ bytes, sheet: at });
    if (!sheet.ok) return sheet;
    if (!hidden) found.push({ name, rows: sheet.value.rows });
  }
  return done(found);
}
