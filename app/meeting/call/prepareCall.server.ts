import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { kindOf, kindsCalledBy, type MeetingKind, meetingKinds } from "~/meeting/kind/kind";
import { countUnstated } from "~/meeting/progress/meetingProgress.server";
import { type PostHeld, postsHeld } from "~/unit/postsHeld.server";
import { unitChoices } from "~/unit/typing/unitChoices.server";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { attendance, meeting, post, unit } from "~db/schema";

/** A unit that can be called. */
export interface CallableUnit extends UnitChoice {
  /** One of the unit's own: a community of the street that calls. */
  own: boolean;
}

/** Everything that the form to call a meeting begins with. */
export interface CallPage {
  kind: MeetingKind;
  organiser: Name;
  units: CallableUnit[];
  posts: PostHeld[];
  /** The latest meeting of the same series, as which the form is filled in; null where this is the first. */
  last: NamedMeeting | null;
  values: {
    title: string | null;
    date: string;
    startsAt: string;
    place: string;
    plannedMinutes: string;
    chairPostId: string;
    people: string;
    unitIds: string[];
  };
  /** Tasks of the series that its look-back will call. */
  openTasks: number;
}

/**
 * What the form to call a meeting of a kind begins with: time, place and people as at the last one of its series, so
 * that nothing is typed twice. Refuses with `notFound` where the actor's post may not call this kind.
 */
export async function prepareCall(actor: Actor, asked: string, now: string): Promise<Result<CallPage>> {
  const kind = meetingKinds.find((one) => one === asked);
  if (!kind || !kindsCalledBy(actor.role).includes(kind)) return refuse("notFound");
  const today = dayOf(now);
  return read(async (db) => {
    const last = await lastOfSeries(db, actor.unitId, kind);
    const units = await db.select().from(unit).where(unitInForce()).orderBy(asc(unit.sortKey), asc(unit.id));
    const own = units.find(({ id }) => id === actor.unitId)!;
    const called = last ? await calledTo(db, last.id) : [];
    return done({
      kind,
      organiser: nameOfUnit(own),
      units: await unitChoices(
        db,
        units
          .filter((row) => row.id !== actor.unitId && mayBeCalled(row, actor.unitId))
          .map((row) => ({
            ...{ id: row.id, name: nameOfUnit(row), shortZh: row.shortZh },
            own: row.parentId === actor.unitId,
          })),
      ),
      posts: await postsHeld(db, now, eq(post.unitId, actor.unitId)),
      last: last && { slug: last.slug, title: last.title, date: last.date },
      values: {
        title: last?.title ?? null,
        date: nextDate(kind, last?.date, today),
        startsAt: last?.startsAt ?? "",
        place: last?.place ?? "",
        plannedMinutes: String(last?.plannedMinutes ?? ""),
        chairPostId: last?.chairPostId ?? "",
        people: peopleOf(called, actor.unitId).join("\n"),
        unitIds: [...new Set(called.map((one) => one.unitId))].filter((id) => id !== actor.unitId),
      },
      openTasks: await countUnstated(db, { id: "", kind, organiserUnitId: actor.unitId, date: "9999-12-31" }),
    });
  });
}

async function lastOfSeries(db: Queries, unitId: string, kind: MeetingKind) {
  const [last] = await db
    .select()
    .from(meeting)
    .where(and(eq(meeting.kind, kind), eq(meeting.organiserUnitId, unitId)))
    .orderBy(desc(meeting.date), desc(meeting.number))
    .limit(1);
  return last ?? null;
}

const usualWays = ["attend", "assist", "lead"] as const;

function calledTo(db: Queries, meetingId: string) {
  return db
    .select({ unitId: attendance.unitId, personName: attendance.personName })
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), inArray(attendance.invitation, [...usualWays])))
    .orderBy(asc(attendance.id));
}

function peopleOf(called: readonly { unitId: string; personName: string }[], unitId: string): string[] {
  return called.filter((one) => one.unitId === unitId).flatMap(({ personName }) => personName || []);
}

/** The same weekday after the last one, or today where that is over or there was none. */
function nextDate(kind: MeetingKind, last: string | undefined, today: string): string {
  const { daysBetween } = kindOf({ kind });
  const next = last && daysBetween ? addDays(last, daysBetween) : today;
  return next < today ? today : next;
}

/** Communities answer to their street, which calls them; everybody else can be called by anybody. */
function mayBeCalled({ kind, parentId }: typeof unit.$inferSelect, byUnitId: string): boolean {
  return kind !== "district" && (kind !== "community" || parentId === byUnitId);
}
