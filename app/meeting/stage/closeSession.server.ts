import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { read } from "~db/read";
import { keepTimes } from "./keepTimes.server";
import { moveStage } from "./moveStage.server";

/**
 * Closes the session: the clock stops and what each topic took is kept, outcomes stand, the record can still be written until the minutes are issued.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`.
 */
export async function closeSession(
  actor: Actor,
  input: { slug: string },
  now: string,
): Promise<Result<null>> {
  const { slug } = input;
  const allowed = await read((db) => meetingToHold(db, actor, slug, ["inSession"]));
  if (!allowed.ok) return allowed;
  const record = await recordOf(slug);
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, slug, ["inSession"]);
    if (!meeting.ok) return meeting;
    const moved = await moveStage(tx, book, meeting.value, "closeSession", { closedAt: now });
    if (!moved.ok) return moved;
    await keepTimes(tx, await topicsOfMeeting(tx, meeting.value.id), record.document, now);
    await keepMilestone(tx, slug, "sessionClosed", record, { personId: actor.personId, at: now });
    // The clock of the record stops with the session.
    await later(alignment, { slug });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}
