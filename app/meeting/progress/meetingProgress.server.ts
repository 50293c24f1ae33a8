import { and, count, desc, eq, inArray, isNull, lt, notExists, sql } from "drizzle-orm";
import { agendaHash } from "~/meeting/approval/agendaHash.server";
import { approvalStanding } from "~/meeting/approval/approvalStanding";
import { lastApproval } from "~/meeting/approval/lastApproval.server";
import { agendaOf } from "~/meeting/approval/publishedAgenda";
import { recordInLine } from "~/meeting/approval/recordInLine.server";
import { openAmendment } from "~/meeting/conduct/openAmendment.server";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { hasReached } from "~/meeting/kind/stage";
import { type CallingMeeting, resolvedBy } from "~/meeting/lookback/calledTasks.server";
import { lookBackComplete } from "~/meeting/lookback/lookBackComplete.server";
import { openTaskStates } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, minutes, task, topic } from "~db/schema";
import { countAttendance } from "./countAttendance.server";
import { countSeen } from "./countSeen.server";
import { countTasks } from "./countTasks.server";
import type { Count, MeetingProgress } from "./progress";

/** What of a meeting says how far it has come. */
export type CountedMeeting = CallingMeeting & {
  slug: string;
  agendaPublishedAt: string | null;
  chairPostId: string | null;
};

/** Counts how far a meeting has come. */
export async function meetingProgress(db: Queries, counted: CountedMeeting): Promise<MeetingProgress> {
  return {
    ...(await countTopics(db, counted.id)),
    agendaPublished: counted.agendaPublishedAt !== null,
    approval: await lastAnswer(db, counted),
    ...(await countAttendance(db, counted.id)),
    lookBack: await countLookBack(db, counted),
    minutesIssued: (await issuedMinutes(db, counted.id)) !== undefined,
    amending: (await openAmendment(db, counted.id)) !== null,
    ...(await countTasks(db, counted.id)),
    ...(await countSeen(db, counted.id)),
  };
}

const nothing: Count = { have: 0, need: 0 };

/** A meeting at which nothing has happened yet. */
export const noProgress: MeetingProgress = {
  ...{ topics: 0, outcomes: nothing, agendaPublished: false, approval: null },
  ...{ invitedUnits: 0, rollCall: nothing },
  ...{ uncalled: [], leads: { present: 0, invited: 0 }, lookBack: nothing, minutesIssued: false },
  ...{
    amending: false,
    acknowledged: nothing,
    finished: nothing,
    published: nothing,
    seen: nothing,
    opened: false,
  },
};

/**
 * Of the same counts those on which the next step depends at the meeting's stage; all others are left at nothing. It
 * stands on every page beside "My work", so it reads no more than that.
 */
export async function progressForNextStep(db: Queries, counted: CountedMeeting): Promise<MeetingProgress> {
  const agendaPublished = counted.agendaPublishedAt !== null;
  switch (counted.stage) {
    case "agenda": {
      const topics = await countTopics(db, counted.id);
      const approval = await lastAnswer(db, counted);
      const called = await countAttendance(db, counted.id);
      return { ...noProgress, agendaPublished, approval, ...topics, ...called };
    }
    case "inSession": {
      const unstated = (await lookBackComplete(db, counted.id)) ? 0 : 1;
      const called = { ...(await countAttendance(db, counted.id)), ...(await countTopics(db, counted.id)) };
      return { ...noProgress, ...called, lookBack: { have: 0, need: unstated } };
    }
    case "issued":
    case "followedUp": {
      const amending = (await openAmendment(db, counted.id)) !== null;
      return amending
        ? { ...noProgress, amending }
        : {
            ...noProgress,
            ...(await countTasks(db, counted.id)),
            ...(await countSeen(db, counted.id)),
          };
    }
    default:
      return noProgress;
  }
}

// What was approved is this agenda and no other: until it is published, the record is asked whether it still is.
async function lastAnswer(db: Queries, { id, slug, chairPostId, agendaPublishedAt }: CountedMeeting) {
  if (chairPostId === null) return null;
  const last = await lastApproval(db, id);
  if (last?.state !== "approved" || agendaPublishedAt !== null)
    return approvalStanding(last, last?.sha256 ?? "");
  const document = await recordInLine(slug, await topicsOfMeeting(db, id));
  return approvalStanding(last, agendaHash(agendaOf(document)));
}

async function countTopics(db: Queries, meetingId: string) {
  const [all] = await db
    .select({ number: count(), decided: count(topic.outcome) })
    .from(topic)
    .where(and(eq(topic.meetingId, meetingId), eq(topic.kind, "topic"), isNull(topic.withdrawnAt)));
  const topics = all?.number ?? 0;
  return { topics, outcomes: { have: all?.decided ?? 0, need: topics } };
}

// Called are the tasks of earlier meetings that a statement was made about, and those that are still open. Once the
// minutes are out, a task that is open now was not necessarily called.
async function countLookBack(db: Queries, counted: CountedMeeting): Promise<Count> {
  const [said] = await db
    .select({ number: count() })
    .from(lookBackStatement)
    .where(eq(lookBackStatement.meetingId, counted.id));
  const have = said?.number ?? 0;
  const need = hasReached(counted.stage, "issued") ? have : have + (await countUnstated(db, counted));
  return { have, need };
}

/** Counts the open tasks that a meeting calls and about which nothing was stated there. */
export async function countUnstated(
  db: Queries,
  counted: Pick<CallingMeeting, "id" | "kind" | "organiserUnitId" | "date">,
): Promise<number> {
  const stated = db
    .select({ one: sql`1` })
    .from(lookBackStatement)
    .where(and(eq(lookBackStatement.taskId, task.id), eq(lookBackStatement.meetingId, counted.id)));
  const [unstated] = await db
    .select({ number: count() })
    .from(task)
    .innerJoin(meeting, eq(meeting.id, task.meetingId))
    .where(
      and(
        inArray(task.state, [...openTaskStates]),
        resolvedBy(counted),
        lt(meeting.date, counted.date),
        notExists(stated),
      ),
    );
  return unstated?.number ?? 0;
}

/** The number of a meeting's newest minutes, once they are issued. */
export async function issuedMinutes(db: Queries, meetingId: string) {
  const [row] = await db
    .select({ year: minutes.year, number: minutes.number, issuedAt: minutes.issuedAt })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
    .orderBy(desc(minutes.epoch))
    .limit(1);
  return row;
}
