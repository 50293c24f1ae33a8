import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { deviationRequest, person } from "~db/schema";
import { approversFor } from "./approvers.server";
import { isLapsed, type Occasion } from "./deviationRequest";
import { canSeeDeviation } from "./permission";
import { rulesOfMeeting } from "./rulesOfMeeting.server";
import type { ShownApprovals } from "./shownApproval";

/** Reads the requests of a meeting that still hold, by the act that they are for. */
export async function shownApprovals(
  db: Queries,
  actor: Actor,
  meeting: { id: string; chairPostId: string | null },
  now: string,
): Promise<ShownApprovals> {
  const rows = await db
    .select({ request: deviationRequest, approver: person.name })
    .from(deviationRequest)
    .innerJoin(person, eq(person.id, deviationRequest.approverPersonId))
    .where(eq(deviationRequest.meetingId, meeting.id))
    .orderBy(desc(deviationRequest.id));
  const rules = await rulesOfMeeting(db, meeting.id);
  const requests: ShownApprovals["requests"] = {};
  const seen = new Set<Occasion>();
  for (const { request, approver } of rows) {
    const { id, occasion, state, covers, reason, answer, askedAt } = request;
    if (seen.has(occasion)) continue;
    seen.add(occasion);
    if (state === "used" || state === "replaced" || isLapsed(askedAt, now, rules)) continue;
    const opens = canSeeDeviation(actor, request);
    requests[occasion] = { id, state, covers, reason, approver, answer, opens };
  }
  return { approvers: await approversFor(db, actor, meeting, now), requests };
}
