import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { saidFileName } from "~/value/fileName";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importUpload, importUploadPart } from "~db/schema";
import type { BroughtFile } from "./fileReading";
import { importLimits } from "./importLimits";
import { type ImportPlace, mayImport } from "./importList.server";
import { forgetReadings, readingOf, readWithin } from "./readings.server";
import { keepParts } from "./uploadParts.server";

/** A file that waits to be imported. */
export interface WaitingFile {
  id: string;
  name: string;
}

// A page comes back while the file is being read; most files are read before.
const soon = 2_000;

/**
 * Keeps a file while its columns are being matched, in place of one brought before, and begins to read it. Refuses like
 * the import itself; what only shows after a while is told on the page.
 */
export async function uploadImport(
  actor: Actor,
  input: ImportPlace & { file: BroughtFile },
  now: string,
): Promise<Result<null>> {
  const may = await mayImport(actor, input);
  if (!may.ok) return may;
  const { bytes } = input.file;
  const name = saidFileName(input.file.name);
  if (bytes.length > importLimits.megabytes * 1024 * 1024)
    return refuse("fileTooLarge", { values: { megabytes: importLimits.megabytes } });
  if (bytes.length === 0) return refuse("fileUnreadable");
  const id = newId();
  await keepParts(id, bytes, now);
  const result = await readWithin(readingOf(id, undefined), soon);
  if (result && !result.ok) return result;
  return change(actor, now, async (tx, book) => {
    const place = await placeOf(tx, input);
    if (!place) return refuse("notFound");
    await forget(tx, place);
    await tx
      .insert(importUpload)
      .values({ id, ...place, fileName: name, size: bytes.length, uploadedAt: now });
    await book({
      verb: "problem.uploadImport",
      subject: { kind: "importUpload", id },
      scopeUnitId: place.streetId,
      after: { fileName: name, bytes: bytes.length },
    });
    return done(null);
  });
}

/** Finds the file that waits to be imported; undefined when none does. Refuses with `notFound` and `notAllowed`. */
export async function uploadedFile(
  actor: Actor,
  input: ImportPlace,
): Promise<Result<WaitingFile | undefined>> {
  return read(async (db) => {
    const place = await placeOf(db, input);
    if (!place || !canList(actor, "see", place)) return refuse("notFound");
    if (!canList(actor, "import", place)) return refuse("notAllowed");
    const [row] = await db.select().from(importUpload).where(at(place)).limit(1);
    return done(row && { id: row.id, name: row.fileName });
  });
}

/** Forgets the file that waits, because it was the wrong one. */
export async function dropUpload(actor: Actor, input: ImportPlace, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const place = await placeOf(tx, input);
    if (!place || !canList(actor, "see", place)) return refuse("notFound");
    if (!canList(actor, "import", place)) return refuse("notAllowed");
    const gone = await forget(tx, place);
    if (!gone) return refuse("notFound");
    await book({
      verb: "problem.dropUpload",
      subject: { kind: "importUpload", id: gone },
      scopeUnitId: place.streetId,
    });
    return done(null);
  });
}

interface Place {
  dayId: string;
  streetId: string;
}

async function forget(tx: Queries, place: Place): Promise<string | undefined> {
  const [gone] = await tx.delete(importUpload).where(at(place)).returning({ id: importUpload.id });
  if (!gone) return undefined;
  await tx.delete(importUploadPart).where(eq(importUploadPart.uploadId, gone.id));
  forgetReadings(gone.id);
  return gone.id;
}

const at = (place: Place) =>
  and(eq(importUpload.dayId, place.dayId), eq(importUpload.streetId, place.streetId));

async function placeOf(db: Queries, { month, street }: ImportPlace): Promise<Place | undefined> {
  const unit = await findStreet(db, street);
  const found = unit && (await findStreetList(db, month, unit.id));
  return found && { dayId: found.day.id, streetId: unit.id };
}
