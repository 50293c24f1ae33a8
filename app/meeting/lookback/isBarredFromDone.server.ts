import type { Actor } from "~/access/actor";
import { assistingUnits } from "~/task/assistingUnits.server";
import { isDoer } from "~/task/doer";
import { doerTieOf } from "~/task/doerTie.server";
import type { Queries } from "~db/connect";

interface StatedTask {
  id: string;
  streetId: string;
  leadUnitId: string;
  resolutionId: string;
}

/**
 * Whether somebody who states what came of a task has a hand in doing it, so that another one says that it is done. At
 * the meeting of the very unit that does it everybody is of that unit: what was verified by others is reported there.
 */
export async function isBarredFromDone(
  db: Queries,
  actor: Actor,
  meeting: { organiserUnitId: string },
  task: StatedTask,
  now: string,
): Promise<boolean> {
  const assistingUnitIds = (await assistingUnits(db, [task.resolutionId]))(task.resolutionId);
  const doers = { ...task, assistingUnitIds };
  if (isDoer(meeting.organiserUnitId, doers)) return false;
  return isDoer(actor.unitId, doers) || (await doerTieOf(db, actor.personId, doers, now)) !== null;
}
