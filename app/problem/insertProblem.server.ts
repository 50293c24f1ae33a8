import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { withoutErased } from "~/value/erasedMark";
import type { Queries } from "~db/connect";
import { dutyItem, listing, problem, problemConcernedUnit, unit } from "~db/schema";
import { indexNew, type Searchable } from "~db/search";
import { enterListing } from "./enterChannel.server";
import { countOfNumber, problemNumber } from "./problem";
import type { NewProblem } from "./problemForm";

export type ProblemRow = typeof problem.$inferSelect;

/**
 * The next free number of a street in the year of `now`, given out inside the transaction that uses it. Call
 * the answer once for each problem.
 */
export async function numbersOf(tx: Queries, streetId: string, now: string): Promise<() => string> {
  const [street] = await tx.select({ code: unit.code }).from(unit).where(eq(unit.id, streetId));
  const code = street?.code;
  if (!code) throw new Error("a street without a code cannot number its problems");
  const year = dayOf(now).slice(0, 4);
  const [last] = await tx
    .select({ number: problem.number })
    .from(problem)
    // "." is what follows "-": every number of the street and year lies between.
    .where(and(gte(problem.number, `${code}-${year}-`), lt(problem.number, `${code}-${year}.`)))
    .orderBy(desc(sql`length(${problem.number})`), desc(problem.number))
    .limit(1);
  let count = countOfNumber(last?.number ?? "");
  return () => problemNumber(code, year, ++count);
}

/** Finds a problem by everything that was written about it. */
export const problemSearch: Searchable = {
  kind: "problem",
  async textOf(db, problemId) {
    const [row] = await db.select().from(problem).where(eq(problem.id, problemId));
    return row ? { text: searchableText(row), matter: matterOf(row) } : null;
  },
};

function searchableText(
  row: Pick<
    ProblemRow,
    "number" | "title" | "summary" | "originalWording" | "place" | "question" | "coordination"
  >,
): string {
  const { number, title, summary, originalWording, place, question, coordination } = row;
  return withoutErased([number, title, place, summary, originalWording, question, coordination].join("\n"));
}

type MatterRow = Pick<ProblemRow, "title" | "summary" | "originalWording" | "place" | "problemClass">;

/** What a problem is compared by: what was asked for and tried so far says nothing about what it is. */
function matterOf({ title, summary, originalWording, place, problemClass }: MatterRow) {
  const text = withoutErased(`${summary}\n${originalWording}`);
  return { title: withoutErased(title), text, place: withoutErased(place), problemClass };
}

/** Replaces the units a problem concerns. */
export async function setConcernedUnits(tx: Queries, problemId: string, unitIds: readonly string[]) {
  await tx.delete(problemConcernedUnit).where(eq(problemConcernedUnit.problemId, problemId));
  for (const unitId of new Set(unitIds))
    await tx.insert(problemConcernedUnit).values({ id: newId(), problemId, unitId });
}

/** The units that a problem names. */
type NamedUnits = {
  [Field in "communityId" | "seesUnitId" | "powerUnitId"]?: string | null;
} & { concernedUnitIds?: readonly string[] };

/**
 * The first field that names a unit or a duty which does not exist, a unit that is closed, or a community of another
 * street.
 * @param was what the problem names as it is: a unit that was closed since stays where it stands
 */
export async function badUnitField(
  tx: Queries,
  streetId: string,
  given: NamedUnits & Partial<Pick<NewProblem, "dutyItemId">>,
  was: NamedUnits = {},
): Promise<string | undefined> {
  const single = (["communityId", "seesUnitId", "powerUnitId"] as const).filter((field) => given[field]);
  const wanted = [...single.map((field) => given[field]!), ...(given.concernedUnitIds ?? [])];
  if (given.dutyItemId && !(await isDuty(tx, given.dutyItemId))) return "dutyItemId";
  if (wanted.length === 0) return undefined;
  const rows = await tx.select().from(unit).where(inArray(unit.id, wanted));
  const found = new Map(rows.map((row) => [row.id, row]));
  const mayStand = (id: string, stood: boolean) => stood || found.get(id)?.closedAt === null;
  const community = given.communityId ? found.get(given.communityId) : undefined;
  if (given.communityId && (community?.kind !== "community" || community.parentId !== streetId))
    return "communityId";
  const wrong = single.find((field) => !mayStand(given[field]!, given[field] === was[field]));
  if (wrong) return wrong;
  const concerned = given.concernedUnitIds ?? [];
  return concerned.every((id) => mayStand(id, was.concernedUnitIds?.includes(id) ?? false))
    ? undefined
    : "concernedUnitIds";
}

async function isDuty(tx: Queries, id: string): Promise<boolean> {
  const rows = await tx.select({ id: dutyItem.id }).from(dutyItem).where(eq(dutyItem.id, id));
  return rows.length > 0;
}

