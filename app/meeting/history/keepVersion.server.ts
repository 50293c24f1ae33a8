import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import { dayInWriting } from "~/meeting/conduct/loadSession.server";
import { keepMilestone, recordOf } from "~/meeting/conduct/readRecord.server";
import { read } from "~db/read";

const stages = ["agenda", "inSession", "minutes"] as const;

/**
 * Keeps the record as it stands as a version, with a note of what for. Refuses with `notFound`,
 * `notAllowed`, `wrongStage`. Returns the version's id.
 */
export async function keepVersion(
  actor: Actor,
  input: { month: string; note: string },
  now: string,
): Promise<Result<string>> {
  const { month, note } = input;
  const allowed = await read((db) => dayInWriting(db, actor, month, stages));
  if (!allowed.ok) return allowed;
  const record = await recordOf(month);
  return change(actor, now, async (tx, book) => {
    const day = await dayInWriting(tx, actor, month, stages);
    if (!day.ok) return day;
    const id = await keepMilestone(tx, month, "kept", record, { personId: actor.personId, at: now, note });
    await book({
      verb: "session.keepVersion",
      subject: { kind: "meeting", id: day.value.id },
      after: { note },
    });
    return done(id);
  });
}
