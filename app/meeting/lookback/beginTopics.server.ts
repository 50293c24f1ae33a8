import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { deviation } from "~db/schema";
import { lookBackComplete } from "./lookBackComplete.server";
import { meetingLookingBack } from "./meetingLookingBack.server";
import { topicsBegun } from "./topicsBegun.server";

/** Whether the chair may let topics begin now: they wait for a look-back that is not complete. */
export async function mayBeginTopics(
  db: Queries,
  actor: Pick<Actor, "postId">,
  meeting: Meeting,
): Promise<boolean> {
  if (actor.postId !== meeting.chairPostId || meeting.stage !== "inSession") return false;
  if (!kindOf(meeting).lookBack.isGate || (await lookBackComplete(db, meeting.id))) return false;
  return (await topicsBegun(db, meeting.id)) === null;
}

/**
 * Lets topics begin before the look-back is complete, on the word of the chair alone, with the reason; kept as a
 * deviation. What was not stated waits on: the minutes are not issued without it. Refuses like `meetingLookingBack`,
 * and with `topicsMayBegin` where nothing keeps them.
 */
export async function beginTopics(
  actor: Actor,
  { slug, reason }: { slug: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingLookingBack(tx, actor, slug);
    if (!found.ok) return found;
    const meeting = found.value;
    if (actor.postId !== meeting.chairPostId) return refuse("notAllowed");
    if (!(await mayBeginTopics(tx, actor, meeting))) return refuse("topicsMayBegin");
    const id = newId();
    const row = { meetingId: meeting.id, step: "lookBack", reason, approvedByPostId: actor.postId };
    await tx.insert(deviation).values({ id, ...row, at: now });
    await book({
      verb: "plan.recordDeviation",
      subject: { kind: "meeting", id: meeting.id },
      after: { id, ...row, approvedByPersonId: actor.personId, askedByPersonId: actor.personId },
    });
    await later(freshness, { kind: "lookBack", slug });
    return done(null);
  });
}
