import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findDay } from "~/plan/findDay.server";
import type { Stage } from "~/plan/stage";
import type { Queries } from "~db/connect";
import { attendance, joiningStreet, post, problem, topic, unit } from "~db/schema";
import { mayWriteByInvitation } from "./attendance";
import { canInRoom, canInSession, type RoomRight, roomRightByPost, type SessionVerb } from "./permission";

/** A day as `findDay` gives it. */
export type Day = NonNullable<Awaited<ReturnType<typeof findDay>>>;

/** Everybody called to a day, with their unit, in the order they were called. */
export async function attendanceOf(db: Queries, dayId: string) {
  const rows = await db
    .select({ row: attendance, unit })
    .from(attendance)
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(eq(attendance.dayId, dayId))
    .orderBy(asc(attendance.id));
  return rows.map(({ row, unit }) => ({
    ...row,
    unit: { id: unit.id, slug: unit.slug, kind: unit.kind, zh: unit.nameZh, en: unit.nameEn },
  }));
}
export type AttendanceRow = Awaited<ReturnType<typeof attendanceOf>>[number];

/** The topics of a day, withdrawn ones too, in the order they were made; the order of the agenda is in the live record. */
export async function topicsOfDay(db: Queries, dayId: string) {
  const rows = await db
    .select({ topic, problem, street: unit })
    .from(topic)
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(unit, eq(unit.id, problem.streetId))
    .where(eq(topic.dayId, dayId))
    .orderBy(asc(topic.id));
  return rows.map(({ topic, problem, street }) => ({ ...topic, problem, street }));
}
export type TopicRow = Awaited<ReturnType<typeof topicsOfDay>>[number];

/** Whether somebody's unit is invited, or their street joins the day. */
async function isInvited(db: Queries, actor: Actor, dayId: string): Promise<boolean> {
  const rows = await db
    .select({ invitation: attendance.invitation, state: attendance.state })
    .from(attendance)
    .where(and(eq(attendance.dayId, dayId), eq(attendance.unitId, actor.unitId)));
  if (rows.some((row) => mayWriteByInvitation(row.invitation, row.state))) return true;
  if (actor.role !== "street") return false;
  const joining = await db
    .select({ streetId: joiningStreet.streetId })
    .from(joiningStreet)
    .where(and(eq(joiningStreet.dayId, dayId), eq(joiningStreet.streetId, actor.unitId)));
  return joining.length > 0;
}

/** What somebody may do in the live record of a day now. */
export async function roomRight(db: Queries, actor: Actor, day: Day): Promise<RoomRight> {
  return canInRoom(actor, day, await isInvited(db, actor, day.id), day.amendment !== null);
}

/**
 * The right with which somebody enters an epoch of a month's live record; null when there is no such day. In
 * an amendment it is what they may do there; elsewhere that of their post, because what they wrote without a
 * network in a record that is frozen by now must become a proposal.
 */
export async function rightInEpoch(
  db: Queries,
  actor: Actor,
  month: string,
  epoch: number,
): Promise<RoomRight | null> {
  const day = await findDay(db, month);
  if (day?.amendment?.epoch === epoch) return roomRight(db, actor, day);
  return rightByPost(db, actor, month);
}

/** The right that somebody's post gives in the live record of a month; null when there is no such day. */
export async function rightByPost(db: Queries, actor: Actor, month: string): Promise<RoomRight | null> {
  const day = await findDay(db, month);
  return day ? roomRightByPost(actor, day, await isInvited(db, actor, day.id)) : null;
}

/** The chair's post with its unit, or null while nobody is named. */
export async function chairOf(db: Queries, day: Pick<Day, "chairPostId">) {
  if (!day.chairPostId) return null;
  const [row] = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(post.id, day.chairPostId));
  return row
    ? { postId: row.post.id, unitId: row.unit.id, zh: row.post.titleZh, en: row.post.titleEn }
    : null;
}

/**
 * The day on which somebody wants to do something that only the office and the chair may. Refuses with
 * `notFound` where they may not even see it, `notAllowed`, `wrongStage`.
 */
export async function dayToHold(
  db: Queries,
  actor: Actor,
  month: string,
  verb: SessionVerb,
  stages: readonly Stage[],
): Promise<Result<Day>> {
  const day = await findDay(db, month);
  if (!day) return refuse("notFound");
  if (!canInSession(actor, verb, day))
    return refuse((await roomRight(db, actor, day)) === "none" ? "notFound" : "notAllowed");
  return stages.includes(day.stage) ? done(day) : refuse("wrongStage");
}

/**
 * Like `dayToHold`, for what is done while a record is written: at one of the stages before the minutes are
 * issued, or in an amendment of them.
 */
export async function dayInWriting(
  db: Queries,
  actor: Actor,
  month: string,
  verb: SessionVerb,
  stages: readonly Stage[],
): Promise<Result<Day>> {
  const day = await dayToHold(db, actor, month, verb, [...stages, ...issuedStages]);
  if (!day.ok || day.value.amendment || stages.includes(day.value.stage)) return day;
  return refuse("wrongStage");
}

/** Stages at which there are minutes that can be amended. */
export const issuedStages: readonly Stage[] = ["issued", "followedUp"];

/** A value in human length for a refusal: the first few titles. */
export function titlesOf(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`);
  return titles.length > 3 ? `${shown.join("")} …` : shown.join("");
}
