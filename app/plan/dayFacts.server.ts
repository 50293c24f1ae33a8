import { and, count, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { unitsToAcknowledge } from "~/meeting/progress/countTasks.server";
import { meetingProgress, progressForNextStep } from "~/meeting/progress/meetingProgress.server";
import type { Count } from "~/meeting/progress/progress";
import type { DayRow } from "~/problem/consultationDay.server";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { listing, problemList, unit } from "~db/schema";
import type { DayFacts } from "./checklist";

type Reader = Pick<Actor, "role" | "streetId">;

/** What the tables say about a day, without the plan's own facts. */
type FactsOfTables = Omit<DayFacts, "planAdopted" | "chairHeld" | "workingDay">;

/** What the tables say about a day, as far as the reader may see it; the plan's own facts are added by the caller. */
export async function dayFacts(db: Queries, day: DayRow, reader: Reader): Promise<FactsOfTables> {
  return {
    ...(await meetingProgress(db, asMeeting(day))),
    lists: await countLists(db, day, reader),
    ...(await countDecisions(db, day, reader)),
    unacknowledged: isDistrict(reader) ? await unitsToAcknowledge(db, day.id) : [],
  };
}

/** A day as the meeting it is: its month names it. */
const asMeeting = (day: DayRow) => ({ ...day, slug: day.month });

const noFacts = { lists: null, decisions: null, admitted: null, unacknowledged: [] };

/**
 * Of the same facts those on which the next step depends at the day's stage; all others are left at nothing. It
 * stands on every page beside "My work", so it reads no more than that.
 */
export async function factsForNextStep(db: Queries, day: DayRow, reader: Reader): Promise<FactsOfTables> {
  const progress = await progressForNextStep(db, asMeeting(day));
  if (day.stage === "collecting")
    return { ...progress, ...noFacts, lists: await countLists(db, day, reader) };
  if (day.stage === "screening")
    return { ...progress, ...noFacts, ...(await countDecisions(db, day, reader)) };
  return { ...progress, ...noFacts };
}

// A list that was not sent is its street's own: the district knows only that it has not come, another
// street not even that.
const isSent = inArray(problemList.state, ["submitted", "screened"]);

async function countLists(db: Queries, day: DayRow, reader: Reader): Promise<Count | null> {
  if (!isDistrict(reader) && !reader.streetId) return null;
  const own = isDistrict(reader) ? undefined : eq(problemList.streetId, reader.streetId!);
  const [sent] = await db
    .select({ number: count() })
    .from(problemList)
    .where(and(eq(problemList.dayId, day.id), isSent, own));
  if (own) return { have: sent?.number ?? 0, need: 1 };
  const [streets] = await db
    .select({ number: count() })
    .from(unit)
    .where(and(eq(unit.kind, "street"), unitInForce()));
  return { have: sent?.number ?? 0, need: streets?.number ?? 0 };
}

async function countDecisions(db: Queries, day: DayRow, reader: Reader) {
  if (!isDistrict(reader) && !reader.streetId) return { decisions: null, admitted: null };
  const own = isDistrict(reader) ? undefined : eq(problemList.streetId, reader.streetId!);
  const rows = await db
    .select({ state: listing.state, number: count() })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .where(
      and(
        eq(problemList.dayId, day.id),
        isSent,
        own,
        ne(listing.state, "withdrawn"),
        ne(listing.state, "draft"),
      ),
    )
    .groupBy(listing.state);
  const of = (state: string) => rows.find((row) => row.state === state)?.number ?? 0;
  const all = rows.reduce((sum, row) => sum + row.number, 0);
  return {
    decisions: { have: all - of("submitted"), need: all },
    admitted: of("admitted"),
  };
}

/** A street whose list has been sent or not, with the people who send it. */
export interface StreetListStand {
  slug: string;
  name: { zh: string; en: string };
  sent: boolean;
}

/** Which streets have sent their list: for the district's own staff only. */
export async function listStands(db: Queries, dayId: string): Promise<StreetListStand[]> {
  const rows = await db
    .select({ street: unit, listId: problemList.id })
    .from(unit)
    .leftJoin(problemList, and(eq(problemList.streetId, unit.id), eq(problemList.dayId, dayId), isSent))
    .where(and(eq(unit.kind, "street"), or(unitInForce(), isNotNull(problemList.id))))
    .orderBy(unit.id);
  return rows.map(({ street, listId }) => ({
    slug: street.slug,
    name: nameOfUnit(street),
    sent: listId !== null,
  }));
}
