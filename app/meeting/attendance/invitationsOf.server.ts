import { eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit, noName } from "~/i18n/names";
import { type AttendanceState, isCalled } from "~/meeting/conduct/attendance";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { canAnswerInvitation } from "~/meeting/conduct/permission";
import type { TopicRow } from "~/meeting/conduct/topicsOfMeeting.server";
import type { InvitationClass } from "~/meeting/kind/invitation";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { problemConcernedUnit, unit } from "~db/schema";
import { proposeInvitations, type TopicUnits } from "./invitationProposal";

/** A unit called to the day. */
export interface InvitationLine {
  id: string;
  unitId: string;
  unit: Name;
  person: string;
  invitation: InvitationClass;
  state: AttendanceState;
  reason: string;
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
  proposed: ProposedLine[];
}

/** The invitations of a day with the topics they are for, and the units that its topics name besides. */
export async function invitationsOf(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
  topics: readonly TopicRow[],
): Promise<InvitationsOf> {
  const standing = topics.filter((topic) => topic.withdrawnAt === null);
  const named = await unitsNamed(db, standing);
  const openTasks = await leadsOfOpenTasks(db, meeting.id);
  const proposals = proposeInvitations(named, openTasks);
  const titles = new Map(standing.map((topic) => [topic.id, topic.title]));
  const because = (unitId: string) =>
    (proposals.find((one) => one.unitId === unitId)?.topicIds ?? []).map((id) => titles.get(id) ?? "");
  const rows = await attendanceOf(db, meeting.id);
  const called = rows.map(async (row): Promise<InvitationLine> => {
    const holder = row.postId && !row.personName ? await holderOn(db, row.postId, meeting) : undefined;
    return {
      id: row.id,
      unitId: row.unitId,
      unit: { zh: row.unit.zh, en: row.unit.en },
      person: row.personName || (holder?.name ?? ""),
      invitation: row.invitation,
      state: row.state,
      reason: row.reason,
      because: because(row.unitId),
      mayAnswer:
        meeting.stage === "agenda" && !isCalled(row.state) && canAnswerInvitation(actor, meeting, row),
      mayWithdraw: row.invitation !== "chair" && !isCalled(row.state),
    };
  });
  return {
    called: await Promise.all(called),
    proposed: await proposedLines(
      db,
      proposals.filter((one) => !rows.some((row) => row.unitId === one.unitId)),
      because,
    ),
  };
}

/** The units that each topic names. */
async function unitsNamed(db: Queries, topics: readonly TopicRow[]): Promise<TopicUnits[]> {
  const problemIds = topics.flatMap((topic) => (topic.problemId ? [topic.problemId] : []));
  const concerned = await db
    .select()
    .from(problemConcernedUnit)
    .where(inArray(problemConcernedUnit.problemId, problemIds));
  return topics.map(({ id, problemId, problem }) => ({
    topicId: id,
    streetId: problem?.streetId ?? null,
    powerUnitId: problem?.powerUnitId ?? null,
    concernedUnitIds: concerned.filter((one) => one.problemId === problemId).map((one) => one.unitId),
  }));
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
