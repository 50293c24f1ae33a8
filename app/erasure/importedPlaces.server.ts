import { and, eq, inArray, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { holdsAny } from "~db/passage";
import { importedFile, importedRow, problemList } from "~db/schema";
import { erasedFrom, erasedFromCell, fragmentsOf, type WordsToErase } from "./wording";

/** One text in which something is erased, and what it becomes. */
export interface ErasedPlace {
  home: string;
  subjectId: string;
  field: string;
  text: string;
  becomes: string;
}

/** Which imported rows are looked through: those that became the problem, and all of its street that hold the words. */
export interface RowsToErase {
  /** The row of the problem itself, of which cells were chosen. */
  ownRowId: string | null;
  /** Those of copies that are there for nobody. */
  rowIds: readonly string[];
  streetId: string;
  /** Chosen cells of the own row, by their place. */
  cells: readonly number[];
}

/** Finds what is erased from the cells of imported rows as they were read, and from what was remarked about them. */
export async function importedPlaces(
  db: Queries,
  which: RowsToErase,
  words: WordsToErase,
): Promise<ErasedPlace[]> {
  const ids = [...which.rowIds, ...(which.ownRowId ? [which.ownRowId] : [])];
  const fragments = fragmentsOf(words);
  const rows = await db
    .select({ row: importedRow })
    .from(importedRow)
    .innerJoin(importedFile, eq(importedFile.id, importedRow.fileId))
    .innerJoin(problemList, eq(problemList.id, importedFile.listId))
    .where(
      or(
        inArray(importedRow.id, ids),
        and(eq(problemList.streetId, which.streetId), holdsAny(importedRow.cells, fragments)),
      ),
    );
  return rows.flatMap(({ row }) => {
    const chosen = row.id === which.ownRowId ? which.cells : [];
    const place = { home: "importedRow", subjectId: row.id };
    const cells = {
      ...place,
      field: "cells",
      text: row.cells,
      becomes: cellsAfter(row.cells, chosen, words),
    };
    if (row.rejected === null) return [cells];
    const becomes = remarksAfter(row.rejected, words);
    return [cells, { ...place, field: "rejected", text: row.rejected, becomes }];
  });
}

function cellsAfter(json: string, chosen: readonly number[], words: WordsToErase): string {
  const cells = Object.entries(JSON.parse(json) as Record<string, string>);
  const wholly = [...words.wholes, ...chosen.map((at) => cells[at]?.[1].trim() ?? "").filter(Boolean)];
  const after = cells.map(([header, cell]) => [header, erasedFromCell(cell, { ...words, wholes: wholly })]);
  return JSON.stringify(Object.fromEntries(after));
}

function remarksAfter(json: string, words: WordsToErase): string {
  const remarks = JSON.parse(json) as Record<string, unknown>[];
  const after = remarks.map((remark) =>
    typeof remark.value === "string" ? { ...remark, value: erasedFrom(remark.value, words) } : remark,
  );
  return JSON.stringify(after);
}
