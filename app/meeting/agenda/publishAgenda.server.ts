import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { rulesOfDay } from "~/rules/rulesOfDay.server";
import { read } from "~db/read";
import { meeting } from "~db/schema";
import { agendaOf, countsAgainstLimit } from "./publishedAgenda";

/**
 * Publishes the agenda as it stands in the record: the order is frozen as a version in the ledger, later
 * changes are seen beside it. May be done again after a change. More topics than the day's rules allow
 * need a reason, which is kept as a deviation. Refuses with `notFound`, `notAllowed`, `wrongStage`,
 * `agendaOverLimit`, `changedMeanwhile`.
 */
export async function publishAgenda(
  actor: Actor,
  input: { month: string; reason?: string },
  now: string,
): Promise<Result<null>> {
  const { month, reason } = input;
  const allowed = await read((db) => dayToHold(db, actor, month, ["agenda"]));
  if (!allowed.ok) return allowed;
  await alignRecord(month);
  const record = await recordOf(month);
  const agenda = agendaOf(record.document);
  const result = await change(actor, now, async (tx, book) => {
    const found = await dayToHold(tx, actor, month, ["agenda"]);
    if (!found.ok) return found;
    const day = found.value;
    const { limit } = (await rulesOfDay(tx, day.id)).agenda;
    const count = agenda.filter(countsAgainstLimit).length;
    if (count > limit && !reason)
      return refuse("agendaOverLimit", { field: "reason", values: { count, limit } });
    if (count > limit && reason) {
      const deviation = {
        meetingId: day.id,
        step: "agendaLimit" as const,
        reason,
        approvedByPostId: actor.postId,
      };
      await recordDeviation(tx, book, deviation, now);
    }
    const changed = await tx
      .update(meeting)
      .set({ agendaPublishedAt: now, version: day.version + 1 })
      .where(and(eq(meeting.id, day.id), eq(meeting.version, day.version)))
      .returning({ id: meeting.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await keepMilestone(tx, month, "agendaPublished", record, { personId: actor.personId, at: now });
    await book({
      verb: "session.publishAgenda",
      subject: { kind: "meeting", id: day.id },
      before: { agendaPublishedAt: day.agendaPublishedAt },
      after: { agendaPublishedAt: now, agenda },
    });
    return done(null);
  });
  if (result.ok) await announce({ kind: "topic", month });
  return result;
}
