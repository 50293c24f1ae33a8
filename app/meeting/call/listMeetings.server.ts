import { and, asc, desc, eq, exists, gt, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { kindsCalledBy, kindsCalledByUnits, kindsTakenOver, type MeetingKind } from "~/meeting/kind/kind";
import type { Stage } from "~/meeting/kind/stage";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { meeting, minutes, task, unit } from "~db/schema";

/** A meeting among others. */
export interface ListedMeeting {
  slug: string;
  kind: MeetingKind;
  title: string;
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM; empty while nobody has said it. */
  startsAt: string;
  stage: Stage;
  organiser: UnitRef;
  /** Number of its minutes in force, once issued. */
  minutes: { year: number; number: number } | null;
}

/** A page of meetings, the latest first. */
export interface MeetingsPage {
  meetings: ListedMeeting[];
  /** Keys of the pages before and after this one; null where there is none. */
  newer: string | null;
  older: string | null;
  /** The kinds that the reader may call. */
  calls: MeetingKind[];
}

/** Which page: the one older, or newer, than a meeting (its slug); the latest where neither is said. */
export interface MeetingsPlace {
  before?: string;
  after?: string;
}

const pageSize = 30;

/**
 * The meetings that no plan holds, as far as they exist for the reader, a page at a time: those that units call, and
 * those that an earlier ledger names. Refuses with `notFound`.
 */
export async function listMeetings(actor: Actor, place: MeetingsPlace): Promise<Result<MeetingsPage>> {
  if (!seesContents(actor)) return refuse("notFound");
  return read(async (db) => {
    const upwards = place.after !== undefined;
    const rows = await selectPage(db, actor, place);
    const more = rows.length > pageSize;
    const shown = rows.slice(0, pageSize);
    if (upwards) shown.reverse();
    const hasNewer = upwards ? more : place.before !== undefined;
    const hasOlder = upwards || more;
    return done({
      meetings: shown.map(listed),
      newer: hasNewer ? (shown[0]?.meeting.slug ?? null) : null,
      older: hasOlder ? (shown.at(-1)?.meeting.slug ?? null) : null,
      calls: kindsCalledBy(actor.role),
    });
  });
}

/** All the meetings of which {@link listMeetings} gives a page, in its order. Refuses like it. */
export async function everyMeeting(actor: Actor): Promise<Result<ListedMeeting[]>> {
  const meetings: ListedMeeting[] = [];
  let before: string | undefined;
  do {
    const page = await listMeetings(actor, { before });
    if (!page.ok) return page;
    meetings.push(...page.value.meetings);
    before = page.value.older ?? undefined;
  } while (before);
  return done(meetings);
}

async function selectPage(db: Queries, actor: Actor, place: MeetingsPlace) {
  const upwards = place.after !== undefined;
  const direction = upwards ? asc : desc;
  return db
    .select({ meeting, organiser: unit, issued: inForce(db) })
    .from(meeting)
    .innerJoin(unit, eq(unit.id, meeting.organiserUnitId))
    .where(
      and(
        or(inArray(meeting.kind, kindsCalledByUnits()), takenOverHere(db)),
        meetingScope(db, actor),
        await beyond(db, actor, place.after ?? place.before, upwards),
      ),
    )
    .orderBy(direction(meeting.date), direction(meeting.number))
    .limit(pageSize + 1);
}

/** Named by an earlier ledger that was not given back: of one that was, the meetings have no tasks. */
function takenOverHere(db: Queries): SQL | undefined {
  const ofIt = db.select({ one: sql`1` }).from(task).where(eq(task.meetingId, meeting.id));
  return and(inArray(meeting.kind, kindsTakenOver()), exists(ofIt));
}

/** Past the meeting that the page is asked for by; one that does not exist for the reader asks for nothing. */
async function beyond(
  db: Queries,
  actor: Actor,
  slug: string | undefined,
  upwards: boolean,
): Promise<SQL | undefined> {
  if (slug === undefined) return undefined;
  const [edge] = await db
    .select({ date: meeting.date, number: meeting.number })
    .from(meeting)
    .where(and(eq(meeting.slug, slug), meetingScope(db, actor)));
  if (!edge) return sql`false`;
  const further = upwards ? gt : lt;
  return or(
    further(meeting.date, edge.date),
    and(eq(meeting.date, edge.date), further(meeting.number, edge.number)),
  );
}

/** Year and number of the minutes in force, as `2026-7`; null before there are any. */
function inForce(db: Queries): SQL<string | null> {
  const newest = db
    .select({ cited: sql`${minutes.year} || '-' || ${minutes.number}` })
    .from(minutes)
    .where(eq(minutes.meetingId, meeting.id))
    .orderBy(desc(minutes.epoch))
    .limit(1);
  return sql<string | null>`(${newest})`;
}

type Row = Awaited<ReturnType<typeof selectPage>>[number];

function listed({ meeting: row, organiser, issued }: Row): ListedMeeting {
  const { slug, kind, title, date, startsAt, stage } = row;
  const [year, number] = issued?.split("-").map(Number) ?? [];
  return {
    ...{ slug, kind, title, date, startsAt, stage },
    organiser: unitRef(organiser),
    minutes: year !== undefined && number !== undefined ? { year, number } : null,
  };
}
