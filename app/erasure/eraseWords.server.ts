import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { eraseVerb, writeErased } from "~/ledger/chain";
import { type Book, change } from "~/ledger/change.server";
import { type EntryToErase, eraseEntry, findWordedEntries } from "~/ledger/eraseEntries.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { sealText } from "~/ledger/seal.server";
import { settleStep } from "~/ledger/settleStep.server";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { canErase } from "~/problem/permission";
import { visibleProblems } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { erasure, problem } from "~db/schema";
import type { ErasureChoice } from "./erasureForm";
import type { ErasedPlace } from "./importedPlaces.server";
import { keepLeftOut } from "./keepLeftOut.server";
import { type ErasurePlan, planErasure } from "./planErasure.server";
import { underPermit } from "./recordErasure.server";
import { indexAgain, keepKeys, writePlaces } from "./writeErasure.server";

/** Which words of which problem are to be erased. */
export type Erasing = ErasureChoice & { number: string };

/**
 * Erases words about a problem on a legal request (PIPL, article 47), for good: wherever they are stored they become a
 * mark, with a keyed digest on record; entries of the ledger that hold them keep their hash. Refuses with `notFound`,
 * `notAllowed`, `nothingChosen`, `wordsNotFound` and `changedMeanwhile`.
 */
export async function eraseWords(actor: Actor, input: Erasing, now: string): Promise<Result<null>> {
  const planned = await read((db) => plan(db, actor, input));
  if (!planned.ok) return planned;
  // The ledger is long: most of it is gone through before others have to wait.
  const seen = await findWordedEntries(read, wordedIn(planned.value));
  return change(actor, now, async (tx, book, later) => {
    const again = await plan(tx, actor, input);
    if (!again.ok) return again;
    const look = <T>(query: (db: Queries) => Promise<T>) => query(tx);
    const since = await findWordedEntries(look, { ...wordedIn(again.value), from: seen.upTo });
    const entries = [...seen.entries, ...since.entries];
    const erasureId = await keep(tx, actor, input, again.value, now);
    await keepKeys(tx, again.value.plan.around.problems);
    const erased = await erase(tx, erasureId, again.value.plan.places, entries);
    await keepLeftOut(tx, again.value.plan.places, now);
    await indexAgain(tx, again.value.plan.places);
    await bookErasure(book, input, again.value, { erasureId, erased });
    await later(settleStep, { erasureId });
    return done(null);
  });
}

interface Planned {
  row: ProblemRow;
  plan: ErasurePlan;
}

/** Finds what an erasure would change. Refuses like {@link eraseWords}. */
export async function plan(
  db: Queries,
  actor: Actor,
  input: Pick<Erasing, "number" | "version" | "fields" | "cells" | "passages">,
): Promise<Result<Planned>> {
  const row = await findToErase(db, actor, input.number);
  if (!row) return refuse("notFound");
  if (!canErase(actor, row)) return refuse("notAllowed");
  if (row.version !== input.version) return refuse("changedMeanwhile");
  if (input.fields.length + input.cells.length + input.passages.length === 0) return refuse("nothingChosen");
  const plan = await planErasure(db, row, input);
  return plan.places.length > 0 ? done({ row, plan }) : refuse("wordsNotFound", { field: "passages" });
}

/** A problem by its number, as far as the reader may see it. */
export async function findToErase(
  db: Queries,
  actor: Actor,
  number: string,
): Promise<ProblemRow | undefined> {
  const [row] = await db
    .select()
    .from(problem)
    .where(and(eq(problem.number, number), visibleProblems(db, actor)))
    .limit(1);
  return row;
}

/** Which entries of the ledger hold words that go. */
export const wordedIn = ({ plan }: Planned) => ({
  about: plan.around.problems.map((id) => ({ kind: "problem", id })),
  passages: plan.fragments,
});

async function keep(
  tx: Queries,
  actor: Actor,
  { askedBy, legalBasis }: Erasing,
  { row, plan }: Planned,
  now: string,
): Promise<string> {
  const id = newId();
  const remains = JSON.stringify(plan.remains);
  const by = { byPostId: actor.postId, at: now };
  await tx.insert(erasure).values({ id, problemId: row.id, askedBy, legalBasis, remains, ...by });
  return id;
}

/** Erases all places and entries; returns the entries as the event names them. */
async function erase(
  tx: Queries,
  erasureId: string,
  places: readonly ErasedPlace[],
  entries: readonly EntryToErase[],
): Promise<string[]> {
  const erased: string[] = [];
  await underPermit(tx, erasureId, [...places, ...entries.flatMap(placesOf)], async () => {
    await writePlaces(tx, places);
    for (const one of entries) erased.push(writeErased(one.entry.sequence, await eraseEntry(tx, one)));
  });
  return erased;
}

function placesOf({ entry, before, after }: EntryToErase): ErasedPlace[] {
  const place = { home: "ledger", subjectId: String(entry.sequence) };
  return [
    { ...place, field: "before", text: entry.before ?? "", becomes: before ?? "" },
    { ...place, field: "after", text: entry.after ?? "", becomes: after ?? "" },
  ].filter(({ text, becomes }) => text !== becomes);
}

function bookErasure(
  book: Book,
  { askedBy, legalBasis }: Erasing,
  { row, plan }: Planned,
  { erasureId, erased }: { erasureId: string; erased: string[] },
): Promise<void> {
  return book({
    verb: eraseVerb,
    subject: { kind: "problem", id: row.id },
    scopeUnitId: row.submittedAt === null ? row.streetId : undefined,
    after: {
      erasureId,
      askedBy,
      legalBasis,
      erased: [...new Set(plan.places.map(({ home, field }) => `${home}.${field}`))],
      digests: plan.places.map(({ text }) => sealText(text)),
      entries: erased,
    },
  });
}
