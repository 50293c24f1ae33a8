import { asc } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { done, type Result, refuse } from "~/ledger/result";
import { type AttendanceState, isCalled, isExpected } from "~/meeting/conduct/attendance";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { type Quorum, quorumOf } from "~/meeting/conduct/quorum";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { type InvitationClass, invitationClasses } from "~/meeting/kind/invitation";
import { lookBackProgress } from "~/meeting/lookback/lookBackProgress.server";
import { type OpeningDeparture, openingDepartures } from "~/meeting/stage/openingDepartures";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { holderOn } from "~/unit/holderOn.server";
import { typedUnits } from "~/unit/typing/unitChoices.server";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";

/** Somebody on the roll. */
export interface RollLine {
  id: string;
  unit: Name;
  person: string;
  /** Whoever is meant stands in for the holder of the post that was called. */
  standsIn?: true;
  /** The person's post, as the unit wrote it. */
  title: string;
  /** Instead of whom a substitute comes. */
  insteadOf: string;
  invitation: InvitationClass;
  state: AttendanceState;
  reason: string;
}

/** Everything the roll call page shows. */
export interface RollCallPage {
  meeting: ShownMeeting & { published: boolean };
  now: string;
  lines: RollLine[];
  /** Of those who are expected, or were called although they were not. */
  called: { have: number; need: number };
  /** What would depart when the session is opened now. */
  departures: OpeningDeparture[];
  /** What was asked to be approved, and whom one may name. */
  approvals: ShownApprovals;
  quorum: Quorum;
  /** Every open task has been looked back at. */
  lookedBack: boolean;
  units: UnitChoice[];
  can: {
    callRoll: boolean;
    /** The session is closed: what is entered corrects the roll, and needs a reason. */
    corrects: boolean;
    open: boolean;
  };
}

/** The roll of a day: the chair first, then those who lead, assist, and so on. Refuses with `notFound` before there is an agenda. */
export async function showRollCall(actor: Actor, slug: string, now: string): Promise<Result<RollCallPage>> {
  return read(async (db) => {
    const day = await findMeeting(db, slug);
    if (!day || (await roomRight(db, actor, day)) === "none") return refuse("notFound");
    return done(await present(db, actor, day, now));
  });
}

async function present(db: Queries, actor: Actor, day: Meeting, now: string): Promise<RollCallPage> {
  const rows = await attendanceOf(db, day.id);
  const place = (row: AttendanceRow) => invitationClasses.indexOf(row.invitation);
  // Whoever was named together stands together.
  const called = (row: AttendanceRow) => rows.findIndex(({ id }) => id === (row.namedWith ?? row.id));
  const sorted = [...rows].sort((a, b) => place(a) - place(b) || called(a) - called(b));
  const units = await db.select().from(unit).where(unitInForce()).orderBy(asc(unit.sortKey), asc(unit.id));
  const conducts = holdsMeeting(actor, day);
  return {
    meeting: {
      ...shownMeeting(day),
      published: day.agendaPublishedAt !== null,
    },
    now,
    departures: openingDepartures(day, now),
    approvals: holdsMeeting(actor, day)
      ? await shownApprovals(db, actor, day, now)
      : { approvers: [], requests: {} },
    lines: await Promise.all(sorted.map((row) => lineOf(db, day, row))),
    called: {
      have: rows.filter((row) => isCalled(row.state)).length,
      need: rows.filter((row) => isCalled(row.state) || isExpected(row.invitation)).length,
    },
    quorum: quorumOf(rows, await rulesOfMeeting(db, day.id), day),
    lookedBack: (await lookBackProgress(db, day)).complete,
    units: await typedUnits(db, units),
    can: {
      callRoll: conducts && ["agenda", "inSession", "minutes"].includes(day.stage),
      corrects: conducts && day.stage === "minutes",
      open: conducts && day.stage === "agenda",
    },
  };
}

async function lineOf(db: Queries, meeting: Meeting, row: AttendanceRow): Promise<RollLine> {
  const holder = row.postId ? await holderOn(db, row.postId, meeting) : undefined;
  const person = row.personName || (holder?.name ?? "");
  return {
    id: row.id,
    unit: { zh: row.unit.zh, en: row.unit.en },
    person,
    ...(holder?.standsIn && holder.name === person && { standsIn: true }),
    title: row.personTitle,
    insteadOf: row.insteadOf,
    invitation: row.invitation,
    state: row.state,
    reason: row.reason,
  };
}
