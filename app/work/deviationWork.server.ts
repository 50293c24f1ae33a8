import { and, asc, eq, gt, inArray, notExists, or, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { AddressedMeeting } from "~/address/meetings";
import { deviationAddress } from "~/address/plans";
import { holdsUntil, isLapsed } from "~/rules/deviationRequest";
import type { RuleSet } from "~/rules/ruleSet";
import { whereToAct } from "~/rules/whereToAct";
import { alias, QueryBuilder } from "~db/alias";
import type { Queries } from "~db/connect";
import { deviationRequest, meeting } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

const most = 50;

/**
 * Deviations that somebody was named to approve; for who asked, those that wait, those that were approved and wait to
 * be used, and those that were refused and not asked for again.
 */
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
  const asked = and(
    eq(askedByPostId, actor.postId),
    eq(askedByPersonId, actor.personId),
    or(inArray(state, ["waiting", "confirmed"]), and(eq(state, "refused"), notAskedAgain())),
  );
  const rows = await db
    .select({ request: deviationRequest, meeting })
    .from(deviationRequest)
    .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
    .where(or(toAnswer, asked))
    .orderBy(asc(deviationRequest.id))
    .limit(most);
  return rows
    .filter(({ request }) => !isLapsed(request.askedAt, now, rules))
    .map(({ request, meeting: held }) => ({
      key: `deviation-${request.id}`,
      meeting: namedMeeting(held),
      until: holdsUntil(request.askedAt, rules),
      to: deviationAddress(request.id),
      ...lineOf(request, held, request.approverPersonId === actor.personId),
    }));
}

function lineOf(
  { state, occasion }: typeof deviationRequest.$inferSelect,
  held: AddressedMeeting,
  isApprover: boolean,
): Pick<BareItem, "what" | "why"> & Partial<BareItem> {
  if (isApprover) return { what: { kind: "answerDeviation" }, why: "named" };
  if (state === "waiting") return { what: { kind: "waitDeviation" }, why: "approved", waiting: true };
  if (state === "refused")
    return { what: { kind: "deviationRefused" }, why: "approved", until: null, answered: true };
  return { what: { kind: "useDeviation" }, why: "approved", to: whereToAct(occasion, held) };
}

function notAskedAgain() {
  const later = alias(deviationRequest, "later");
  return notExists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(later)
      .where(
        and(
          eq(later.meetingId, deviationRequest.meetingId),
          eq(later.occasion, deviationRequest.occasion),
          gt(later.id, deviationRequest.id),
        ),
      ),
  );
}
