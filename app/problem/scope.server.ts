import { type AnyColumn, and, eq, exists, isNotNull, notExists, or, type SQL, sql } from "drizzle-orm";
import { type Actor, isDistrict, seesContents } from "~/access/actor";
import type { Queries } from "~db/connect";
import { listing, meeting, problem, problemConcernedUnit, topic, withheldProblem } from "~db/schema";

/** Who reads problems. */
export type Reader = Pick<Actor, "role" | "unitId" | "streetId">;

/** On the published agenda of a day: known to every official who is called to it. */
function onAgenda(db: Queries): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(topic)
      .innerJoin(meeting, eq(meeting.id, topic.meetingId))
      .where(and(eq(topic.problemId, problem.id), isNotNull(meeting.agendaPublishedAt))),
  );
}

function concerns(db: Queries, unitId: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(problemConcernedUnit)
      .where(and(eq(problemConcernedUnit.problemId, problem.id), eq(problemConcernedUnit.unitId, unitId))),
  );
}

/** Keeps the problems that are there, for WHERE: those of an import that is not finished, or was undone, are not. */
export function isThere(db: Queries): SQL {
  const withheld = db
    .select({ one: sql`1` })
    .from(withheldProblem)
    .where(eq(withheldProblem.problemId, problem.id));
  return notExists(withheld);
}

/**
 * Keeps the problems somebody may see, for WHERE: the district what was submitted; a street its own; a
 * community what it raised and what its street submitted; any other unit what was submitted and concerns it;
 * and everyone what stands on a published agenda. The administrator sees none.
 */
export function visibleProblems(db: Queries, reader: Reader): SQL {
  return and(isThere(db), withinReach(db, reader))!;
}

function withinReach(db: Queries, reader: Reader): SQL {
  const submitted = isNotNull(problem.submittedAt);
  if (isDistrict(reader)) return submitted;
  if (!seesContents(reader)) return sql`false`;
  if (reader.role === "street" && reader.streetId)
    return or(eq(problem.streetId, reader.streetId), onAgenda(db))!;
  if (reader.role === "community" && reader.streetId)
    return or(
      eq(problem.communityId, reader.unitId),
      and(eq(problem.streetId, reader.streetId), submitted),
      onAgenda(db),
    )!;
  const named = or(
    concerns(db, reader.unitId),
    eq(problem.powerUnitId, reader.unitId),
    eq(problem.seesUnitId, reader.unitId),
  );
  return or(and(submitted, named), onAgenda(db))!;
}

/**
 * Keeps the listings somebody may see of a problem they may see, for WHERE with `problem` joined: a place on
 * a list that has not been submitted yet is the street's own, and its community's where that raised it.
 */
export function visibleListings(reader: Reader, place: { submittedAt: AnyColumn } = listing): SQL {
  const submitted = isNotNull(place.submittedAt);
  if (reader.role === "street" && reader.streetId)
    return or(eq(problem.streetId, reader.streetId), submitted)!;
  if (reader.role === "community") return or(eq(problem.communityId, reader.unitId), submitted)!;
  return submitted;
}

/** A problem of the reader's own street by its number, as far as they may see it. */
export async function findOwnProblem(db: Queries, reader: Reader, number: string) {
  if (!reader.streetId) return undefined;
  const [row] = await db
    .select()
    .from(problem)
    .where(
      and(eq(problem.number, number), eq(problem.streetId, reader.streetId), visibleProblems(db, reader)),
    )
    .limit(1);
  return row;
}

/** A problem by its id, as far as the reader may see it. */
export async function findProblemById(db: Queries, reader: Reader, id: string) {
  const [row] = await db
    .select()
    .from(problem)
    .where(and(eq(problem.id, id), visibleProblems(db, reader)))
    .limit(1);
  return row;
}
