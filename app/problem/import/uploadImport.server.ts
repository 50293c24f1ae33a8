import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importUpload } from "~db/schema";
import { type BroughtFile, previewImport } from "./importList.server";

interface Where {
  month: string;
  /** Slug of the street. */
  street: string;
}

/**
 * Keeps a file while its columns are being matched, in place of one brought before. Refuses like the import
 * itself, except that columns need not be known yet.
 */
export async function uploadImport(
  actor: Actor,
  input: Where & { file: BroughtFile },
  now: string,
): Promise<Result<null>> {
  const tried = await previewImport(actor, input);
  if (!tried.ok && tried.refusal.code !== "noColumns") return tried;
  return change(actor, now, async (tx, book) => {
    const place = await placeOf(tx, input);
    if (!place) return refuse("notFound");
    const id = newId();
    const { name, bytes } = input.file;
    await tx.delete(importUpload).where(at(place));
    await tx
      .insert(importUpload)
      .values({ id, ...place, fileName: name.slice(0, 200), bytes, uploadedAt: now });
    await book({
      verb: "problem.uploadImport",
      subject: { kind: "importUpload", id },
      scopeUnitId: place.streetId,
      after: { fileName: name.slice(0, 200), bytes: bytes.length },
    });
    return done(null);
  });
}

/** Finds the file that waits to be imported; undefined when none does. Refuses with `notFound` and `notAllowed`. */
export async function uploadedFile(actor: Actor, input: Where): Promise<Result<BroughtFile | undefined>> {
  return read(async (db) => {
    const place = await placeOf(db, input);
    if (!place || !canList(actor, "see", place)) return refuse("notFound");
    if (!canList(actor, "import", place)) return refuse("notAllowed");
    const [row] = await db.select().from(importUpload).where(at(place)).limit(1);
    return done(row && { name: row.fileName, bytes: Buffer.from(row.bytes) });
  });
}

/** Forgets the file that waits, after it was imported or because it was the wrong one. */
export async function dropUpload(actor: Actor, input: Where, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const place = await placeOf(tx, input);
    if (!place || !canList(actor, "see", place)) return refuse("notFound");
    if (!canList(actor, "import", place)) return refuse("notAllowed");
    const [gone] = await tx.delete(importUpload).where(at(place)).returning({ id: importUpload.id });
    if (!gone) return refuse("notFound");
    await book({
      verb: "problem.dropUpload",
      subject: { kind: "importUpload", id: gone.id },
      scopeUnitId: place.streetId,
    });
    return done(null);
  });
}

const at = (place: { dayId: string; streetId: string }) =>
  and(eq(importUpload.dayId, place.dayId), eq(importUpload.streetId, place.streetId));

async function placeOf(db: Queries, { month, street }: Where) {
  const unit = await findStreet(db, street);
  const found = unit && (await findStreetList(db, month, unit.id));
  return found && { dayId: found.day.id, streetId: unit.id };
}
