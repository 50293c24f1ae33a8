import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { taskScope } from "~/task/scope.server";
import { read } from "~db/read";
import { calledNow, partOf } from "./calledPart";
import { calledStory } from "./calledStory.server";
import { lookBackOf } from "./lookBackOf.server";
import { progressOf } from "./nextToState";

/**
 * The task that the look-back of a meeting in session is at, in full, with how far the look-back has come; null before and
 * after the session, and for whoever may not see the meeting or that task.
 */
export async function taskCalledNow(actor: Actor, slug: string, now: string) {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (meeting?.stage !== "inSession" || !(await seesMeeting(db, actor, meeting))) return null;
    const today = dayOf(now);
    const all = await lookBackOf(db, meeting.id);
    const parted = all.map((task) => ({ ...task, part: partOf(task, today) }));
    const steps = [
      ...parted.filter(({ part }) => part === "single"),
      ...parted.filter(({ part }) => part === "solved"),
    ];
    const number = calledNow(steps);
    if (number === undefined) return null;
    const seen = (await lookBackOf(db, meeting.id, taskScope(actor))).find((task) => task.number === number);
    return seen
      ? { ...seen, ...(await calledStory(db, actor, seen, today)), progress: progressOf(all) }
      : null;
  });
}

/** What {@link taskCalledNow} finds. */
export type TaskCalledNow = NonNullable<Awaited<ReturnType<typeof taskCalledNow>>>;
