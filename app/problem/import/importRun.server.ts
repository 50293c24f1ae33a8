import { setTimeout as pause } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { generateNKeysBetween } from "fractional-indexing";
import { z } from "zod";
import { type Author, type Book, change } from "~/ledger/change.server";
import type { Handler } from "~/ledger/handler.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Step } from "~/ledger/step";
import { enterList } from "~/problem/enterChannel.server";
import { insertProblems, numbersOf, type PlacedProblem } from "~/problem/insertProblem.server";
import { takesChanges } from "~/problem/listing";
import { changeableList, findStreetList, lastPosition } from "~/problem/streetList.server";
import { saidFileName } from "~/value/fileName";
import type { Queries } from "~db/connect";
import {
  importedFile,
  importedRow,
  importUpload,
  importUploadPart,
  listing,
  withheldProblem,
} from "~db/schema";
import type { ImportedRow } from "./importedRow";
import type { PlannedImport } from "./planImport.server";
import { forgetReadings } from "./readings.server";
import { cellsByHeader } from "./table";

/** An import that is being written by this process. */
export interface ImportRun {
  fileId: string;
  month: string;
  streetId: string;
  listId: string;
  by: Author | null;
  planned: PlannedImport;
  /** The file that waited for it, to be forgotten at the end. */
  uploadId?: string;
  /** Rows written so far, and how long the last of them took: as long others have their turn. */
  written: number;
  tookMs: number;
  /** First and last number given. */
  first?: string;
  last?: string;
}

// Written in one transaction: long enough to be worth its flush, short enough that nobody notices.
const slice = 100;
// Milliseconds; what took longer had to wait itself.
const longestPause = 200;
// Of the time that a slice took: whoever came meanwhile is answered before the next.
const pauseShare = 1 / 4;
// Since the last slice: whoever wrote it has ended without a word.
const stalledAfter = 5 * 60_000;

/** Whether an import that is not finished was given up by a process that has ended. */
export function isStalled(file: { touchedAt: string | null }, now: string): boolean {
  return Date.parse(now) - Date.parse(file.touchedAt ?? now) > stalledAfter;
}

/** The steps of an import that a server writes slice by slice. */
export const importStep: Step<{ fileId: string }> = {
  kind: "problem.import",
  payload: z.object({ fileId: z.string() }),
  subject: ({ fileId }) => fileId,
};

const runs = new Map<string, ImportRun>();

/**
 * Writes one slice of an import and asks for the next. What this process does not know was begun by one that has
 * ended: it is given up, and nothing of it is there for anybody.
 */
export const importHandler = {
  step: importStep,
  async outside({ fileId }, { now }) {
    const run = runs.get(fileId);
    if (run) await writeSlice(run, now, true);
    else await giveUp(fileId, now);
  },
} satisfies Handler<z.infer<typeof importStep.payload>>;

/** What is written, where, and from which file. */
export interface ImportToBegin extends PlannedImport {
  month: string;
  file: { name: string; sha256: string };
  uploadId?: string;
}

/**
 * Begins to write an import: from now on no other can begin on the same list.
 * @param inServer a server writes the slices, of which the first follows at once
 * Refuses with `notFound`, `listClosed` and `importRunning`.
 */
export async function beginImport(
  by: Author | null,
  input: ImportToBegin,
  now: string,
  inServer = false,
): Promise<Result<ImportRun>> {
  const { month, file, streetId, table, rows, uploadId } = input;
  const planned = { streetId, table, rows };
  let fileId = "";
  const begun = await change(by, now, async (tx, book, later) => {
    const open = await changeableList(tx, month, streetId);
    if (!open.ok) return open;
    const listId = open.value.list.id;
    if (await endStalled(tx, listId, now)) return refuse("importRunning");
    fileId = newId();
    const { sha256 } = file;
    const fileName = saidFileName(file.name);
    await tx.insert(importedFile).values({
      ...{ id: fileId, listId, fileName, sha256, rowsRead: rows.length, importedAt: now },
      importedByPostId: by?.postId ?? null,
      state: "running",
      touchedAt: now,
      headers: JSON.stringify(table.headers),
    });
    const run: ImportRun = { fileId, month, streetId, listId, by, planned, uploadId, written: 0, tookMs: 0 };
    if (inServer) {
      runs.set(fileId, run);
      await later(importStep, { fileId });
    }
    await book({
      verb: "problem.beginImport",
      subject: { kind: "importedFile", id: fileId },
      scopeUnitId: streetId,
      after: { fileName, sha256, rows: rows.length },
    });
    return done(run);
  });
  if (!begun.ok) runs.delete(fileId);
  return begun;
}

/** Ends what a process that has ended has left running on a list; true where another one is still at it. */
async function endStalled(tx: Queries, listId: string, now: string): Promise<boolean> {
  const running = await tx
    .select({ id: importedFile.id, touchedAt: importedFile.touchedAt })
    .from(importedFile)
    .where(and(eq(importedFile.listId, listId), eq(importedFile.state, "running")));
  for (const file of running) {
    if (!isStalled(file, now)) return true;
    await tx.update(importedFile).set({ state: "broken" }).where(eq(importedFile.id, file.id));
  }
  return false;
}

/**
 * Writes the next rows of an import; with the last of them all become visible in the same transaction. Refuses with
 * `listClosed` when the list was sent meanwhile, and with `notFound` when the import was given up.
 * @param chain asks for the next slice as a step of the outbox
 */
