import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { agendaHash } from "~/meeting/approval/agendaHash.server";
import { approvalStanding } from "~/meeting/approval/approvalStanding";
import { lastApproval } from "~/meeting/approval/lastApproval.server";
import { agendaOf, countsAgainstLimit } from "~/meeting/approval/publishedAgenda";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { kindOf } from "~/meeting/kind/kind";
import { approvalOf } from "~/rules/approval.server";
import type { DeviationStep } from "~/rules/deviation";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import { meeting } from "~db/schema";
import { writeAnswer } from "./answerApproval.server";
import { type PublishingDeparture, publishingCovered, publishingDepartures } from "./publishingDepartures";

const steps: Record<PublishingDeparture, DeviationStep> = {
  overLimit: "agendaLimit",
  unapproved: "agendaUnapproved",
};

/**
 * Publishes the agenda as it stands in the record: the order is frozen as a version in the ledger, later
 * changes are seen beside it. May be done again after a change. More topics than the day's rules allow, and an agenda
 * that the chair has not approved as it is, need an approval, and are kept as a deviation. Refuses with `notFound`,
 * `notAllowed`, `wrongStage`, `agendaOverLimit`, `agendaNotApproved`, `changedMeanwhile`, and like `approvalOf` and `alignRecord`.
 */
export async function publishAgenda(
  actor: Actor,
  input: { slug: string; reason?: string; approver?: string },
  now: string,
): Promise<Result<null>> {
  const { slug, reason, approver } = input;
  const allowed = await read((db) => meetingToHold(db, actor, slug, ["agenda"]));
  if (!allowed.ok) return allowed;
  const aligned = await alignRecord({ slug });
  if (!aligned.ok) return aligned;
  const record = await recordOf(slug);
  const agenda = agendaOf(record.document);
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!found.ok) return found;
    const day = found.value;
    if (!kindOf(day).publishesAgenda) return refuse("wrongStage");
    const sha256 = agendaHash(agenda);
    const stands = approvalStanding(await lastApproval(tx, day.id), sha256);
    const chairs = actor.postId === day.chairPostId;
    const { limit } = (await rulesOfMeeting(tx, day.id)).agenda;
    const count = agenda.filter(countsAgainstLimit).length;
    const approved = chairs || stands === "approved";
    const departures = publishingDepartures({ topics: count, limit, approved });
    if (departures.length > 0) {
      const without = departures.includes("overLimit")
        ? { code: "agendaOverLimit" as const, values: { count, limit } }
        : { code: "agendaNotApproved" as const };
      const said = { covers: publishingCovered(departures, count), reason, approver, without };
      const departing = { meeting: day, occasion: "publishAgenda" as const, ...said };
      const approval = await approvalOf(tx, book, actor, departing, now);
      // Asked for: the agenda stays as it was until that is answered.
      if (!approval.ok || !approval.value) return approval.ok ? done(null) : approval;
      for (const departure of departures)
        await recordDeviation(tx, book, { step: steps[departure], approval: approval.value }, now);
    }
    // Whoever chairs approves what they publish.
    if (chairs && stands !== "approved") {
      const answer = { meetingId: day.id, sha256, state: "approved" as const, words: "" };
      await writeAnswer(tx, book, actor, answer, now);
    }
    const changed = await tx
      .update(meeting)
      .set({ agendaPublishedAt: now, version: day.version + 1 })
      .where(and(eq(meeting.id, day.id), eq(meeting.version, day.version)))
      .returning({ id: meeting.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await keepMilestone(tx, slug, "agendaPublished", record, { personId: actor.personId, at: now });
    await book({
      verb: "session.publishAgenda",
      subject: { kind: "meeting", id: day.id },
      before: { agendaPublishedAt: day.agendaPublishedAt },
      after: { agendaPublishedAt: now, agenda },
    });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}
