import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import { read } from "~db/read";
import { dayToHold } from "./loadSession.server";
import { moveStage } from "./moveStage.server";
import { keepMilestone, recordOf } from "./readRecord.server";

/**
 * Closes the session: outcomes stand, the record can still be written until the minutes are issued.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`.
 */
export async function closeSession(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<null>> {
  const { month } = input;
  const allowed = await read((db) => dayToHold(db, actor, month, ["inSession"]));
  if (!allowed.ok) return allowed;
  const record = await recordOf(month);
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, month, ["inSession"]);
    if (!day.ok) return day;
    const moved = await moveStage(tx, book, day.value, "closeSession", { closedAt: now });
    if (!moved.ok) return moved;
    await keepMilestone(tx, month, "sessionClosed", record, { personId: actor.personId, at: now });
    return done(null);
  });
  if (result.ok) await announce({ kind: "stage", month });
  return result;
}