export async function writeSlice(
  run: ImportRun,
  now: string,
  chain = false,
): Promise<Result<"more" | "done">> {
  // The database answers at once: without a pause nobody else would be answered between two slices.
  await pause(run.tookMs * pauseShare);
  const from = performance.now();
  const rows = run.planned.rows.slice(run.written, run.written + slice);
  const written = run.written + rows.length;
  const isLast = written >= run.planned.rows.length;
  const touchedAt = new Date().toISOString();
  const result = await change(run.by, now, async (tx, book, later) => {
    const running = await tx
      .update(importedFile)
      .set({ rowsDone: written, touchedAt })
      .where(and(eq(importedFile.id, run.fileId), eq(importedFile.state, "running")))
      .returning({ id: importedFile.id });
    if (running.length === 0) return refuse("notFound");
    const numbers = await writeRows(tx, book, run, rows, now);
    if (isLast) {
      const shown = await finish(tx, book, run, now);
      if (!shown.ok) return shown;
    } else if (numbers === null) {
      const subject = { kind: "importedFile", id: run.fileId };
      await book({
        verb: "problem.importRows",
        subject,
        scopeUnitId: run.streetId,
        after: { rows: rows.length },
      });
    }
    if (!isLast && chain) await later(importStep, { fileId: run.fileId });
    return done(numbers);
  });
  if (!result.ok) {
    await giveUp(run.fileId, now);
    return result;
  }
  run.written = written;
  run.tookMs = Math.min(performance.now() - from, longestPause);
  if (result.value) {
    run.first ??= result.value[0];
    run.last = result.value[1];
  }
  if (isLast) runs.delete(run.fileId);
  return done(isLast ? "done" : "more");
}

async function writeRows(
  tx: Queries,
  book: Book,
  run: ImportRun,
  rows: readonly ImportedRow[],
  now: string,
): Promise<[string, string] | null> {
  const { table } = run.planned;
  const accepted = rows.filter((row) => row.problem).length;
  const positions = generateNKeysBetween(await lastPosition(tx, run.listId), null, accepted);
  const nextNumber = await numbersOf(tx, run.streetId, now);
  const { by, streetId, listId, fileId } = run;
  const kept: (typeof importedRow.$inferInsert)[] = [];
  const placed: PlacedProblem[] = [];
  for (const [at, row] of rows.entries()) {
    const cells = JSON.stringify(cellsByHeader(table.headers, table.rows[run.written + at]!));
    const rejected = row.problem ? null : JSON.stringify(row.rejected);
    const { row: rowNumber, cellsKey, sourceNumber } = row;
    const importedRowId = newId();
    kept.push({ id: importedRowId, fileId, rowNumber, cells, rejected, cellsKey });
    if (!row.problem) continue;
    const whole = { by, streetId, listId, number: nextNumber(), sourceNumber, importedRowId, withheld: true };
    placed.push({ given: row.problem, placement: { ...whole, position: positions[placed.length]! } });
  }
  if (kept.length > 0) await tx.insert(importedRow).values(kept);
  const inserted = await insertProblems(tx, book, placed, now);
  if (inserted.length > 0)
    await tx.insert(withheldProblem).values(inserted.map(({ problemId }) => ({ problemId, fileId })));
  const numbers = inserted.map(({ number }) => number);
  return numbers.length > 0 ? [numbers[0]!, numbers.at(-1)!] : null;
}

/** Lets everybody see what was written, where the list can still be changed. */
async function finish(tx: Queries, book: Book, run: ImportRun, now: string): Promise<Result<null>> {
  const found = await findStreetList(tx, run.month, run.streetId);
  if (!takesChanges(found?.day.stage ?? "", found?.list?.state ?? "draft")) return refuse("listClosed");
  const { fileId } = run;
  const places = await tx
    .update(listing)
    .set({ state: "draft" })
    .where(inArray(listing.problemId, withheldOf(tx, fileId)))
    .returning({ listingId: listing.id, problemId: listing.problemId });
  await enterList(tx, places, run, now);
  await tx.delete(withheldProblem).where(eq(withheldProblem.fileId, fileId));
  await tx.update(importedFile).set({ state: "done" }).where(eq(importedFile.id, fileId));
  if (run.uploadId) await forgetUpload(tx, run.uploadId);
  await book({
    verb: "problem.importList",
    subject: { kind: "importedFile", id: fileId },
    scopeUnitId: run.streetId,
    after: {
      rows: run.planned.rows.length,
      accepted: run.planned.rows.filter((row) => row.problem).length,
    },
  });
  return done(null);
}

async function forgetUpload(tx: Queries, uploadId: string): Promise<void> {
  await tx.delete(importUpload).where(eq(importUpload.id, uploadId));
  await tx.delete(importUploadPart).where(eq(importUploadPart.uploadId, uploadId));
  forgetReadings(uploadId);
}

/** The problems of an import that are not there for anybody, for WHERE. */
function withheldOf(tx: Queries, fileId: string) {
  return tx
    .select({ id: withheldProblem.problemId })
    .from(withheldProblem)
    .where(eq(withheldProblem.fileId, fileId));
}

/** Gives an import up that cannot be finished: what was written of it stays withheld for ever. */
async function giveUp(fileId: string, now: string): Promise<void> {
  runs.delete(fileId);
  await change(null, now, async (tx, book) => {
    const broken = await tx
      .update(importedFile)
      .set({ state: "broken" })
      .where(and(eq(importedFile.id, fileId), eq(importedFile.state, "running")))
      .returning({ id: importedFile.id });
    if (broken.length === 0) return refuse("notFound");
    await book({ verb: "problem.giveUpImport", subject: { kind: "importedFile", id: fileId } });
    return done(null);
  });
}