/** Where a new problem comes from and where it goes. */
export interface Placement {
  by: Pick<Actor, "postId"> | null;
  streetId: string;
  listId: string;
  number: string;
  position: string;
  sourceNumber?: string;
  importedRowId?: string;
  /** It does not stand on the list yet: the import it comes with is not finished. */
  withheld?: boolean;
}

/** A new problem and where it goes. */
export interface PlacedProblem {
  given: NewProblem;
  placement: Placement;
}

/** What became of a new problem. */
export interface InsertedProblem {
  problemId: string;
  listingId: string;
  number: string;
}

/** Writes a problem, its place on the street's list, its words for search and its entry in the ledger. */
export async function insertProblem(
  tx: Queries,
  book: Book,
  given: NewProblem,
  placement: Placement,
  now: string,
): Promise<InsertedProblem> {
  const [inserted] = await insertProblems(tx, book, [{ given, placement }], now);
  return inserted!;
}

/** Does the same with several problems, in their order. */
export async function insertProblems(
  tx: Queries,
  book: Book,
  placed: readonly PlacedProblem[],
  now: string,
): Promise<InsertedProblem[]> {
  if (placed.length === 0) return [];
  const made = placed.map((one) => ({ ...one, listingId: newId(), row: rowOf(one, now) }));
  await writeProblems(tx, made);
  const places = made.map(({ listingId, row, placement: { listId, position, withheld } }) => {
    const state = withheld ? ("withdrawn" as const) : ("draft" as const);
    return { id: listingId, listId, problemId: row.id, position, state };
  });
  await tx.insert(listing).values(places);
  for (const { row, listingId, placement } of made)
    if (!placement.withheld)
      await enterListing(tx, book, { problemId: row.id, listingId, ...placement }, now);
  await book(made.map(addition));
  return made.map(({ row, listingId }) => ({ problemId: row.id, listingId, number: row.number }));
}

/** Writes a problem that a community proposes: it is on no list and in no channel. */
export async function insertProposed(
  tx: Queries,
  book: Book,
  given: NewProblem,
  placement: Pick<Placement, "by" | "streetId" | "number">,
  now: string,
): Promise<{ problemId: string; number: string }> {
  const one = { given, placement, row: rowOf({ given, placement }, now) };
  await writeProblems(tx, [one]);
  await book({ ...addition(one), verb: "problem.propose" });
  return { problemId: one.row.id, number: one.row.number };
}

/** Writes problems with the units they concern and their words for search. */
async function writeProblems(
  tx: Queries,
  made: readonly { row: ReturnType<typeof rowOf>; given: NewProblem }[],
): Promise<void> {
  await tx.insert(problem).values(made.map(({ row }) => row));
  const concerned = made.flatMap(({ row, given }) =>
    [...new Set(given.concernedUnitIds)].map((unitId) => ({ id: newId(), problemId: row.id, unitId })),
  );
  if (concerned.length > 0) await tx.insert(problemConcernedUnit).values(concerned);
  const texts = made.map(({ row }) => ({
    subjectId: row.id,
    text: searchableText(row),
    matter: matterOf(row),
  }));
  await indexNew(tx, "problem", texts);
}

/** Where a problem comes from, whether or not it goes onto a list. */
type Origin = Pick<Placement, "by" | "streetId" | "number"> & Partial<Placement>;

type Made = { given: NewProblem; placement: Origin } & { listingId?: string; row: ReturnType<typeof rowOf> };

function rowOf({ given, placement }: { given: NewProblem; placement: Origin }, now: string) {
  const {
    concernedUnitIds: _,
    raisedAt,
    communityId,
    seesUnitId,
    powerUnitId,
    dutyItemId,
    ...others
  } = given;
  const { by, streetId, number, sourceNumber, importedRowId } = placement;
  return {
    ...others,
    id: newId(),
    number,
    streetId,
    communityId: communityId || null,
    seesUnitId: seesUnitId || null,
    powerUnitId: powerUnitId || null,
    dutyItemId: dutyItemId || null,
    raisedAt: raisedAt ?? now,
    createdAt: now,
    createdByPostId: by?.postId ?? null,
    sourceNumber: sourceNumber || null,
    importedRowId: importedRowId ?? null,
  };
}

function addition({ given, placement, row, listingId }: Made) {
  const {
    concernedUnitIds,
    raisedAt: _,
    communityId: __,
    seesUnitId: ___,
    powerUnitId: ____,
    dutyItemId: _____,
    ...texts
  } = given;
  const { number, streetId, importedRowId } = placement;
  return {
    verb: "problem.add",
    subject: { kind: "problem", id: row.id },
    scopeUnitId: streetId,
    after: { number, listingId, concernedUnitIds, ...texts, raisedAt: row.raisedAt, importedRowId },
  };
}
