import type { Name } from "~/i18n/language";
import { nameOfUnit, noName } from "~/i18n/names";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { mayLead } from "~/meeting/conduct/mayLead";
import { heldQuorum, type KeptQuorum, quorumOf } from "~/meeting/conduct/quorum";
import { type TopicRow, topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { kindOf } from "~/meeting/kind/kind";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { type LookBackProgress, lookBackProgress } from "~/meeting/lookback/lookBackProgress.server";
import { reservationsOf } from "~/meeting/reservation/reservationsOf.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import { type AdoptedResolution, adoptedIn } from "./adoptedResolution";
import type { DecidedTopic, PaperFacts } from "./assemblePaper";
import { findMinutes } from "./findMinutes.server";
import type { GateFacts } from "./missingForMinutes";
import {
  type IssuedPaper,
  type PaperAttendee,
  type PaperLookBack,
  type PaperTopic,
  readPaper,
} from "./paper";
import type { UnitName } from "./resolutionLine";

/** Everything outside the record that the minutes of a day depend on. */
export interface MinutesFacts {
  gate: GateFacts;
  topics: (DecidedTopic & KeptQuorum & { streetId: string | null })[];
  paper: PaperFacts;
  unitName: UnitName;
  /** What minutes that are being amended have adopted; nothing where they are issued for the first time. */
  adopted: AdoptedResolution[];
}

/**
 * Reads the facts that the minutes of a day are made of and gated by. Where they are being amended, who was
 * there, what was stated and everything adopted is taken over from the minutes in force.
 */
export async function minutesFacts(db: Queries, day: Meeting): Promise<MinutesFacts> {
  const facts = await factsAsTheyAre(db, day);
  const inForce = day.amendment && (await findMinutes(db, day.id));
  const before = inForce && readPaper(inForce.canonicalJson);
  if (!day.amendment || !before) return facts;
  const adopted = adoptedIn(before);
  const amended = { adopted, unitName: facts.unitName };
  return {
    ...facts,
    gate: { ...facts.gate, amended },
    paper: factsBefore(before, day.amendment.reason),
    adopted,
  };
}

function factsBefore(before: IssuedPaper, reason: string): PaperFacts {
  const {
    topics: _topics,
    copies: _copies,
    year,
    number,
    issuedAt,
    issuedBy: _by,
    signedBy: _signer,
    ...facts
  } = before;
  return { ...facts, amends: { year, number, issuedAt, reason } };
}

async function factsAsTheyAre(db: Queries, day: Meeting): Promise<MinutesFacts> {
  const units = await db.select().from(unit);
  const names = new Map(units.map((one) => [one.id, nameOfUnit(one)]));
  const quorum = quorumOf(await attendanceOf(db, day.id), await rulesOfMeeting(db, day.id), day);
  const reserved = await reservationsOf(db, day.id);
  const topics = (await topicsOfMeeting(db, day.id)).map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    outcome: row.outcome,
    hadQuorum: row.outcome === null || day.amendment !== null || heldQuorum(row, quorum),
    ...{ quorumInvited: row.quorumInvited, quorumPresent: row.quorumPresent, quorumNeeded: row.quorumNeeded },
    // An amendment is an opening of its own.
    reopened: row.reopenedAt !== null && day.amendment === null,
    withdrawn: row.withdrawnAt !== null,
    outcomeNote: row.outcomeNote,
    deferredTo: deferralOf(row),
    reservedBy: reserved
      .filter(({ topicId }) => topicId === row.id)
      .map(({ unit, words }) => ({ unit, words })),
    streetId: row.problem?.streetId ?? null,
  }));
  // What was adopted with a unit that is closed by now may stand there again.
  const leads = units
    .filter((one) => (one.closedAt === null || day.amendment !== null) && mayLead(day, one))
    .map((one) => one.id);
  const firstOf = (kind: string): Name => {
    const found = units.find((one) => one.kind === kind);
    return found ? nameOfUnit(found) : noName;
  };
  return {
    gate: {
      date: day.date,
      resolutionsSay: kindOf(day).resolutionsSay,
      lookBack: statedBeforeIssue(await lookBackProgress(db, day)),
      topics,
      leadUnitIds: new Set(leads),
      amended: null,
    },
    topics,
    paper: {
      district: firstOf("district"),
      office: kindOf(day).heldBy === "office" ? firstOf("office") : nameOfUnit(day.host),
      ...(day.kind === "consultationDay" ? {} : { kind: day.kind, meetingTitle: day.title }),
      month: day.slug,
      date: day.date,
      host: nameOfUnit(day.host),
      chair: await chairOn(db, day),
      openedAt: day.openedAt,
      closedAt: day.closedAt,
      attendance: await attendees(db, day),
      lookBack: await statedTasks(db, day.id),
    },
    unitName: (id) => names.get(id),
    adopted: [],
  };
}

function deferralOf({ outcome, deferredToDate, deferredToMeetingId }: TopicRow): PaperTopic["deferredTo"] {
  if (outcome !== "deferred" || !deferredToDate) return undefined;
  return { date: deferredToDate, called: deferredToMeetingId !== null };
}

async function chairOn(db: Queries, day: Meeting) {
  const chair = await chairOf(db, day);
  if (!chair) return null;
  const holder = (await holderOn(db, chair.postId, day)) ?? { name: "" };
  return { ...holder, post: { zh: chair.zh, en: chair.en } };
}

async function attendees(db: Queries, day: Meeting): Promise<PaperAttendee[]> {
  const rows = await attendanceOf(db, day.id);
  return Promise.all(rows.map((row) => attendee(db, day, row)));
}

async function attendee(db: Queries, meeting: Meeting, row: AttendanceRow): Promise<PaperAttendee> {
  const holder = row.postId && !row.personName ? await holderOn(db, row.postId, meeting) : undefined;
  return {
    unit: { zh: row.unit.zh, en: row.unit.en },
    person: row.personName || (holder?.name ?? ""),
    invitation: row.invitation,
    state: row.state,
    reason: row.reason,
  };
}

async function statedTasks(db: Queries, meetingId: string): Promise<PaperLookBack[]> {
  const called = await lookBackOf(db, meetingId);
  return called.flatMap(({ number, title, lead, dueDate, statement }) =>
    statement
      ? [{ number, title, lead: lead.name, dueDate, statement: statement.statement, text: statement.text }]
      : [],
  );
}

/** Topics may have begun on the chair's word; the minutes wait for what was not stated all the same. */
function statedBeforeIssue({ stated, total, allStated }: LookBackProgress): GateFacts["lookBack"] {
  return { stated, total, complete: allStated };
}
