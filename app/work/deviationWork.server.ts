import { and, asc, eq, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { deviationAddress } from "~/address/plans";
import { isLapsed } from "~/rules/deviationRequest";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { deviationRequest, meeting } from "~db/schema";
import { answerBy } from "./taskWork.server";
import { type BareItem, namedMeeting } from "./work";

const most = 50;

/** Deviations that somebody was named to approve, and, for who asked, those that were approved and wait to be used. */
export async function deviationWork(
  db: Queries,
  actor: Actor,
  now: string,
  rules: RuleSet,
): Promise<BareItem[]> {
  const { approverPersonId, approverPostId, askedByPersonId, askedByPostId, state } = deviationRequest;
  const toAnswer = and(
    eq(approverPostId, actor.postId),
    eq(approverPersonId, actor.personId),
    eq(state, "waiting"),
  );
  const toUse = and(
    eq(askedByPostId, actor.postId),
    eq(askedByPersonId, actor.personId),
    eq(state, "confirmed"),
  );
  const rows = await db
    .select({ request: deviationRequest, meeting })
    .from(deviationRequest)
    .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
    .where(or(toAnswer, toUse))
    .orderBy(asc(deviationRequest.id))
    .limit(most);
  return rows
    .filter(({ request }) => !isLapsed(request.askedAt, now, rules))
    .map(({ request, meeting: held }) => {
      const waits = request.state === "waiting";
      return {
        key: `deviation-${request.id}`,
        what: { kind: waits ? "answerDeviation" : "useDeviation" },
        why: waits ? "named" : "approved",
        meeting: namedMeeting(held),
        until: answerBy(request.askedAt, rules.answers.approveDeviation),
        to: waits ? deviationAddress(request.id) : meetingAddress(held),
      } as const;
    });
}
