import { and, asc, desc, eq, exists, gt, inArray, lt, not, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type PlaceState, placeState } from "~/problem/listing";
import { visibleListings, visibleProblems } from "~/problem/scope.server";
import { classesWithin } from "~/rules/codeNames.server";
import { allStreets, unitsById } from "~/unit/namedUnits.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listing, meeting, problem, problemList } from "~db/schema";
import { matchesWords } from "~db/search";
import type { BrowseInput } from "./browseForm";

const pageSize = 50;

/**
 * Problems the reader may see, newest first, narrowed by street, class, state of the newest place on a list
 * and words. Paged by key: a page costs the same wherever it lies.
 */
export async function browseProblems(actor: Actor, input: BrowseInput) {
  return read(async (db) => {
    const streets = await allStreets(db);
    const where = await conditions(db, actor, input, streets.find((one) => one.slug === input.street)?.id);
    const { rows, more } = await onePage(db, where, input);
    const newest = await newestListings(
      db,
      actor,
      rows.map((row) => row.id),
    );
    const units = await unitsById(
      db,
      rows.map((row) => row.streetId),
    );
    return {
      streets,
      rows: rows.map((row) => ({
        number: row.number,
        title: row.title,
        problemClass: row.problemClass,
        place: row.place,
        street: units.get(row.streetId)?.name ?? { zh: "", en: "" },
        raisedAt: row.raisedAt,
        state: newest.get(row.id)?.state ?? null,
        month: newest.get(row.id)?.month ?? null,
      })),
      previous: input.before ? more : Boolean(input.after),
      next: input.before ? true : more,
    };
  });
}

/** A problem among others. */
export type BrowsedProblem = Awaited<ReturnType<typeof browseProblems>>["rows"][number];

/** All the problems of which {@link browseProblems} gives a page, in its order. */
export async function* everyProblem(
  actor: Actor,
  { before: _before, after: _after, ...filter }: BrowseInput,
): AsyncGenerator<BrowsedProblem> {
  let after: string | undefined;
  do {
    const page = await browseProblems(actor, { ...filter, after });
    yield* page.rows;
    after = page.next ? page.rows.at(-1)?.number : undefined;
  } while (after);
}

async function conditions(
  db: Queries,
  actor: Actor,
  input: BrowseInput,
  streetId: string | undefined,
): Promise<SQL | undefined> {
  const words = input.q ? await matchesWords(db, "problem", problem.id, input.q) : undefined;
  return and(
    visibleProblems(db, actor),
    input.street ? eq(problem.streetId, streetId ?? "") : undefined,
    input.problemClass
      ? inArray(problem.problemClass, await classesWithin(db, input.problemClass))
      : undefined,
    input.state ? newestIs(db, actor, input.state) : undefined,
    words ?? (input.q ? sql`false` : undefined),
  );
}

/** The newest place on a list that the reader may see is in this state. Identifiers sort by when they were made. */
function newestIs(db: Queries, actor: Actor, state: NonNullable<BrowseInput["state"]>): SQL {
  const later = alias(listing, "later");
  return exists(
    db
      .select({ one: sql`1` })
      .from(listing)
      .where(
        and(
          eq(listing.problemId, problem.id),
          readsAs(db, state),
          visibleListings(actor),
          not(
            exists(
              db
                .select({ one: sql`1` })
                .from(later)
                .where(
                  and(
                    eq(later.problemId, problem.id),
                    gt(later.id, listing.id),
                    visibleListings(actor, later),
                  ),
                ),
            ),
          ),
        ),
      ),
  );
}

/** The place on a list reads as in `placeState`. */
function readsAs(db: Queries, state: PlaceState): SQL | undefined {
  if (state !== "submitted" && state !== "returned") return eq(listing.state, state);
  const returned = exists(
    db
      .select({ one: sql`1` })
      .from(problemList)
      .where(and(eq(problemList.id, listing.listId), eq(problemList.state, "returned"))),
  );
  return and(eq(listing.state, "submitted"), state === "returned" ? returned : not(returned));
}

async function onePage(db: Queries, where: SQL | undefined, input: BrowseInput) {
  const backwards = Boolean(input.before);
  const key = input.before ?? input.after;
  const [from] = key
    ? await db.select({ id: problem.id }).from(problem).where(eq(problem.number, key)).limit(1)
    : [];
  const beyond = from && (backwards ? gt(problem.id, from.id) : lt(problem.id, from.id));
  const rows = await db
    .select()
    .from(problem)
    .where(and(where, beyond))
    .orderBy(backwards ? asc(problem.id) : desc(problem.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { rows: backwards ? page.reverse() : page, more: rows.length > pageSize };
}

async function newestListings(db: Queries, actor: Actor, problemIds: string[]) {
  const found = new Map<string, { state: PlaceState; month: string }>();
  if (problemIds.length === 0) return found;
  const rows = await db
    .select({
      problemId: listing.problemId,
      state: listing.state,
      listState: problemList.state,
      month: meeting.slug,
    })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(and(inArray(listing.problemId, problemIds), visibleListings(actor)))
    .orderBy(asc(listing.id));
  for (const { problemId, state, listState, month } of rows)
    found.set(problemId, { state: placeState(state, listState), month });
  return found;
}
