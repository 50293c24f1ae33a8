import { and, asc, desc, eq, gt, inArray, isNull, lt, not, or, type SQL } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { isSealed, type Sealed } from "~/ledger/sealed";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { holding, ledgerEntry, ledgerText, person, post } from "~db/schema";
import {
  type Booked,
  type Difference,
  differencesOf,
  digestsIn,
  identifiersIn,
  withNames,
} from "./difference";
import { type Name, namesOf } from "./namesOf.server";
import { mayReadField, mayReadLedger, mayReadSignIns, readableKinds } from "./permission";
import { stoodIn } from "./stoodIn.server";

/** What to show: all conditions together. `before` and `after` are sequences: the keys of a page's edges. */
export interface LedgerFilter {
  kind?: string;
  id?: string;
  verb?: string;
  personId?: string;
  before?: number;
  after?: number;
}

/** A value in both languages, or what is kept of a text. */
export type Said = Name | Sealed;

/** One event as the page shows it. */
export interface LedgerLine {
  sequence: number;
  at: string;
  verb: string;
  /** Null where the system itself acted. */
  who: { name: string; post: Name | null; standsIn: boolean } | null;
  subject: { kind: string; id: string; name: Name | null };
  changes: { path: string; before?: Said[]; after?: Said[] }[];
}

/** The page of the ledger, newest first. */
export interface LedgerPage {
  lines: LedgerLine[];
  /** Keys of the pages before and after this one. */
  newer: number | null;
  older: number | null;
  /** To choose among. */
  people: { id: string; name: string }[];
  /** The thing whose history this is. */
  subject: Name | null;
}

const pageSize = 50;

/**
 * Events that somebody may see, newest first, a page at a time: the district's staff what every official may know, and
 * everybody what is their own unit's alone, such as a street's drafts and the meetings that a unit calls. The
 * administrator sees what concerns accounts, posts and rules, and alone the sign-ins. Refuses with `notFound`.
 */
export async function listLedger(actor: Actor, filter: LedgerFilter): Promise<Result<LedgerPage>> {
  if (!mayReadLedger(actor)) return refuse("notFound");
  return read(async (db) => {
    const { rows, newer, older } = await pageOf(db, actor, filter);
    const names = await namesOf(
      db,
      actor,
      rows.flatMap((row) => [
        row.subjectId,
        row.personId ?? "",
        row.postId ?? "",
        ...identifiersIn(row.before),
        ...identifiersIn(row.after),
      ]),
    );
    const people = await peopleIn(db, actor);
    const stated = await statedTexts(db, rows);
    const standsIn = await stoodIn(db, rows);
    return done({
      lines: rows.map((row) => lineOf(actor, row, { names, stated, standsIn })),
      newer,
      older,
      people,
      subject: (filter.id && rows.length > 0 && names.get(filter.id)) || null,
    });
  });
}

/** Those whose events can be chosen: everybody, for a street the people of its own posts. */
function peopleIn(db: Queries, actor: Actor): Promise<LedgerPage["people"]> {
  const all = db.selectDistinct({ id: person.id, name: person.name, sortKey: person.sortKey }).from(person);
  if (isDistrict(actor)) return all.orderBy(asc(person.sortKey), asc(person.id));
  return all
    .innerJoin(holding, eq(holding.personId, person.id))
    .innerJoin(post, eq(post.id, holding.postId))
    .where(eq(post.unitId, actor.unitId))
    .orderBy(asc(person.sortKey), asc(person.id));
}

type Row = typeof ledgerEntry.$inferSelect;

function conditions(actor: Actor, filter: LedgerFilter): (SQL | undefined)[] {
  const readable = readableKinds(actor);
  const own = eq(ledgerEntry.scopeUnitId, actor.unitId);
  const forAll = isNull(ledgerEntry.scopeUnitId);
  return [
    readable && inArray(ledgerEntry.subjectKind, readable),
    readable ? forAll : isDistrict(actor) ? or(forAll, own) : own,
    mayReadSignIns(actor) ? undefined : not(eq(ledgerEntry.subjectKind, "signIn")),
    filter.kind ? inArray(ledgerEntry.subjectKind, kindsAsBooked(filter.kind)) : undefined,
    filter.id ? eq(ledgerEntry.subjectId, filter.id) : undefined,
    filter.verb ? eq(ledgerEntry.verb, filter.verb) : undefined,
    filter.personId ? eq(ledgerEntry.personId, filter.personId) : undefined,
  ];
}

// One more than a page is read, to know whether there is another.
async function pageOf(db: Queries, actor: Actor, filter: LedgerFilter) {
  const upwards = filter.after !== undefined;
  const edge = upwards
    ? gt(ledgerEntry.sequence, filter.after!)
    : filter.before === undefined
      ? undefined
      : lt(ledgerEntry.sequence, filter.before);
  const found: Row[] = await db
    .select()
    .from(ledgerEntry)
    .where(and(...conditions(actor, filter), edge))
    .orderBy(upwards ? asc(ledgerEntry.sequence) : desc(ledgerEntry.sequence))
    .limit(pageSize + 1);
  const more = found.length > pageSize;
  const rows = upwards ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize);
  const hasNewer = upwards ? more : filter.before !== undefined;
  const hasOlder = upwards ? true : more;
  return {
    rows,
    newer: hasNewer ? (rows[0]?.sequence ?? null) : null,
    older: hasOlder ? (rows.at(-1)?.sequence ?? null) : null,
  };
}

/** The reasons that are kept beside the ledger, by their digests. */
async function statedTexts(db: Queries, rows: readonly Row[]): Promise<Map<string, string>> {
  const digests = new Set(rows.flatMap(({ before, after }) => [...digestsIn(before), ...digestsIn(after)]));
  const found = await db
    .select()
    .from(ledgerText)
    .where(inArray(ledgerText.digest, [...digests]));
  return new Map(found.map(({ digest, text }) => [digest, text]));
}

interface Known {
  names: Map<string, Name>;
  stated: Map<string, string>;
  standsIn: (row: Row) => boolean;
}

function lineOf(actor: Actor, row: Row, { names, stated, standsIn }: Known): LedgerLine {
  const who = row.personId ? names.get(row.personId) : undefined;
  return {
    sequence: row.sequence,
    at: row.at,
    verb: row.verb,
    who: who
      ? { name: who.zh, post: (row.postId && names.get(row.postId)) || null, standsIn: standsIn(row) }
      : null,
    subject: { kind: row.subjectKind, id: row.subjectId, name: names.get(row.subjectId) ?? null },
    changes: differencesOf(row.before, row.after)
      .filter(({ path }) => mayReadField(actor, path))
      .map((change) => spoken(change, names, stated)),
  };
}

function spoken({ path, before, after }: Difference, names: Map<string, Name>, stated: Map<string, string>) {
  const say = (value: Booked): Said => {
    if (isSealed(value)) {
      const text = stated.get(value.sealed);
      return text === undefined ? value : { zh: text, en: text };
    }
    const inLanguage = (language: "zh" | "en") => withNames(value, (id) => names.get(id)?.[language]);
    return { zh: inLanguage("zh"), en: inLanguage("en") };
  };
  return { path, before: before?.map(say), after: after?.map(say) };
}

// A consultation day was booked as `day` before it became a meeting like others.
const kindsAsBooked = (kind: string) => (kind === "meeting" ? ["meeting", "day"] : [kind]);
