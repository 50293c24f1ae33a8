import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import type { Name } from "~/i18n/language";
import { nameOfUnit, noName } from "~/i18n/names";
import { type AskedFor, type AttendanceState, isCalled, isUnanswered } from "~/meeting/conduct/attendance";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { canAnswerInvitation } from "~/meeting/conduct/permission";
import type { TopicRow } from "~/meeting/conduct/topicsOfMeeting.server";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { replyDay } from "~/rules/replyDay";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import type { Delegate } from "./answer";
import { delegatesOf } from "./delegatesOf";
import { isAnswerable } from "./findInvitation.server";
import { proposeInvitations } from "./invitationProposal";
import { lastReminders } from "./remindReplies.server";
import { topicsNaming, unitsNamed } from "./topicsNaming.server";

/** A unit called to the day. */
export interface InvitationLine {
  id: string;
  unitId: string;
  unit: Name;
  /** Who comes; nobody while the unit has not said it. */
  people: Delegate[];
  /** Who holds the post that is called, where a post is. */
  holder: string;
  invitation: InvitationClass;
  asksFor: AskedFor;
  state: AttendanceState;
  reason: string;
  answeredAt: string | null;
  /** The unit has yet to say who comes. */
  unanswered: boolean;
  /** Topics that name the unit. */
  because: string[];
  /** The reader may name who comes, or decline. */
  mayAnswer: boolean;
  mayWithdraw: boolean;
}

/** A unit that the topics name and that is not called yet. */
export interface ProposedLine {
  unitId: string;
  unit: Name;
  invitation: InvitationClass;
  because: string[];
}

/** Who is called to a day, and who should be. */
export interface InvitationsOf {
  called: InvitationLine[];
  /** Day by which units say who comes. */
  replyBy: string;
  /** When those that have not answered were last reminded, as far as they were. */
  remindedAt: string | null;
  proposed: ProposedLine[];
}

/** The invitations of a day with the topics they are for, and the units that its topics name besides. */
export async function invitationsOf(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
  topics: readonly TopicRow[],
): Promise<InvitationsOf> {
  const openTasks = await leadsOfOpenTasks(db, meeting.id);
  const proposals = proposeInvitations(await unitsNamed(db, topics), openTasks);
  const because = await topicsNaming(db, topics);
  const rows = await attendanceOf(db, meeting.id);
  const rules = await rulesOfMeeting(db, meeting.id);
  const invitations = rows.filter((row) => row.namedWith === null);
  const called = invitations.map(async (row): Promise<InvitationLine> => {
    const named = rows.filter((one) => one.id === row.id || one.namedWith === row.id);
    const holder = row.postId && !row.personName ? await holderOn(db, row.postId, meeting) : undefined;
    return {
      id: row.id,
      unitId: row.unitId,
      unit: { zh: row.unit.zh, en: row.unit.en },
      people: delegatesOf(named),
      holder: holder?.name ?? "",
      ...{ invitation: row.invitation, asksFor: row.asksFor, state: row.state, reason: row.reason },
      ...{ answeredAt: row.answeredAt, unanswered: isUnanswered(row) },
      because: because(row.unitId),
      mayAnswer: isAnswerable({ meeting, named }) && canAnswerInvitation(actor, meeting, row),
      mayWithdraw: row.invitation !== "chair" && !isCalled(row.state),
    };
  });
  return {
    called: await Promise.all(called),
    remindedAt: await lastReminded(db, rows),
    replyBy: replyDay(meeting.date, rules, await declaredDays(db)),
    proposed: await proposedLines(
      db,
      proposals.filter((one) => !rows.some((row) => row.unitId === one.unitId)),
      because,
    ),
  };
}

async function lastReminded(db: Queries, rows: readonly AttendanceRow[]): Promise<string | null> {
  const silent = rows.filter(isUnanswered).map(({ id }) => id);
  return [...(await lastReminders(db, silent)).values()].toSorted().at(-1) ?? null;
}

async function leadsOfOpenTasks(db: Queries, meetingId: string): Promise<string[]> {
  const called = await lookBackOf(db, meetingId);
  return called.filter((task) => task.mustBeStated).map((task) => task.leadUnitId);
}

async function proposedLines(
  db: Queries,
  proposals: ReturnType<typeof proposeInvitations>,
  because: (unitId: string) => string[],
): Promise<ProposedLine[]> {
  const lines = proposals.map(async ({ unitId, invitation }) => {
    const [row] = await db.select().from(unit).where(eq(unit.id, unitId));
    return {
      unitId,
      unit: row ? nameOfUnit(row) : noName,
      invitation,
      because: because(unitId),
    };
  });
  return Promise.all(lines);
}
