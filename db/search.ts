import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict";
import { type AnyColumn, and, asc, eq, lt, type SQL, sql } from "drizzle-orm";
import { type Matter, termsOf } from "~/likeness/terms";
import { addTerms, replaceTerms } from "./likeness";
import type { Queries } from "./queries";
import { searchEntry, unit } from "./schema";
import { foldedFunction, foldForSearch } from "./searchFold";

/** What can be found by its words. `publication` is what residents may read. */
export type IndexedKind = (typeof searchEntry.$inferSelect)["kind"];

/**
 * Grows when texts are folded or split in another way than before: what was indexed by an earlier version is then
 * indexed anew at the next start.
 */
export const indexVersion = 3;

/** A kind of thing that is found by its words, and where these stand. */
export interface Searchable {
  kind: IndexedKind;
  /** The words of a subject as they stand now; null where it is not to be found. */
  textOf(db: Queries, subjectId: string): Promise<FindableText | null>;
}

/** Words by which something is found, and the matter by which those like it are, where it is compared. */
export interface FindableText {
  text: string;
  matter?: Matter;
}

// Plain splits as the dictionary of the language does, named knows the district's own names as well.
let plain: Jieba | undefined;
let named: { jieba: Jieba; known: Set<string> } | undefined;

async function withNames(db: Queries): Promise<Jieba> {
  const units = await db.select({ zh: unit.nameZh, short: unit.shortZh }).from(unit);
  const names = new Set(units.flatMap(({ zh, short }) => [zh, short]));
  // A dictionary unlearns nothing. How a text is split hangs on what the district is called now, as after a start.
  if (named && [...named.known].some((name) => !names.has(name))) named = undefined;
  named ??= { jieba: Jieba.withDict(dict), known: new Set() };
  const { known } = named;
  const fresh = [...names].filter((name) => name.length > 1 && !/\s/.test(name) && !known.has(name));
  if (fresh.length > 0) {
    named.jieba.loadDict(Buffer.from(fresh.map((name) => `${name} 100000 nt\n`).join("")));
    for (const name of fresh) known.add(name);
  }
  return named.jieba;
}

// Without guessing at words that are not in the dictionary: a guess depends on what stands beside a word, and
// what was guessed when indexing would not be found by the word alone.
const guess = false;

const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

/** The words of a text as they are compared: in one form of writing, in order, without signs. */
export async function wordsOf(db: Queries, text: string): Promise<string[]> {
  return cut(await withNames(db), foldForSearch(text));
}

/** What a matter is compared by that is only being written; see `nearest`. */
export async function comparedTerms(db: Queries, matter: Matter): Promise<string> {
  return termsWith(await withNames(db), matter);
}

function termsWith(jieba: Jieba, matter: Matter): string {
  return termsOf(matter, foldForSearch, (folded) => cut(jieba, folded));
}

const cut = (jieba: Jieba, folded: string) => jieba.cut(folded, true).filter(isWord);

/** Whether a text holds a word, however wide or in which signs the two are written. */
export function holdsWord(text: string, word: string): boolean {
  return foldForSearch(text).includes(foldForSearch(word));
}

/** The same of a column. For few rows: each of them is read. */
export function columnHoldsWord(column: unknown, word: string): SQL {
  const pattern = `%${foldForSearch(word).replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${sql.raw(foldedFunction)}(${column}) like ${pattern} escape '\\'`;
}

/**
 * Makes a subject findable by the words that stand in its own tables, replacing those it was found by before, or takes
 * it out of the search where it is not to be found. Call it in the transaction that writes the words, so that the index
 * never tells of what is not there.
 */
export async function indexSubject(
  tx: Queries,
  { kind, textOf }: Searchable,
  subjectId: string,
): Promise<void> {
  const words = await textOf(tx, subjectId);
  if (words === null) await forgetText(tx, kind, subjectId);
  else await indexText(tx, { kind, subjectId, ...words });
}

/** Makes subjects findable that have just been made, and were not to be found before; several at once cost less. */
export async function indexNew(
  tx: Queries,
  kind: IndexedKind,
  subjects: readonly (FindableText & { subjectId: string })[],
): Promise<void> {
  if (subjects.length === 0) return;
  const jieba = await withNames(tx);
  const split = subjects.map((words) => ({ ...words, ...tokensOf(jieba, words) }));
  const made = await tx
    .insert(searchEntry)
    .values(split.map(({ subjectId, terms }) => ({ kind, subjectId, version: indexVersion, terms })))
    .returning({ id: searchEntry.id, subjectId: searchEntry.subjectId });
  const ids = new Map(made.map(({ id, subjectId }) => [subjectId, id]));
  const texts = split.map(
    ({ subjectId, tokens }) => sql`(${ids.get(subjectId)!}, ${kind}, ${subjectId}, ${tokens})`,
  );
  await tx.run(
    sql`insert into search_text (rowid, kind, subject_id, tokens) values ${sql.join(texts, sql`, `)}`,
  );
  addTerms(
    tx,
    kind,
    split.map(({ subjectId, terms }) => ({ id: ids.get(subjectId)!, terms })),
  );
}

