import { asc, count, gt, isNotNull, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { outbox } from "~db/schema";
import { type Name, namesOf } from "./namesOf.server";
import { mayTendOutbox } from "./permission";

/** A step that has failed at least once. */
export interface FailedStep {
  sequence: number;
  kind: string;
  subject: string;
  /** What it is about, where that has a name. */
  name: Name | null;
  since: string;
  attempts: number;
  error: string;
  /** When it is tried again; null where it was given up. */
  nextAt: string | null;
}

// More than that is one trouble, not many.
const most = 200;

/** The steps of the outbox that have failed, those given up included, oldest first. `notFound` for everybody else. */
export async function showOutbox(actor: Actor): Promise<Result<FailedStep[]>> {
  if (!mayTendOutbox(actor)) return refuse("notFound");
  return read(async (db) => {
    const rows = await db
      .select()
      .from(outbox)
      .where(or(isNotNull(outbox.deadAt), gt(outbox.attempts, 0)))
      .orderBy(asc(outbox.sequence))
      .limit(most);
    const names = await namesOf(
      db,
      actor,
      rows.map(({ subject }) => idIn(subject)),
    );
    return done(
      rows
        // One that is just being tried for the first time has not failed.
        .filter((row) => row.lastError !== null)
        .map((row) => ({
          ...{ sequence: row.sequence, kind: row.kind, subject: row.subject, attempts: row.attempts },
          name: names.get(idIn(row.subject)) ?? null,
          since: row.createdAt,
          error: row.lastError ?? "",
          nextAt: row.deadAt === null ? row.dueAt : null,
        })),
    );
  });
}

/** How many steps were given up; null for those who do not look after them. */
export async function countGivenUp(actor: Actor): Promise<number | null> {
  if (!mayTendOutbox(actor)) return null;
  return read(async (db: Queries) => {
    const [row] = await db.select({ number: count() }).from(outbox).where(isNotNull(outbox.deadAt));
    return row!.number;
  });
}

// `task:ID` where it is about a thing.
const idIn = (subject: string) => subject.split(":").at(-1) ?? "";
