import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { lookBackStatement } from "~db/schema";
import { partOf } from "./calledPart";
import { lookBackOf } from "./lookBackOf.server";
import { meetingLookingBack } from "./meetingLookingBack.server";
import type { SeenTask } from "./statementForm";

/** What one press has noted, and which tasks it left out, by their numbers. */
export interface Noted {
  noted: string[];
  leftOut: string[];
}

/**
 * Notes in one act that tasks which are due later and have kept their milestones go on as planned: those that were shown,
 * as they were shown. What has changed meanwhile, is called by itself or was stated is left out and told. Refuses like
 * `meetingLookingBack`, and with `laterChanged` where nothing is as it was shown.
 */
export async function noteDueLater(
  actor: Actor,
  { slug, seen }: { slug: string; seen: readonly SeenTask[] },
  now: string,
): Promise<Result<Noted>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const day = await meetingLookingBack(tx, actor, slug);
    if (!day.ok) return day;
    const meetingId = day.value.id;
    const versions = new Map(seen.map(({ number, version }) => [number, version]));
    const tasks = (await lookBackOf(tx, meetingId)).filter(({ number }) => versions.has(number));
    const asShown = tasks.filter(
      (task) =>
        !task.statement && task.version === versions.get(task.number) && partOf(task, dayOf(now)) === "later",
    );
    if (asShown.length === 0) return refuse("laterChanged");
    for (const { taskId } of asShown) {
      const said = { statement: "onTrack", text: "", saidAs: "noted" } as const;
      await tx
        .insert(lookBackStatement)
        .values({ id: newId(), meetingId, taskId, ...said, byPostId: actor.postId, at: now });
      await book({
        verb: "task.stateAtLookBack",
        subject: { kind: "task", id: taskId },
        after: { meetingId, ...said },
      });
    }
    await later(freshness, { kind: "lookBack", slug });
    const noted = asShown.map(({ number }) => number);
    return done({ noted, leftOut: [...versions.keys()].filter((number) => !noted.includes(number)) });
  });
}
