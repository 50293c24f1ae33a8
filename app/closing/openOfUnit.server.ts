import { and, asc, eq, inArray, isNull, ne, notInArray, type SQL } from "drizzle-orm";
import { meetingAddress } from "~/address/meetings";
import { listAddress } from "~/address/problems";
import { offerAddress } from "~/address/resources";
import { taskAddress } from "~/address/tasks";
import { dutiesAddress, postAddress, unitAddress } from "~/address/units";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { MeetingKind } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { attendance, dutyItem, meeting, post, problemList, resourceOffer, task, unit } from "~db/schema";
import { type OpenOfUnit, type OpenThing, type UnitOpenKind, unitOpenKinds } from "./openThing";

type UnitRow = typeof unit.$inferSelect;

/** Keeps the meetings that are not at their end. */
export const meetingGoesOn = () => notInArray(meeting.stage, ["issued", "followedUp"]);

/** Keeps the tasks that are not struck off. */
export const taskGoesOn = () => ne(task.state, "struckOff");

const finders: Record<UnitOpenKind, (db: Queries, of: UnitRow) => Promise<OpenThing[]>> = {
  async post(db, { id, slug }) {
    const rows = await db
      .select()
      .from(post)
      .where(and(eq(post.unitId, id), isNull(post.closedAt)))
      .orderBy(asc(post.id));
    return rows.map((row) => ({ id: row.id, name: titleOfPost(row), to: postAddress(slug, row.id) }));
  },
  async community(db, { id }) {
    const rows = await db
      .select()
      .from(unit)
      .where(and(eq(unit.parentId, id), isNull(unit.closedAt)))
      .orderBy(asc(unit.sortKey), asc(unit.id));
    return rows.map((row) => ({ id: row.id, name: nameOfUnit(row), to: unitAddress(row.slug) }));
  },
  async duty(db, { id, slug }) {
    const rows = await db
      .select()
      .from(dutyItem)
      .where(eq(dutyItem.unitId, id))
      .orderBy(asc(dutyItem.number));
    return rows.map((row) => ({
      id: row.id,
      name: String(row.number),
      to: `${dutiesAddress}?unit=${slug}`,
    }));
  },
  taskLed: (db, { id }) => tasks(db, eq(task.leadUnitId, id)),
  taskHere: (db, { id }) => tasks(db, eq(task.streetId, id)),
  taskOverseen: (db, { id }) => tasks(db, eq(task.overseerUnitId, id)),
  async list(db, { id, slug }) {
    const rows = await db
      .select({ id: problemList.id, month: meeting.slug })
      .from(problemList)
      .innerJoin(meeting, eq(meeting.id, problemList.dayId))
      .where(and(eq(problemList.streetId, id), meetingGoesOn()))
      .orderBy(asc(meeting.date));
    return rows.map((row) => ({ id: row.id, name: row.month, to: listAddress(row.month, slug) }));
  },
  async invitation(db, { id }) {
    const rows = await db
      .selectDistinct({ id: meeting.id, slug: meeting.slug, kind: meeting.kind, date: meeting.date })
      .from(attendance)
      .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
      .where(and(eq(attendance.unitId, id), meetingGoesOn()))
      .orderBy(asc(meeting.date));
    return rows.map(meetingThing);
  },
  async meeting(db, { id }) {
    const rows = await db
      .select({
        ...{ id: meeting.id, slug: meeting.slug, kind: meeting.kind },
        ...{ organiser: meeting.organiserUnitId, host: meeting.hostUnitId },
      })
      .from(meeting)
      .where(meetingGoesOn())
      .orderBy(asc(meeting.date));
    return rows.filter(({ organiser, host }) => organiser === id || host === id).map(meetingThing);
  },
  async offer(db, { id }) {
    const rows = await db
      .select({ id: resourceOffer.id, number: resourceOffer.number })
      .from(resourceOffer)
      .where(and(eq(resourceOffer.unitId, id), eq(resourceOffer.state, "open")))
      .orderBy(asc(resourceOffer.number));
    return rows.map((row) => ({ id: row.id, name: row.number, to: offerAddress(row.number) }));
  },
};

/** Everything open of a unit, by kind. */
export async function openOfUnit(db: Queries, of: UnitRow): Promise<OpenOfUnit> {
  const found: OpenOfUnit = [];
  for (const kind of unitOpenKinds) {
    const things = await finders[kind](db, of);
    if (things.length > 0) found.push({ kind, things });
  }
  return found;
}

// Who does not take part in a meeting other than a consultation day knows nothing of it.
function meetingThing({ id, slug, kind }: { id: string; slug: string; kind: MeetingKind }): OpenThing {
  return kind === "consultationDay"
    ? { id, name: slug, to: meetingAddress({ slug }) }
    : { id, name: "", to: null };
}

async function tasks(db: Queries, which: SQL): Promise<OpenThing[]> {
  const rows = await db
    .select({ id: task.id, number: task.number })
    .from(task)
    .where(and(which, taskGoesOn()))
    .orderBy(asc(task.number));
  return rows.map((row) => ({ id: row.id, name: row.number, to: taskAddress(row.number) }));
}

/** How many meetings a unit takes part in whose record is being written: until the minutes are issued it stays as it is. */
export async function recordsBeingWritten(db: Queries, unitId: string): Promise<number> {
  const under = await db
    .select()
    .from(meeting)
    .where(inArray(meeting.stage, ["inSession", "minutes"]));
  const called = await db
    .select({ id: attendance.meetingId })
    .from(attendance)
    .where(eq(attendance.unitId, unitId));
  const takesPart = new Set(called.map(({ id }) => id));
  return under.filter(
    (one) => takesPart.has(one.id) || one.organiserUnitId === unitId || one.hostUnitId === unitId,
  ).length;
}
