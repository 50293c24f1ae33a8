import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { shownMeeting } from "~/meeting/conduct/shownMeeting";
import { kindOf } from "~/meeting/kind/kind";
import { hasReached, type Stage } from "~/meeting/kind/stage";
import { taskScope } from "~/task/scope.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { task } from "~db/schema";
import { mayBeginTopics } from "./beginTopics.server";
import { calledNow, calledParts, partOf } from "./calledPart";
import { calledStory } from "./calledStory.server";
import { isBarredFromDone } from "./isBarredFromDone.server";
import { lookBackComplete } from "./lookBackComplete.server";
import { type CalledTask, lookBackOf } from "./lookBackOf.server";
import { nextUnstated } from "./nextToState";
import { topicsBegun } from "./topicsBegun.server";

/** Which task of a day's look-back is wanted: one by its number, or the next one to state after another. */
export interface LookBackPlace {
  slug: string;
  number?: string | null;
  after?: string | null;
}

/**
 * The look-back of a meeting as the actor sees it: the tasks called in the order of the walk, one of them in full (the one
 * wanted, else in session the first without a statement; none while only those due later are left). Null when there is no
 * such meeting for them.
 */
export async function showLookBack(actor: Actor, place: LookBackPlace, now: string) {
  return read(async (db) => {
    const meeting = await findMeeting(db, place.slug);
    if (!meeting || !(await seesMeeting(db, actor, meeting))) return null;
    const today = dayOf(now);
    const tasks = inOrder(await lookBackOf(db, meeting.id, taskScope(actor)), today);
    const phase = phaseOf(meeting.stage);
    const current = currentOf(tasks, place, phase);
    return {
      meeting: shownMeeting(meeting),
      tasks,
      current: current && {
        ...current,
        ...(await calledStory(db, actor, current, today)),
        /** Somebody else says that it is done: the reader had a hand in doing it. */
        barred: await isBarredFromDone(db, actor, meeting, { ...current, id: current.taskId }, now),
      },
      /** The task that the hall is at, and the projector shows. */
      now: phase === "running" ? calledNow(stepsOf(tasks)) : undefined,
      complete: await lookBackComplete(db, meeting.id),
      /** Why the chair let topics begin before. */
      begun: await topicsBegun(db, meeting.id),
      can: {
        state: meeting.stage === "inSession" && holdsMeeting(actor, meeting),
        call: meeting.stage === "inSession",
        begin: await mayBeginTopics(db, actor, meeting),
        takeOver: await mayBegin(db, actor, meeting),
      },
      /** Before the session the list is what would be called now; afterwards what was. */
      phase,
    };
  });
}

/** The tasks with how each is taken: those called by themselves, those solved, those due later. */
function inOrder(tasks: CalledTask[], today: string) {
  const placed = tasks.map((task) => ({ ...task, part: partOf(task, today) }));
  return calledParts.flatMap((part) => placed.filter((task) => task.part === part));
}

type PlacedTask = ReturnType<typeof inOrder>[number];

/** Those that are called one by one. */
const stepsOf = (tasks: PlacedTask[]) => tasks.filter(({ part }) => part !== "later");

/** Whether the look-back of the first days is empty for want of a ledger that the office can take over. */
async function mayBegin(db: Queries, actor: Actor, meeting: Pick<Meeting, "kind">): Promise<boolean> {
  if (actor.role !== "office" || kindOf(meeting).lookBack.calls !== "district") return false;
  const [one] = await db.select({ id: task.id }).from(task).limit(1);
  return one === undefined;
}

/** What {@link showLookBack} finds. */
export type ShownLookBack = NonNullable<Awaited<ReturnType<typeof showLookBack>>>;

type Phase = "ahead" | "running" | "over";

function phaseOf(stage: Stage): Phase {
  if (hasReached(stage, "minutes")) return "over";
  return stage === "inSession" ? "running" : "ahead";
}

function currentOf(tasks: PlacedTask[], place: LookBackPlace, phase: Phase): PlacedTask | undefined {
  const steps = stepsOf(tasks);
  const wanted = place.after ? nextUnstated(steps, place.after) : place.number;
  const found = tasks.find((task) => task.number === wanted);
  // When all have been stated, and before and after the session, the page shows the list.
  if (found || place.after || phase !== "running") return found;
  return steps.find((task) => !task.statement);
}
