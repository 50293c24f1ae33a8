import { and, eq, gt, lte, max, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { holdsAny } from "~db/passage";
import { ledgerEntry } from "~db/schema";
import { chainText, type ErasedEntry } from "./chain";
import { sign } from "./key.server";
import { sealText } from "./seal.server";
import { sealTexts } from "./sealed";

type Entry = typeof ledgerEntry.$inferSelect;

/** What an entry that holds words becomes. */
export interface EntryToErase {
  entry: Entry;
  before: string | null;
  after: string | null;
}

const stretch = 20_000;

/**
 * Finds the entries that hold people's words, as earlier versions booked them: those about a thing, and those in which
 * given passages stand. Reads the ledger in stretches, so that others have their turn between two of them.
 * @param about kinds and ids of things
 * @param passages as they stand in JSON
 * @param from only entries behind this one
 */
export async function findWordedEntries(
  look: <T>(query: (db: Queries) => Promise<T>) => Promise<T>,
  which: { about: readonly { kind: string; id: string }[]; passages: readonly string[]; from?: number },
): Promise<{ entries: EntryToErase[]; upTo: number }> {
  const { before, after } = ledgerEntry;
  const conditions = [
    ...which.about.map(isAbout),
    holdsAny(before, which.passages),
    holdsAny(after, which.passages),
  ];
  const entries: EntryToErase[] = [];
  const last = await look(lastSequence);
  for (let from = which.from ?? 0; from < last; from += stretch) {
    const within = and(gt(ledgerEntry.sequence, from), lte(ledgerEntry.sequence, from + stretch));
    const rows = await look((db) =>
      db
        .select()
        .from(ledgerEntry)
        .where(and(within, or(...conditions))),
    );
    entries.push(
      ...rows.map(withoutWords).filter(({ entry, before, after }) => differs(entry, before, after)),
    );
  }
  return { entries, upTo: last };
}

const isAbout = ({ kind, id }: { kind: string; id: string }) =>
  and(eq(ledgerEntry.subjectKind, kind), eq(ledgerEntry.subjectId, id));

async function lastSequence(db: Queries): Promise<number> {
  const [row] = await db.select({ last: max(ledgerEntry.sequence) }).from(ledgerEntry);
  return row?.last ?? 0;
}

function withoutWords(entry: Entry): EntryToErase {
  return { entry, before: sealed(entry.before), after: sealed(entry.after) };
}

const sealed = (booked: string | null) =>
  booked === null ? null : JSON.stringify(sealTexts(JSON.parse(booked), sealText));

const differs = (entry: Entry, before: string | null, after: string | null) =>
  entry.before !== before || entry.after !== after;

/**
 * Takes the words out of an entry; its hash stays. Allowed by the database only under an erasure's permit for the
 * same states, and verified only with the answer in the event that erases them.
 */
export async function eraseEntry(tx: Queries, { entry, before, after }: EntryToErase): Promise<ErasedEntry> {
  await tx.update(ledgerEntry).set({ before, after }).where(eq(ledgerEntry.sequence, entry.sequence));
  return { hash: entry.hash, becomes: sign(chainText({ ...entry, before, after })) };
}
