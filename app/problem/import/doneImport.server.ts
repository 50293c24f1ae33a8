import { and, asc, count, desc, eq, gt, isNotNull, max, min } from "drizzle-orm";
import { takesChanges } from "~/problem/listing";
import type { findStreetList } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importedFile, importedRow, problem, problemList } from "~db/schema";
import type { CellFinding } from "./importedRow";
import { isStalled } from "./importRun.server";
import { isTouched } from "./undoImport.server";

type Found = NonNullable<Awaited<ReturnType<typeof findStreetList>>>;

/** Finds an imported file of a street; undefined where there is none. */
export async function findImport(db: Queries, streetId: string, fileId: string) {
  const [found] = await db
    .select({ file: importedFile })
    .from(importedFile)
    .innerJoin(problemList, eq(problemList.id, importedFile.listId))
    .where(and(eq(importedFile.id, fileId), eq(problemList.streetId, streetId)));
  return found?.file;
}

/** What became of an import, or how far it has come; undefined where the street has none of this id. */
export async function doneImport(
  db: Queries,
  { day, list }: Found,
  asked: { streetId: string; fileId: string; now: string; most: number },
) {
  const file = await findImport(db, asked.streetId, asked.fileId);
  if (!file) return undefined;
  const about = { file: file.fileName, fileId: file.id };
  if (file.state === "running" && !isStalled(file, asked.now))
    return { step: "running" as const, ...about, rowsDone: file.rowsDone, rowsRead: file.rowsRead };
  if (file.state !== "done") return { step: "gone" as const, ...about, undone: file.state === "undone" };
  const [made] = await db
    .select({ accepted: count(), first: min(problem.id), last: max(problem.id) })
    .from(problem)
    .innerJoin(importedRow, eq(importedRow.id, problem.importedRowId))
    .where(eq(importedRow.fileId, file.id));
  const open = file.listId === list?.id && takesChanges(day.stage, list.state);
  const [refused] = await db
    .select({ count: count() })
    .from(importedRow)
    .where(and(eq(importedRow.fileId, file.id), isNotNull(importedRow.rejected)));
  const rejected = await refusedRows(db, file.id, { after: -1, most: asked.most });
  return {
    step: "done" as const,
    ...about,
    accepted: made?.accepted ?? 0,
    numbers: made?.first
      ? { first: await numberOf(db, made.first), last: await numberOf(db, made.last!) }
      : null,
    canUndo: open && !(await isTouched(db, file.id)),
    rejectedCount: refused!.count,
    rejected: rejected.map(({ row, findings }) => ({
      row,
      title: "",
      accepted: false,
      waits: false,
      findings,
    })),
  };
}

async function numberOf(db: Queries, problemId: string): Promise<string> {
  const [row] = await db.select({ number: problem.number }).from(problem).where(eq(problem.id, problemId));
  return row?.number ?? "";
}

const pageRows = 500;

/** The rows of an import that were not taken, in their order, as they were read; so many at a time. */
export async function* pagesOfRefusedRows(fileId: string) {
  let after = -1;
  for (;;) {
    const page = await read((db) => refusedRows(db, fileId, { after, most: pageRows }));
    if (page.length > 0) yield page;
    if (page.length < pageRows) return;
    after = page.at(-1)!.row;
  }
}

async function refusedRows(db: Queries, fileId: string, { after, most }: { after: number; most: number }) {
  const rows = await db
    .select({ row: importedRow.rowNumber, cells: importedRow.cells, findings: importedRow.rejected })
    .from(importedRow)
    .where(
      and(eq(importedRow.fileId, fileId), isNotNull(importedRow.rejected), gt(importedRow.rowNumber, after)),
    )
    .orderBy(asc(importedRow.rowNumber))
    .limit(most);
  return rows.map(({ row, cells, findings }) => ({
    row,
    cells,
    findings: JSON.parse(findings ?? "[]") as CellFinding[],
  }));
}

/** The imports into a list, newest first. */
export async function earlierImports(db: Queries, listId: string | undefined) {
  if (!listId) return [];
  return db
    .select({
      fileId: importedFile.id,
      file: importedFile.fileName,
      at: importedFile.importedAt,
      state: importedFile.state,
      rows: importedFile.rowsRead,
    })
    .from(importedFile)
    .where(eq(importedFile.listId, listId))
    .orderBy(desc(importedFile.id))
    .limit(20);
}
