import type { Actor } from "~/access/actor";
import { done, type Result } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingInWriting } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { read } from "~db/read";

const stages = ["agenda", "inSession", "minutes"] as const;

/**
 * Keeps the record as it stands as a version, with a note of what for. Refuses with `notFound`,
 * `notAllowed`, `wrongStage`. Returns the version's id.
 */
export async function keepVersion(
  actor: Actor,
  input: { slug: string; note: string },
  now: string,
): Promise<Result<string>> {
  const { slug, note } = input;
  const allowed = await read((db) => meetingInWriting(db, actor, slug, stages));
  if (!allowed.ok) return allowed;
  const record = await recordOf(slug);
  return changeMeeting(actor, now, slug, async (tx, book) => {
    const meeting = await meetingInWriting(tx, actor, slug, stages);
    if (!meeting.ok) return meeting;
    const id = await keepMilestone(tx, slug, "kept", record, { personId: actor.personId, at: now, note });
    await book({
      verb: "session.keepVersion",
      subject: { kind: "meeting", id: meeting.value.id },
      after: { note },
    });
    return done(id);
  });
}
