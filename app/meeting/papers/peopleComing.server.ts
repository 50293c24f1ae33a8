import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit, shortNameOfUnit } from "~/i18n/names";
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
  const chair = await chairOf(db, meeting);
  const first = (row: Seat) => rows.findIndex(({ id }) => id === (row.namedWith ?? row.id));
  const place = (row: Seat) => invitationClasses.indexOf(row.invitation);
  const seats: Seat[] = rows.filter(isExpectedAtTable);
  // The plan names the chair of a consultation day; the roll need not.
  if (chair && !rows.some(({ invitation }) => invitation === "chair"))
    seats.push({ ...nobody, id: "chair", unitId: chair.unitId, postId: chair.postId, invitation: "chair" });
  seats.sort((a, b) => place(a) - place(b) || first(a) - first(b));
  const unitIds = seats.map(({ unitId }) => unitId);
  const units = await db.select().from(unit).where(inArray(unit.id, unitIds));
  return Promise.all(
    seats.map(async (seat) => {
      const of = units.find(({ id }) => id === seat.unitId)!;
      const { id, invitation, personTitle, insteadOf, personName, postId } = seat;
      const holder = postId && !personName ? await holderOn(db, postId, meeting) : undefined;
      return {
        ...{ id, invitation, insteadOf, unit: nameOfUnit(of), unitShort: shortNameOfUnit(of) },
        title: personTitle || (chair && postId === chair.postId ? chair.zh : ""),
        name: personName || (holder?.name ?? ""),
      };
    }),
  );
}

type Seat = Pick<
  AttendanceRow,
  "id" | "unitId" | "postId" | "invitation" | "personName" | "personTitle" | "insteadOf" | "namedWith"
>;
const nobody = { personName: "", personTitle: "", insteadOf: "", namedWith: null };

function isExpectedAtTable({ state, invitation, personName }: AttendanceRow): boolean {
  if (state === "declined" || state === "excused") return false;
  return personName !== "" || (invitation !== "writtenOpinion" && invitation !== "onCall");
}
