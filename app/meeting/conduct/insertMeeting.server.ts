import { desc, like, sql } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";

type MeetingRow = typeof meeting.$inferInsert;

/** What a meeting begins with; its number, its station and, unless given, its slug are drawn here. */
export type NewMeeting = Omit<MeetingRow, "id" | "number" | "slug" | "stage" | "version"> & { slug?: string };

/**
 * Calls a meeting, inside the caller's transaction, with its ledger event.
 * @param slug its name in addresses where that is not its number: a consultation day's month
 * @param verb what the ledger calls it
 */
export async function insertMeeting(
  tx: Queries,
  book: Book,
  { slug, ...values }: NewMeeting,
  verb = "meeting.call",
): Promise<{ id: string; number: string; slug: string }> {
  const number = await nextNumber(tx, values.date.slice(0, 4));
  const called = { id: newId(), number, slug: slug ?? number };
  const row = { ...values, ...called, stage: kindOf(values).stages[0]! };
  await tx.insert(meeting).values(row);
  await book({ verb, subject: { kind: "meeting", id: row.id }, after: row });
  return called;
}

/** HS-2026-0007: counted through the year of the meeting's date, under the writer's turn. */
async function nextNumber(tx: Queries, year: string): Promise<string> {
  const prefix = `HS-${year}-`;
  const [last] = await tx
    .select({ number: meeting.number })
    .from(meeting)
    .where(like(meeting.number, `${prefix}%`))
    // As a text 9999 comes behind 10000.
    .orderBy(desc(sql`length(${meeting.number})`), desc(meeting.number))
    .limit(1);
  const counted = last ? Number(last.number.slice(prefix.length)) : 0;
  return `${prefix}${String(counted + 1).padStart(4, "0")}`;
}
