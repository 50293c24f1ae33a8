import { and, count, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { screeningAddress } from "~/address/problems";
import { canScreen } from "~/problem/permission";
import type { Queries } from "~db/connect";
import { lateRequest, meeting } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

/** Late problems that wait for the office's answer, by the day they are asked for. */
export async function lateWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (!canScreen(actor, "decide")) return [];
  const waiting = await db
    .select({ meeting, count: count() })
    .from(lateRequest)
    .innerJoin(meeting, and(eq(meeting.id, lateRequest.dayId), eq(meeting.stage, "screening")))
    .where(eq(lateRequest.state, "waiting"))
    .groupBy(meeting.id);
  return waiting.map(({ meeting: held, count: number }) => ({
    key: `late-${held.slug}`,
    what: { kind: "answerLate" },
    why: "office",
    meeting: namedMeeting(held),
    count: number,
    until: held.date,
    to: `${screeningAddress(held.slug)}#late`,
  }));
}
