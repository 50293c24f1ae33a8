import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { listing, meeting, problem, problemList, topic, unit } from "~db/schema";
import { carries } from "./carriedElsewhere.server";
import { type Waiting, waitsFrom } from "./waiting";

/** A matter in the library of topics. */
export interface WaitingMatter extends Waiting {
  problemId: string;
  number: string;
  title: string;
  street: UnitRef;
  /** The day on which it came in. */
  enteredOn: string;
  /** Who is to coordinate it first; null where that was done. */
  coordinates: UnitRef | null;
}

const power = alias(unit, "power_unit");
const held = alias(meeting, "held_meeting");

/** Topics that have the matter: on an agenda that is still open, or decided there. */
function carrying(db: Queries) {
  return db
    .select({ one: sql`1` })
    .from(topic)
    .innerJoin(held, eq(held.id, topic.meetingId))
    .where(and(eq(topic.problemId, problem.id), carries(held.stage)));
}

/** What was admitted or deferred and is on no agenda, in the order in which it came in. */
export async function waitingMatters(db: Queries): Promise<WaitingMatter[]> {
  const admitted = db
    .selectDistinct({ id: listing.problemId })
    .from(listing)
    .where(inArray(listing.state, ["admitted", "deferred"]));
  const rows = await db
    .select({ problem, place: listing, list: problemList.state, day: meeting, street: unit, power })
    .from(problem)
    .innerJoin(listing, eq(listing.problemId, problem.id))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(unit, eq(unit.id, problem.streetId))
    .leftJoin(power, eq(power.id, problem.powerUnitId))
    .where(and(inArray(problem.id, admitted), notExists(carrying(db))))
    .orderBy(asc(problem.id), asc(listing.id));
  const byProblem = new Map<string, Row[]>();
  for (const row of rows) byProblem.set(row.problem.id, [...(byProblem.get(row.problem.id) ?? []), row]);
  const found = [...byProblem.values()].flatMap((of) => matterOf(of) ?? []);
  return found.sort((one, other) => placeOf(one).localeCompare(placeOf(other)));
}

const placeOf = ({ since, enteredOn, number }: WaitingMatter) => `${since ?? enteredOn} ${number}`;

interface Row {
  problem: typeof problem.$inferSelect;
  place: typeof listing.$inferSelect;
  list: typeof problemList.$inferSelect.state;
  day: typeof meeting.$inferSelect;
  street: typeof unit.$inferSelect;
  power: typeof unit.$inferSelect | null;
}

function matterOf(rows: Row[]): WaitingMatter | null {
  const waiting = waitsFrom(
    rows.map(({ place, list, day }) => ({
      listingId: place.id,
      ...{ state: place.state, list, decidedAt: place.decidedAt },
      ...{ stage: day.stage, slug: day.slug },
    })),
  );
  if (!waiting) return null;
  const { problem: matter, street, power: power_ } = rows[0]!;
  const isCoordinated = matter.coordination.trim() !== "";
  return {
    ...waiting,
    ...{ problemId: matter.id, number: matter.number, title: matter.title, street: unitRef(street) },
    enteredOn: dayOf(waiting.since ?? matter.submittedAt ?? matter.createdAt),
    coordinates: isCoordinated ? null : unitRef(power_ ?? street),
  };
}
