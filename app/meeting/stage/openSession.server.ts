import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { freshness } from "~/ledger/freshness";
import { done, type Result } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { kindOf } from "~/meeting/kind/kind";
import { approvalOf } from "~/rules/approval.server";
import type { DeviationStep } from "~/rules/deviation";
import { recordDeviation } from "~/rules/recordDeviation.server";
import { read } from "~db/read";
import { moveStage } from "./moveStage.server";
import { type OpeningDeparture, openingCovered, openingDepartures } from "./openingDepartures";

const steps: Record<OpeningDeparture, DeviationStep> = { unpublished: "other", otherDay: "sessionDate" };

/** Whether the session is open, or an approval for that was only asked for. */
interface Opening {
  opened: boolean;
}

/**
 * Opens the session; a meeting that a unit called is held on the day on which it is opened. An agenda that was never published, or another day than the planned one, needs an approval,
 * and is kept as a deviation. Refuses with `notFound`, `notAllowed`, `wrongStage`, `agendaNotPublished`,
 * `reasonNeeded`, `changedMeanwhile`, and like `approvalOf` and `alignRecord`.
 */
export async function openSession(
  actor: Actor,
  input: { slug: string; reason?: string; approver?: string },
  now: string,
): Promise<Result<Opening>> {
  const { slug, reason, approver } = input;
  const allowed = await read((db) => meetingToHold(db, actor, slug, ["agenda"]));
  if (!allowed.ok) return allowed;
  const aligned = await alignRecord({ slug });
  if (!aligned.ok) return aligned;
  const record = await recordOf(slug);
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!found.ok) return found;
    const meeting = found.value;
    const departures = openingDepartures(meeting, now);
    if (departures.length > 0) {
      const code = departures.includes("unpublished") ? "agendaNotPublished" : "reasonNeeded";
      const said = { covers: openingCovered(departures, now), reason, approver, without: { code } as const };
      const departing = { meeting, occasion: "openSession" as const, ...said };
      const approved = await approvalOf(tx, book, actor, departing, now);
      // Asked for: the session stays closed until that is answered.
      if (!approved.ok || !approved.value) return approved.ok ? done<Opening>({ opened: false }) : approved;
      for (const departure of departures)
        await recordDeviation(tx, book, { step: steps[departure], approval: approved.value }, now);
    }
    const moved = await moveStage(tx, book, meeting, "openSession", {
      openedAt: meeting.openedAt ?? now,
      ...(kindOf(meeting).calledBy.length > 0 ? { date: dayOf(now) } : {}),
    });
    if (!moved.ok) return moved;
    await keepMilestone(tx, slug, "sessionOpened", record, { personId: actor.personId, at: now });
    await later(freshness, { kind: "stage", slug });
    return done<Opening>({ opened: true });
  });
}
