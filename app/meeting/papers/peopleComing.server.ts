import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { shortNameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { type InvitationClass, invitationClasses } from "~/meeting/kind/invitation";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";

/** Somebody who is expected, or the unit alone while no name is known. */
export interface PersonComing {
  id: string;
  unit: Name;
  /** The unit where there is little room. */
  unitShort: Name;
  name: string;
  title: string;
  insteadOf: string;
  invitation: InvitationClass;
}

/** Who comes to a meeting, as its sheets and cards are printed from it. */
export interface PeopleComing {
  meeting: ShownMeeting & { startsAt: string; place: string };
  people: PersonComing[];
}

/**
 * Who comes to a meeting, the chair first, units in the order in which they were called: whoever declined, or only
 * writes or waits on call without having named anybody, is left out. Refuses with `notFound` where the reader may not see
 * the meeting's record, `notAllowed` to those who do not hold it.
 */
export async function peopleComing(actor: Actor, slug: string): Promise<Result<PeopleComing>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    if (!holdsMeeting(actor, meeting)) return refuse("notAllowed");
    const { startsAt, place } = meeting;
    return done({
      meeting: { ...shownMeeting(meeting), startsAt, place },
      people: await people(db, meeting),
    });
  });
}

async function people(db: Queries, meeting: Meeting): Promise<PersonComing[]> {
  const rows = await attendanceOf(db, meeting.id);
  const units = await db
    .select()
    .from(unit)
    .where(inArray(unit.id, [...rows.map(({ unitId }) => unitId), meeting.organiserUnitId]));
  const short = new Map(units.map((one) => [one.id, shortNameOfUnit(one)]));
  const first = (row: AttendanceRow) => rows.findIndex(({ id }) => id === (row.namedWith ?? row.id));
  const place = (row: AttendanceRow) => invitationClasses.indexOf(row.invitation);
  const sorted = rows.filter(isExpectedAtTable).sort((a, b) => place(a) - place(b) || first(a) - first(b));
  const seated = await Promise.all(
    sorted.map(async (row) => ({
      ...{ id: row.id, invitation: row.invitation, title: row.personTitle, insteadOf: row.insteadOf },
      ...{ unit: { zh: row.unit.zh, en: row.unit.en }, unitShort: short.get(row.unitId)! },
      name: row.personName || (row.postId ? ((await holderOn(db, row.postId, meeting)) ?? "") : ""),
    })),
  );
  return rows.some(({ invitation }) => invitation === "chair")
    ? seated
    : [...(await chair(db, meeting)), ...seated];
}

function isExpectedAtTable({ state, invitation, personName }: AttendanceRow): boolean {
  if (state === "declined" || state === "excused") return false;
  return personName !== "" || (invitation !== "writtenOpinion" && invitation !== "onCall");
}

/** The plan names the chair of a consultation day; the roll does not. */
async function chair(db: Queries, meeting: Meeting): Promise<PersonComing[]> {
  const post = await chairOf(db, meeting);
  if (!post) return [];
  const [of] = await db
    .select()
    .from(unit)
    .where(inArray(unit.id, [post.unitId]));
  const name = (await holderOn(db, post.postId, meeting)) ?? "";
  const shown = { unit: { zh: of!.nameZh, en: of!.nameEn }, unitShort: shortNameOfUnit(of!) };
  return [{ id: "chair", ...shown, name, title: post.zh, insteadOf: "", invitation: "chair" }];
}
