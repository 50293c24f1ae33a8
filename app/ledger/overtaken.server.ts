import { and, desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { ledgerEntry, person } from "~db/schema";
import type { LedgerEvent } from "./change.server";
import type { Touch } from "./meanwhile";
import { refuse } from "./result";
import { isSealed } from "./sealed";

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

const parts = (text: string | null) => (text === null ? {} : fieldsOf(JSON.parse(text)));

/** What was written, by field; what stands within another is named as forms name it: `rules.window.usualDay`. */
function fieldsOf(said: unknown, within = ""): Record<string, unknown> {
  // Of a text only a seal is kept; it is one value.
  if (typeof said !== "object" || said === null || Array.isArray(said) || isSealed(said))
    return within ? { [within]: said } : {};
  return Object.assign(
    {},
    ...Object.entries(said).map(([name, value]) => fieldsOf(value, within ? `${within}.${name}` : name)),
  );
}
