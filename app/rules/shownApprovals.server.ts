import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { deviationRequest, person } from "~db/schema";
import { type Approver, approversFor } from "./approvers.server";
import { isLapsed, type Occasion, type RequestState } from "./deviationRequest";
import { rulesOfMeeting } from "./rulesOfMeeting.server";

/** The latest request for an act, as the page of that act shows it. */
export interface ShownApproval {
  id: string;
  state: Exclude<RequestState, "used" | "replaced">;
  covers: string;
  reason: string;
  approver: string;
  answer: string;
}

/** What the pages of acts that may depart show: whom one may name, and what was asked already. */
export interface ShownApprovals {
  approvers: Approver[];
  requests: Partial<Record<Occasion, ShownApproval>>;
}

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
    requests[occasion] = { id, state, covers, reason, approver, answer };
  }
  return { approvers: await approversFor(db, actor, meeting, now), requests };
}
