import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { done, type Result, refuse } from "~/ledger/result";
import type { AttendanceState } from "~/meeting/conduct/attendance";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting, type RoomRight, type Writer, type WritingState } from "~/meeting/conduct/permission";
import { type Quorum, quorumOf } from "~/meeting/conduct/quorum";
import { roomRight, writerIn } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import type { Outcome, TopicKind } from "~/meeting/conduct/topic";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { writingStateOf } from "~/meeting/conduct/writingState.server";
import type { InvitationClass } from "~/meeting/kind/invitation";
import type { Stage } from "~/meeting/kind/stage";
import { type LookBackProgress, lookBackProgress } from "~/meeting/lookback/lookBackProgress.server";
import { adoptedIn } from "~/meeting/minutes/adoptedResolution";
import { findMinutes, type MinutesRow } from "~/meeting/minutes/findMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import type { RoomAmendment } from "./roomView";

/** Somebody called to the day. */
export interface AttendanceFact {
  id: string;
  unitId: string;
  unit: Name;
  person: string;
  invitation: InvitationClass;
  state: AttendanceState;
  reason: string;
}

/** What the database knows of an entry of the agenda. */
export interface TopicFact {
  id: string;
  kind: TopicKind;
  problemNumber: string | null;
  outcome: Outcome | null;
  note: string;
  deferredTo: string | null;
  /** Why its resolutions are open again; null while they stand. */
  reopened: string | null;
}

/** The facts of legal weight that the room shows beside the live record, and what the reader may do about them. */
export interface RoomFacts {
  right: Exclude<RoomRight, "none">;
  /** As what the reader writes, and how far the meeting has come: together they say which parts. */
  writer: Writer | null;
  writing: WritingState;
  meeting: ShownMeeting & {
    id: string;
    organiserUnitId: string;
    chair: { name: string; post: Name } | null;
    agendaPublishedAt: string | null;
    openedAt: string | null;
    closedAt: string | null;
  };
  attendance: AttendanceFact[];
  quorum: Quorum;
  lookBack: LookBackProgress;
  /** Entries that stand on the agenda, in no particular order: the order is in the record. */
  topics: TopicFact[];
  /** Why no outcome can be recorded at present; null when it can. */
  outcomesWaitFor: "session" | "lookBack" | "quorum" | null;
  minutes: { year: number; number: number } | null;
  amendment: RoomAmendment | null;
  can: {
    /** Edit the live record. */
    write: boolean;
    /** Add to the agenda, take off it, invite. */
    prepare: boolean;
    callRoll: boolean;
    recordOutcome: boolean;
    /** Open the resolutions of a decided topic again, and close them. */
    reopenTopic: boolean;
    open: boolean;
    close: boolean;
    reopen: boolean;
    issue: boolean;
  };
}

/** The facts for the room page. Refuses with `notFound` to whom the room is closed. */
export async function roomFacts(actor: Actor, slug: string): Promise<Result<RoomFacts>> {
  const found = await read(async (db) => {
    const day = await findMeeting(db, slug);
    const right = day ? await roomRight(db, actor, day) : "none";
    return day && right !== "none" ? { day, right } : null;
  });
  if (!found) return refuse("notFound");
  return done(await read((db) => factsOf(db, actor, found.day, found.right)));
}

async function factsOf(
  db: Queries,
  actor: Actor,
  day: Meeting,
  right: Exclude<RoomRight, "none">,
): Promise<RoomFacts> {
  const rows = await attendanceOf(db, day.id);
  const quorum = quorumOf(rows, await rulesOfMeeting(db, day.id), day);
  const lookBack = await lookBackProgress(db, day);
  const topics = (await topicsOfMeeting(db, day.id)).filter((row) => row.withdrawnAt === null);
  const issued = await findMinutes(db, day.id);
  return {
    right,
    writer: right === "write" ? await writerIn(db, actor, day) : null,
    writing: await writingStateOf(db, day),
    meeting: await dayFact(db, day),
    attendance: rows.map(({ id, unitId, unit, personName, invitation, state, reason }) => ({
      id,
      unitId,
      unit: { zh: unit.zh, en: unit.en },
      person: personName,
      invitation,
      state,
      reason,
    })),
    quorum,
    lookBack,
    topics: topics.map(
      ({ id, kind, problem, outcome, outcomeNote, deferredToDate, reopenedAt, reopenReason }) => ({
        id,
        kind,
        problemNumber: problem?.number ?? null,
        outcome,
        note: outcomeNote,
        deferredTo: deferredToDate,
        reopened: reopenedAt === null ? null : reopenReason,
      }),
    ),
    outcomesWaitFor: waitFor(day.stage, lookBack, quorum),
    minutes: issued ? { year: issued.year, number: issued.number } : null,
    amendment: issued && day.amendment ? amendmentFact(day.amendment, issued) : null,
    can: rights(actor, day, right, waitFor(day.stage, lookBack, quorum) === null),
  };
}

function amendmentFact({ reason }: { reason: string }, issued: MinutesRow): RoomAmendment {
  const paper = readPaper(issued.canonicalJson);
  return { reason, adopted: paper ? adoptedIn(paper).map(({ line }) => line.id) : [] };
}

async function dayFact(db: Queries, day: Meeting): Promise<RoomFacts["meeting"]> {
  const { id, organiserUnitId, agendaPublishedAt, openedAt, closedAt } = day;
  const chair = await chairOf(db, day);
  return {
    ...shownMeeting(day),
    ...{ id, organiserUnitId, agendaPublishedAt, openedAt, closedAt },
    chair: chair && {
      ...((await holderOn(db, chair.postId, day)) ?? { name: "" }),
      post: { zh: chair.zh, en: chair.en },
    },
  };
}

function waitFor(stage: Stage, lookBack: LookBackProgress, quorum: Quorum): RoomFacts["outcomesWaitFor"] {
  if (stage !== "inSession") return "session";
  if (!lookBack.complete) return "lookBack";
  return quorum.reached ? null : "quorum";
}

function rights(actor: Actor, meeting: Meeting, right: RoomRight, unlocked: boolean): RoomFacts["can"] {
  const conducts = holdsMeeting(actor, meeting);
  const at = (...stages: Stage[]) => stages.includes(meeting.stage);
  return {
    write: right === "write",
    prepare: holdsMeeting(actor, meeting) && at("agenda", "inSession", "minutes"),
    callRoll: conducts && at("agenda", "inSession", "minutes"),
    recordOutcome: conducts && unlocked,
    reopenTopic: conducts && at("inSession", "minutes"),
    open: conducts && at("agenda"),
    close: conducts && at("inSession"),
    reopen: conducts && at("minutes"),
    issue: holdsMeeting(actor, meeting) && (at("minutes") || meeting.amendment !== null),
  };
}
