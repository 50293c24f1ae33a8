import { and, eq, inArray } from "drizzle-orm";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { problem, unit } from "~db/schema";
import type { ColumnMap } from "./columns";
import { duplicateKeys } from "./duplicateKeys";
import { importLimits } from "./readSheet.server";
import { type ImportContext, type ImportedRow, importRows } from "./rows";
import { type ImportTable, readTable, type SheetRow } from "./table";

/** Finds the header of a file. Refuses with `fileUnreadable` (nothing in it) or `tooManyRows`. */
export function findTable(sheet: readonly SheetRow[]): Result<ImportTable> {
  const table = readTable(sheet);
  if (!table) return refuse("fileUnreadable");
  if (table.rows.length > importLimits.rows)
    return refuse("tooManyRows", { values: { rows: importLimits.rows } });
  return done(table);
}

/**
 * Plans what will happen with each row of a file on a street's list. Refuses with `noColumns` when neither a name
 * nor words are matched.
 */
export async function planRows(
  db: Queries,
  table: ImportTable,
  columns: ColumnMap,
  streetId: string,
): Promise<Result<ImportedRow[]>> {
  if (columns.title === undefined && columns.originalWording === undefined) return refuse("noColumns");
  // Once to know what has to be looked up, once with what was found.
  const context = await unitsToKnow(db, streetId);
  const first = importRows(table, columns, { ...context, onRecord: new Map() });
  const onRecord = await recorded(db, streetId, first);
  return done(onRecord.size === 0 ? first : importRows(table, columns, { ...context, onRecord }));
}

async function unitsToKnow(
  db: Queries,
  streetId: string,
): Promise<Pick<ImportContext, "units" | "communities">> {
  const rows = await db.select().from(unit);
  const named = (row: (typeof rows)[number]) => ({
    id: row.id,
    names: [row.nameZh, row.shortZh, row.nameEn],
  });
  return {
    units: rows
      .filter((row) => ["department", "utility", "contractor", "street"].includes(row.kind))
      .map(named),
    communities: rows.filter((row) => row.kind === "community" && row.parentId === streetId).map(named),
  };
}

/** Finds the keys of what the street has on record, as far as these rows could repeat it. */
async function recorded(
  db: Queries,
  streetId: string,
  rows: readonly ImportedRow[],
): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const own = eq(problem.streetId, streetId);
  const columns = {
    number: problem.number,
    title: problem.title,
    originalWording: problem.originalWording,
    place: problem.place,
    sourceNumber: problem.sourceNumber,
  };
  for (let at = 0; at < rows.length; at += 400) {
    const part = rows.slice(at, at + 400);
    const titles = part.map((row) => row.title);
    const numbers = part.map((row) => row.sourceNumber).filter(Boolean);
    const same = await db
      .select(columns)
      .from(problem)
      .where(and(own, inArray(problem.title, titles)));
    const numbered = numbers.length
      ? await db
          .select(columns)
          .from(problem)
          .where(and(own, inArray(problem.sourceNumber, numbers)))
      : [];
    for (const row of [...same, ...numbered]) {
      for (const key of duplicateKeys(row)) keys.set(key, row.number);
    }
  }
  return keys;
}
