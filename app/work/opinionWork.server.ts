import { and, asc, eq, isNull } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import type { Queries } from "~db/connect";
import { meeting, opinion } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

const most = 50;

/** Written opinions that one's unit was asked for and has not submitted, as long as the session has not opened. */
export async function opinionWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (!seesContents(actor)) return [];
  const rows = await db
    .select({ id: opinion.id, dueOn: opinion.dueOn, meeting })
    .from(opinion)
    .innerJoin(meeting, and(eq(meeting.id, opinion.meetingId), eq(meeting.stage, "agenda")))
    .where(and(eq(opinion.unitId, actor.unitId), isNull(opinion.submittedAt), isNull(opinion.takenBackAt)))
    .orderBy(asc(opinion.dueOn))
    .limit(most);
  return rows.map(({ id, dueOn, meeting: held }) => ({
    key: `opinion-${id}`,
    what: { kind: "writeOpinion" },
    why: "invited",
    meeting: namedMeeting(held),
    until: dueOn,
    to: meetingAddress(held, `opinions/${id}`),
  }));
}
