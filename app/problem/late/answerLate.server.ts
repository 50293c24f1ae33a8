import { and, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findListing } from "~/problem/findProblem.server";
import { listedProblems } from "~/problem/listedProblems.server";
import { canList, canScreen } from "~/problem/permission";
import { updateList } from "~/problem/streetList.server";
import { freezeVersion } from "~/problem/version/freezeVersion.server";
import type { Queries } from "~db/connect";
import { lateRequest, listing } from "~db/schema";
import { type answerLateForm, type LateState, takesLate } from "./lateRequest";

/**
 * The office takes a late problem onto its street's list, to be screened like the others, or refuses it with words;
 * refused, it stays the street's for a later month. Refuses with `notAllowed`, `notFound`, `lateNotNow` (the agenda is
 * begun), `lateAnswered`, `changedMeanwhile`.
 */
export async function answerLate(
  actor: Actor,
  input: z.output<typeof answerLateForm>,
  now: string,
): Promise<Result<null>> {
  if (!canScreen(actor, "decide")) return refuse("notAllowed");
  const { id, decision, text } = input;
  return change(actor, now, async (tx, book) => {
    const found = await findRequest(tx, id);
    if (!found) return refuse("notFound");
    const { request, place } = found;
    if (!takesLate(place.day.stage)) return refuse("lateNotNow");
    if (request.state !== "waiting") return refuse("lateAnswered");
    const answered = { answer: text, answeredByPostId: actor.postId, answeredAt: now };
    if (!(await endRequest(tx, id, decision, answered))) return refuse("changedMeanwhile");
    if (decision === "granted" && !(await takeOn(tx, found, now))) return refuse("changedMeanwhile");
    await book({
      verb: decision === "granted" ? "problem.grantLate" : "problem.refuseLate",
      subject: { kind: "listing", id: request.listingId },
      before: { state: place.listing.state },
      after: { state: decision, decisionText: text },
      told: true,
    });
    return done(null);
  });
}

/**
 * The street takes back its request while it waits; the problem stays its own. Refuses with `notFound`,
 * `lateAnswered`.
 */
export async function withdrawLate(actor: Actor, input: { id: string }, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findRequest(tx, input.id);
    if (!found || !canList(actor, "submit", found.request)) return refuse("notFound");
    if (!(await endRequest(tx, input.id, "withdrawn", { answeredAt: now }))) return refuse("lateAnswered");
    await book({
      verb: "problem.withdrawLate",
      subject: { kind: "listing", id: found.request.listingId },
      after: { state: "withdrawn" },
    });
    return done(null);
  });
}

async function findRequest(tx: Queries, id: string) {
  const [request] = await tx.select().from(lateRequest).where(eq(lateRequest.id, id));
  const place = request && (await findListing(tx, request.listingId));
  return request && place && { request, place };
}

type Answer = Partial<Pick<typeof lateRequest.$inferSelect, "answer" | "answeredByPostId" | "answeredAt">>;

/** Ends a request that waits; false when somebody was quicker. */
async function endRequest(tx: Queries, id: string, state: LateState, answer: Answer): Promise<boolean> {
  const ended = await tx
    .update(lateRequest)
    .set({ ...answer, state })
    .where(and(eq(lateRequest.id, id), eq(lateRequest.state, "waiting")))
    .returning({ id: lateRequest.id });
  return ended.length === 1;
}

async function takeOn(
  tx: Queries,
  { request, place }: NonNullable<Awaited<ReturnType<typeof findRequest>>>,
  now: string,
): Promise<boolean> {
  // Its list was sent again meanwhile, with it.
  if (place.listing.state === "submitted") return true;
  const taken = await tx
    .update(listing)
    .set({ state: "submitted", submittedAt: now, version: place.listing.version + 1 })
    .where(and(eq(listing.id, request.listingId), eq(listing.version, place.listing.version)))
    .returning({ id: listing.id });
  if (taken.length !== 1) return false;
  const { list } = place;
  const sent = {
    submittedAt: list.submittedAt ?? now,
    submittedByPostId: list.submittedByPostId ?? request.askedByPostId,
  };
  if (!(await updateList(tx, list, { state: "submitted", ...sent }))) return false;
  const rows = await listedProblems(tx, and(eq(listing.listId, list.id), isNotNull(listing.submittedAt)));
  const whose = {
    ...{ id: list.id, month: place.day.month, street: list.streetId },
    by: { postId: request.askedByPostId },
  };
  await freezeVersion(tx, whose, rows, now);
  return true;
}
