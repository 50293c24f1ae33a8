import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keptQuorum, type Quorum, quorumOf } from "~/meeting/conduct/quorum";
import { isDecided, type Outcome } from "~/meeting/conduct/topic";
import { callDeferred } from "~/meeting/deferral/callDeferred.server";
import { type Deferral, deferralSaid } from "~/meeting/deferral/deferral";
import { laterMeetings } from "~/meeting/deferral/laterMeetings.server";
import { lookBackProgress } from "~/meeting/lookback/lookBackProgress.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { topic } from "~db/schema";
import { deferredWords, outcomeShown } from "./outcomeForm";

/** What was decided on one topic, with what was said to it. */
export interface OutcomeInput {
  slug: string;
  topicId: string;
  outcome: Outcome;
  note: string;
  /** Of a topic that is put off: see `outcomeForm`. */
  deferredTo?: string;
  deferredDay?: string;
  /** Of the outcome that the writer has seen; `changedMeanwhile` when another stands there. */
  version?: number;
}

/**
 * Enters the outcome of a topic while the day is in session, with the quorum that held; its resolutions stand from
 * then on. Entered again, it replaces the one before, which the ledger keeps. Put off to a later meeting, the topic is
 * called there by itself. Refuses with `notFound`, `notAllowed`, `wrongStage`, `lookBackIncomplete` before
 * every open task has its statement, `noQuorum`, `invalid` for an entry on which nothing is decided, `deferredWhen`
 * where a topic is put off to no day that can be, `changedMeanwhile`.
 */
export async function recordOutcome(actor: Actor, input: OutcomeInput, now: string): Promise<Result<null>> {
  const { outcome, note } = input;
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const day = await meetingToHold(tx, actor, input.slug, ["inSession"]);
    if (!day.ok) return day;
    const row = await findTopic(tx, day.value.id, input.topicId);
    if (!row) return refuse("notFound");
    if (!isDecided(row.kind)) return refuse("invalid", { field: "topicId" });
    const subject = { kind: "topic", id: row.id };
    const shown = outcomeShown({
      outcome: row.outcome,
      note: row.outcomeNote,
      deferredTo: row.deferredToDate,
    });
    if (input.version !== undefined && input.version !== shown.version) return overtaken(tx, subject);
    const quorum = await quorumToDecide(tx, day.value);
    if (!quorum.ok) return quorum;
    const deferral = await deferralOf(tx, day.value, input);
    if (!deferral.ok) return deferral;
    const put = { deferredToDate: deferral.value.date, deferredToMeetingId: deferral.value.meetingId };
    const changed = await tx
      .update(topic)
      .set({
        outcome,
        outcomeNote: note,
        ...put,
        outcomeByPostId: actor.postId,
        outcomeAt: now,
        ...keptQuorum(quorum.value),
        reopenedAt: null,
        reopenReason: "",
        version: row.version + 1,
      })
      .where(and(eq(topic.id, row.id), eq(topic.version, row.version)))
      .returning({ id: topic.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    await book({
      verb: "session.recordOutcome",
      subject,
      before: row.outcome && { outcome: row.outcome, note: row.outcomeNote, deferredTo: row.deferredToDate },
      after: { outcome, note, deferredTo: put.deferredToDate, ...keptQuorum(quorum.value) },
    });
    await callDeferred({ tx, book, later, now }, row, put.deferredToMeetingId);
    await later(freshness, { kind: "outcome", slug: input.slug });
    return done(null);
  });
}

/** To when the topic is put off; to no day where another outcome is entered. */
async function deferralOf(
  tx: Queries,
  meeting: Meeting,
  input: OutcomeInput,
): Promise<Result<Deferral | { date: null; meetingId: null }>> {
  if (input.outcome !== "deferred") return done({ date: null, meetingId: null });
  const said = deferralSaid(deferredWords(input), meeting.date, await laterMeetings(tx, meeting));
  return said ? done(said) : refuse("deferredWhen", { field: "deferredDay" });
}

async function findTopic(tx: Queries, meetingId: string, topicId: string) {
  const [row] = await tx
    .select()
    .from(topic)
    .where(and(eq(topic.id, topicId), eq(topic.meetingId, meetingId), isNull(topic.withdrawnAt)));
  return row;
}

/** New topics wait for the look-back, and no decision stands without a quorum. */
async function quorumToDecide(tx: Queries, meeting: Meeting): Promise<Result<Quorum>> {
  const { complete, stated, total } = await lookBackProgress(tx, meeting);
  if (!complete) return refuse("lookBackIncomplete", { values: { stated, total } });
  const quorum = quorumOf(await attendanceOf(tx, meeting.id), await rulesOfMeeting(tx, meeting.id), meeting);
  const { needed, present } = quorum;
  return quorum.reached ? done(quorum) : refuse("noQuorum", { values: { needed, present } });
}
