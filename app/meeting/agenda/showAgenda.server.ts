import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import { workingDaysBefore } from "~/calendar/workingDay";
import { done, type Result, refuse } from "~/ledger/result";
import { sealText } from "~/ledger/seal.server";
import { sealTexts } from "~/ledger/sealed";
import {
  type AgendaLine,
  agendaOf,
  countsAgainstLimit,
  isAsPublished,
} from "~/meeting/approval/publishedAgenda";
import { recordInLine } from "~/meeting/approval/recordInLine.server";
import { type InvitationsOf, invitationsOf } from "~/meeting/attendance/invitationsOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting, proposingStages, type RoomRight } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { type ShownMeeting, shownMeeting } from "~/meeting/conduct/shownMeeting";
import { isClosed } from "~/meeting/conduct/topic";
import { type TopicRow, topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { kindOf } from "~/meeting/kind/kind";
import { hasReached } from "~/meeting/kind/stage";
import { waitingMatters } from "~/meeting/library/waitingMatters.server";
import { type OpeningDeparture, openingDepartures } from "~/meeting/stage/openingDepartures";
import { canScreen } from "~/problem/permission";
import { countUndecided } from "~/problem/screening/countUndecided.server";
import { listTopics } from "~/record/document/record";
import type { MayWrite } from "~/record/live/liveRooms.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { ShownApprovals } from "~/rules/shownApproval";
import { shownApprovals } from "~/rules/shownApprovals.server";
import { typedUnits } from "~/unit/typing/unitChoices.server";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { ledgerEntry, unit } from "~db/schema";
import { minutesOf } from "./agendaTimes";
import { proposalsOf, type ShownProposal } from "./proposalsOf.server";
import { type PublishingDeparture, publishingDepartures } from "./publishingDepartures";
import { type ShownAgendaApproval, shownApprovalOf } from "./shownApprovalOf.server";
import { type AgendaPageLine, materialsDay, shownLines } from "./shownLines.server";

/** Everything the agenda page shows. */
export interface AgendaPage {
  now: string;
  meeting: ShownMeeting & {
    /** Dates by which the agenda is to be approved and materials handed out. */
    approveBy: string;
    materialsBy: string;
    mostCharacters: number;
    /** A post is named to chair it. */
    chaired: boolean;
  };
  /** Matters still to be decided on, before the agenda begins. */
  undecided: number;
  /** What waits in the library; null for who does not see it. */
  waiting: number | null;
  lines: AgendaPageLine[];
  off: { id: string; title: string }[];
  /** What others than the moderator would change, decided or not. */
  proposals: ShownProposal[];
  limit: { most: number; count: number };
  length: { minutes: number; planned: number; startsAt: string };
  published: { at: string; asNow: boolean } | null;
  /** The chair's approval; null where no agenda is published ahead. */
  approval: ShownAgendaApproval | null;
  /** What would depart when the agenda is published now. */
  publishing: PublishingDeparture[];
  /** What would depart when the session is opened now. */
  departures: OpeningDeparture[];
  /** What was asked to be approved, and whom one may name. */
  approvals: ShownApprovals;
  invitations: InvitationsOf;
  units: UnitChoice[];
  can: {
    start: boolean;
    /** Move entries. */
    arrange: boolean;
    /** Add, take off, publish, invite. */
    prepare: boolean;
    publish: boolean;
    /** Take entries off that stand in the record alone. */
    clear: boolean;
    open: boolean;
    /** Decide on proposals. */
    decide: boolean;
  };
}

/**
 * The agenda of a day in the order of its record, and who is called to it. The office and the chair see the
 * page from the start, others once there is an agenda; before, it does not exist for them (`notFound`).
 */
export async function showAgenda(actor: Actor, slug: string, now: string): Promise<Result<AgendaPage>> {
  const found = await read(async (db) => {
    const day = await findMeeting(db, slug);
    if (!day) return null;
    const right = await roomRight(db, actor, day);
    if (right === "none" && !holdsMeeting(actor, day)) return null;
    return { meeting: day, right, topics: await topicsOfMeeting(db, day.id) };
  });
  if (!found) return refuse("notFound");
  const { meeting: day, topics } = found;
  const written = hasReached(day.stage, "agenda") ? await writtenAgenda(slug, topics) : nothing;
  return done(await read((db) => present(db, { actor, now, written, ...found })));
}

interface Written {
  lines: AgendaLine[];
  off: { id: string; title: string }[];
  document: Y.Doc | null;
}
const nothing: Written = { lines: [], off: [], document: null };

async function writtenAgenda(slug: string, topics: readonly TopicRow[]): Promise<Written> {
  const document = await recordInLine(slug, topics);
  const withdrawn = listTopics(document, { withdrawn: true }).filter((topic) => topic.withdrawn);
  return { lines: agendaOf(document), off: withdrawn.map(({ id, title }) => ({ id, title })), document };
}

async function present(
  db: Queries,
  from: {
    actor: Actor;
    now: string;
    meeting: Meeting;
    right: RoomRight;
    topics: readonly TopicRow[];
    written: Written;
  },
): Promise<AgendaPage> {
  const { actor, now, meeting: day, topics, written } = from;
  const rules = await rulesOfMeeting(db, day.id);
  const planned = day.plannedMinutes ?? rules.agenda.plannedMinutes;
  const parts = await partRightsOf(db, actor, day);
  const mayWrite: MayWrite = (part) => from.right === "write" && parts(part);
  const units = await db.select().from(unit).orderBy(asc(unit.sortKey), asc(unit.id));
  const { approvedWorkingDaysBefore } = rules.agenda;
  const approveBy = workingDaysBefore(day.date, approvedWorkingDaysBefore, await declaredDays(db));
  const approval = await shownApprovalOf(db, actor, day, { lines: written.lines, approveBy });
  const approved = approval?.standing === "approved" || actor.postId === day.chairPostId;
  const limit = { most: rules.agenda.limit, count: written.lines.filter(countsAgainstLimit).length };
  return {
    now,
    meeting: {
      ...shownMeeting(day),
      approveBy,
      mostCharacters: rules.agenda.materialsCharacters,
      chaired: day.chairPostId !== null,
      materialsBy: materialsDay(day, rules),
    },
    undecided: await countUndecided(db, day.id),
    waiting: canScreen(actor, "see") && day.stage === "agenda" ? (await waitingMatters(db)).length : null,
    lines: await shownLines(db, { actor, now, meeting: day, topics, lines: written.lines, rules, mayWrite }),
    off: written.off.filter((one) => topics.some(({ id }) => id === one.id)),
    proposals: await proposed(db, from),
    limit,
    length: { minutes: minutesOf(written.lines), planned, startsAt: day.startsAt },
    published: await publishedAs(db, day, written.lines),
    approval,
    publishing: publishingDepartures({ topics: limit.count, limit: limit.most, approved }),
    departures: openingDepartures(day, now),
    approvals: holdsMeeting(actor, day)
      ? await shownApprovals(db, actor, day, now)
      : { approvers: [], requests: {} },
    invitations: await invitationsOf(db, actor, day, topics),
    units: await typedUnits(
      db,
      units.filter((one) => one.closedAt === null),
    ),
    can: rightsOf(actor, day, mayWrite({ kind: "agenda" })),
  };
}

async function proposed(
  db: Queries,
  from: { actor: Actor; meeting: Meeting; topics: readonly TopicRow[]; written: Written },
): Promise<ShownProposal[]> {
  const { document } = from.written;
  const closedTopicIds = new Set(from.topics.filter(isClosed).map(({ id }) => id));
  return document ? proposalsOf(db, from.actor, from.meeting, { document, closedTopicIds }) : [];
}

/** The agenda as last published stands in the ledger, its words sealed; whether it still is the one of the record. */
async function publishedAs(db: Queries, day: Meeting, lines: AgendaLine[]): Promise<AgendaPage["published"]> {
  if (!day.agendaPublishedAt) return null;
  const [last] = await db
    .select({ after: ledgerEntry.after })
    .from(ledgerEntry)
    .where(
      and(
        inArray(ledgerEntry.subjectKind, ["meeting", "day"]),
        eq(ledgerEntry.subjectId, day.id),
        eq(ledgerEntry.verb, "session.publishAgenda"),
      ),
    )
    .orderBy(desc(ledgerEntry.sequence))
    .limit(1);
  const { agenda } = JSON.parse(last?.after ?? '{"agenda":[]}') as { agenda: AgendaLine[] };
  // What an earlier version booked has its words still: both sides are sealed alike.
  const [published, now] = [agenda, lines].map((one) => sealTexts(one, sealText) as AgendaLine[]);
  return { at: day.agendaPublishedAt, asNow: isAsPublished(published!, now!) };
}

function rightsOf(actor: Actor, meeting: Meeting, arranges: boolean): AgendaPage["can"] {
  const prepares = holdsMeeting(actor, meeting);
  const agenda = meeting.stage === "agenda";
  const open = hasReached(meeting.stage, "agenda") && !hasReached(meeting.stage, "issued");
  return {
    start: prepares && meeting.stage === "screening",
    arrange: arranges,
    prepare: prepares && open,
    publish: prepares && agenda && kindOf(meeting).publishesAgenda,
    clear: prepares && (open || meeting.amendment !== null),
    open: prepares && agenda,
    decide: prepares && proposingStages.includes(meeting.stage),
  };
}