/** Subjects in the index whose words were made into tokens in an earlier way, at most so many. */
export async function indexedEarlier(
  db: Queries,
  most: number,
): Promise<{ kind: IndexedKind; subjectId: string }[]> {
  return db
    .select({ kind: searchEntry.kind, subjectId: searchEntry.subjectId })
    .from(searchEntry)
    .where(lt(searchEntry.version, indexVersion))
    .orderBy(asc(searchEntry.version))
    .limit(most);
}

async function indexText(
  tx: Queries,
  entry: FindableText & { kind: IndexedKind; subjectId: string },
): Promise<void> {
  const { kind, subjectId } = entry;
  const { tokens, terms } = tokensOf(await withNames(tx), entry);
  const which = and(eq(searchEntry.kind, kind), eq(searchEntry.subjectId, subjectId));
  const [known] = await tx
    .select({ id: searchEntry.id, terms: searchEntry.terms })
    .from(searchEntry)
    .where(which);
  if (known) {
    await tx.run(sql`update search_text set tokens = ${tokens} where rowid = ${known.id}`);
    await tx.update(searchEntry).set({ version: indexVersion, terms }).where(eq(searchEntry.id, known.id));
    replaceTerms(tx, kind, known.id, known.terms, terms);
    return;
  }
  await indexNew(tx, kind, [entry]);
}

/** What a text is found by, and what it is compared by. */
function tokensOf(jieba: Jieba, { text, matter }: FindableText): { tokens: string; terms: string } {
  const tokens = jieba.cutForSearch(foldForSearch(text), guess).filter(isWord).join(" ");
  return { tokens, terms: matter ? termsWith(jieba, matter) : "" };
}

async function forgetText(tx: Queries, kind: IndexedKind, subjectId: string): Promise<void> {
  const which = and(eq(searchEntry.kind, kind), eq(searchEntry.subjectId, subjectId));
  const gone = await tx
    .delete(searchEntry)
    .where(which)
    .returning({ id: searchEntry.id, terms: searchEntry.terms });
  for (const { id, terms } of gone) {
    await tx.run(sql`delete from search_text where rowid = ${id}`);
    replaceTerms(tx, kind, id, terms, "");
  }
}

const quoted = (token: string) => `"${token.replaceAll('"', '""')}"`;
const all = (tokens: string[]) => `(${tokens.map(quoted).join(" AND ")})`;

/** Every word must occur; what stands last may be the beginning of a longer one. */
function expressionOf(named: Jieba, words: string): string | undefined {
  const asked = words.slice(0, 200);
  // What was indexed before forms of writing were made one, and not yet anew, stands there as it was typed.
  const forms = new Set([foldForSearch(asked), asked.toLowerCase()]);
  const expressions = [...forms].map((text) => expressionFor(named, text)).filter(Boolean);
  return expressions.length > 0 ? expressions.join(" OR ") : undefined;
}

function expressionFor(named: Jieba, text: string): string | undefined {
  plain ??= Jieba.withDict(dict);
  const tokens = named.cut(text, guess).filter(isWord);
  const last = tokens.at(-1);
  if (!last) return undefined;
  const begun = [...tokens.slice(0, -1).map(quoted), `${quoted(last)}*`].join(" AND ");
  // A text indexed before a unit got its name was split without it.
  return `(${begun}) OR ${all(plain.cut(text, guess).filter(isWord))}`;
}

/**
 * A condition for WHERE that keeps the rows whose subject contains all of `words`; undefined when there is
 * no word in them.
 * @param subjectId the column that holds the subject's id
 */
export async function matchesWords(
  db: Queries,
  kind: IndexedKind,
  subjectId: AnyColumn,
  words: string,
): Promise<SQL | undefined> {
  const expression = expressionOf(await withNames(db), words);
  if (!expression) return undefined;
  return sql`${subjectId} in (select subject_id from search_text where search_text match ${expression} and kind = ${kind})`;
}
