import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { newId } from "~/ledger/identifier.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Queries } from "~db/connect";
import { visitEntry } from "~db/schema";
import { type FoundVisit, findVisit } from "./findVisit.server";
import { writesResearch, writtenAtOf } from "./research";

/** Which visit is written about. */
export interface AtVisit {
  slug: string;
  visitId: string;
}

/**
 * Adds a note to a visit. Each note is a line of its own by a person and a time, so that those of several people who
 * had no network come together without any of them being changed. Refuses with `notFound`, `notAllowed`.
 * @returns its id
 */
export async function addEntry(
  actor: Actor,
  input: AtVisit & { text: string; writtenAt?: string },
  now: string,
): Promise<Result<string>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await visitToWrite(tx, actor, input);
    if (!found.ok) return found;
    const id = newId();
    const writtenAt = writtenAtOf(input.writtenAt, now);
    const by = { byPersonId: actor.personId, byPostId: actor.postId };
    const row = { id, visitId: found.value.id, text: input.text, writtenAt, receivedAt: now, ...by };
    await tx.insert(visitEntry).values(row);
    const after = { visitId: row.visitId, text: row.text, writtenAt };
    await book({ verb: "session.addVisitEntry", subject: { kind: "visitEntry", id }, after });
    return done(id);
  });
}

/** Changes a note. Refuses with `notFound`, `notAllowed`, `changedMeanwhile` where another one did meanwhile. */
export async function editEntry(
  actor: Actor,
  input: AtVisit & { entryId: string; text: string; version: number },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book) => {
    const found = await visitToWrite(tx, actor, input);
    if (!found.ok) return found;
    const which = and(eq(visitEntry.id, input.entryId), eq(visitEntry.visitId, found.value.id));
    const [row] = await tx.select().from(visitEntry).where(which);
    if (!row) return refuse("notFound");
    const subject = { kind: "visitEntry", id: row.id };
    if (row.version !== input.version) return overtaken(tx, subject);
    const changed = await tx
      .update(visitEntry)
      .set({ text: input.text, editedAt: now, version: row.version + 1 })
      .where(and(which, eq(visitEntry.version, row.version)))
      .returning({ id: visitEntry.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    const [before, after] = [{ text: row.text }, { text: input.text }];
    await book({ verb: "session.editVisitEntry", subject, before, after });
    return done(null);
  });
}

async function visitToWrite(
  tx: Queries,
  actor: Actor,
  { slug, visitId }: AtVisit,
): Promise<Result<FoundVisit>> {
  const found = await findVisit(tx, actor, visitId);
  if (!found || found.meeting.slug !== slug) return refuse("notFound");
  return writesResearch(found.right) ? done(found) : refuse("notAllowed");
}
