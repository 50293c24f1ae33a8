import { and, desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { ledgerEntry, person } from "~db/schema";
import type { LedgerEvent } from "./change.server";
import type { Touch } from "./meanwhile";
import { refuse } from "./result";

// Far more than happen to one thing while somebody writes a form.
const mostEntries = 100;

/**
 * Refuses with `changedMeanwhile`, and tells of each field of a subject who wrote it last, and when. For those who may
 * change the subject.
 */
export async function overtaken(db: Queries, subject: LedgerEvent["subject"]) {
  const entries = await db
    .select({
      at: ledgerEntry.at,
      by: person.name,
      before: ledgerEntry.before,
      after: ledgerEntry.after,
    })
    .from(ledgerEntry)
    .leftJoin(person, eq(person.id, ledgerEntry.personId))
    .where(and(eq(ledgerEntry.subjectKind, subject.kind), eq(ledgerEntry.subjectId, subject.id)))
    .orderBy(desc(ledgerEntry.sequence))
    .limit(mostEntries);
  const touched: Record<string, Touch> = {};
  for (const { at, by, before, after } of entries)
    for (const field of changedIn(before, after)) touched[field] ??= { by, at };
  return refuse("changedMeanwhile", { touched });
}

function changedIn(before: string | null, after: string | null): string[] {
  const [old, now] = [parts(before), parts(after)];
  return Object.keys(now).filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));
}

function parts(text: string | null): Record<string, unknown> {
  const said: unknown = text === null ? null : JSON.parse(text);
  return typeof said === "object" && said !== null ? (said as Record<string, unknown>) : {};
}
