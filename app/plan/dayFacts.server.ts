import { and, count, desc, eq, inArray, isNull, lt, ne, notExists, sql } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { openAmendment } from "~/meeting/conduct/openAmendment.server";
import { hasReached } from "~/meeting/kind/stage";
import { resolvedBy } from "~/meeting/lookback/calledTasks.server";
import { lookBackComplete } from "~/meeting/lookback/lookBackComplete.server";
import type { DayRow } from "~/problem/consultationDay.server";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { listing, lookBackStatement, meeting, minutes, problemList, task, topic, unit } from "~db/schema";
import type { Count, DayFacts } from "./checklist";
import { countAttendance } from "./dayAttendance.server";
import { countTasks, unitsToAcknowledge } from "./dayTasks.server";

type Reader = Pick<Actor, "role" | "streetId">;

/** What the tables say about a day, without the plan's own facts. */
type FactsOfTables = Omit<DayFacts, "planAdopted" | "chairHeld" | "workingDay">;

/** What the tables say about a day, as far as the reader may see it; the plan's own facts are added by the caller. */
export async function dayFacts(db: Queries, day: DayRow, reader: Reader): Promise<FactsOfTables> {
  return {
    lists: await countLists(db, day, reader),
    ...(await countDecisions(db, day, reader)),
    ...(await countTopics(db, day)),
    agendaPublished: day.agendaPublishedAt !== null,
    ...(await countAttendance(db, day)),
    lookBack: await countLookBack(db, day),
    minutesIssued: (await issuedMinutes(db, day.id)) !== undefined,
    amending: (await openAmendment(db, day.id)) !== null,
    ...(await countTasks(db, day)),
    unacknowledged: isDistrict(reader) ? await unitsToAcknowledge(db, day) : [],
  };
}

const nothing: Count = { have: 0, need: 0 };

const noFacts: FactsOfTables = {
  ...{ lists: null, decisions: null, admitted: null, topics: 0, outcomes: nothing, agendaPublished: false },
  ...{
    invitedUnits: 0,
    rollCall: nothing,
    uncalled: [],
    leads: { present: 0, invited: 0 },
    lookBack: nothing,
  },
  ...{ minutesIssued: false, amending: false, acknowledged: nothing, unacknowledged: [], finished: nothing },
  published: nothing,
};

/**
 * Of the same facts those on which the next step depends at the day's stage; all others are left at nothing. It
 * stands on every page beside "My work", so it reads no more than that.
 */
export async function factsForNextStep(db: Queries, day: DayRow, reader: Reader): Promise<FactsOfTables> {
  const agendaPublished = day.agendaPublishedAt !== null;
  switch (day.stage) {
    case "collecting":
      return { ...noFacts, lists: await countLists(db, day, reader) };
    case "screening":
      return { ...noFacts, ...(await countDecisions(db, day, reader)) };
    case "agenda":
      return { ...noFacts, agendaPublished, ...(await countAttendance(db, day)) };
    case "inSession": {
      const unstated = (await lookBackComplete(db, day.id)) ? 0 : 1;
      const facts = { ...noFacts, ...(await countAttendance(db, day)), ...(await countTopics(db, day)) };
      return { ...facts, lookBack: { have: 0, need: unstated } };
    }
    case "issued":
    case "followedUp": {
      const amending = (await openAmendment(db, day.id)) !== null;
      return amending ? { ...noFacts, amending } : { ...noFacts, ...(await countTasks(db, day)) };
    }
    default:
      return noFacts;
  }
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
  const [streets] = await db.select({ number: count() }).from(unit).where(eq(unit.kind, "street"));
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

async function countTopics(db: Queries, day: DayRow) {
  const [all] = await db
    .select({ number: count(), decided: count(topic.outcome) })
    .from(topic)
    .where(and(eq(topic.meetingId, day.id), eq(topic.kind, "topic"), isNull(topic.withdrawnAt)));
  const topics = all?.number ?? 0;
  return { topics, outcomes: { have: all?.decided ?? 0, need: topics } };
}

// Called are the tasks of earlier days that a statement was made about, and those that are still open. Once the
// minutes are out, a task that is open now was not necessarily called.
async function countLookBack(db: Queries, day: DayRow): Promise<Count> {
  const [said] = await db
    .select({ number: count() })
    .from(lookBackStatement)
    .where(eq(lookBackStatement.meetingId, day.id));
  const have = said?.number ?? 0;
  return { have, need: hasReached(day.stage, "issued") ? have : have + (await countUnstated(db, day)) };
}

async function countUnstated(db: Queries, day: DayRow): Promise<number> {
  const stated = db
    .select({ one: sql`1` })
    .from(lookBackStatement)
    .where(and(eq(lookBackStatement.taskId, task.id), eq(lookBackStatement.meetingId, day.id)));
  const [open] = await db
    .select({ number: count() })
    .from(task)
    .innerJoin(meeting, eq(meeting.id, task.meetingId))
    .where(
      and(
        inArray(task.state, [...openTaskStates]),
        resolvedBy(day),
        lt(meeting.date, day.date),
        notExists(stated),
      ),
    );
  return open?.number ?? 0;
}

/** The number of a day's newest minutes, once they are issued. */
export async function issuedMinutes(db: Queries, dayId: string) {
  const [row] = await db
    .select({ year: minutes.year, number: minutes.number, issuedAt: minutes.issuedAt })
    .from(minutes)
    .where(eq(minutes.meetingId, dayId))
    .orderBy(desc(minutes.epoch))
    .limit(1);
  return row;
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
    .where(eq(unit.kind, "street"))
    .orderBy(unit.id);
  return rows.map(({ street, listId }) => ({
    slug: street.slug,
    name: nameOfUnit(street),
    sent: listId !== null,
  }));
}
