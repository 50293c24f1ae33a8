import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { read } from "~db/read";
import { moveStage } from "./moveStage.server";

/**
 * Closes the session: outcomes stand, the record can still be written until the minutes are issued.
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
    await keepMilestone(tx, slug, "sessionClosed", record, { personId: actor.personId, at: now });
    await later(freshness, { kind: "stage", slug });
    return done(null);
  });
}
