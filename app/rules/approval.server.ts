import { and, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { RefusalCode } from "~/ledger/refusal";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { deviationRequest } from "~db/schema";
import { approversFor } from "./approvers.server";
import { isLapsed, type Occasion } from "./deviationRequest";
import { rulesOfMeeting } from "./rulesOfMeeting.server";

/** An act that departs from the plan or the rules, and what its form says about that. */
export interface Departing {
  meeting: { id: string; chairPostId: string | null };
  occasion: Occasion;
  /** What exactly is approved. */
  covers?: string;
  reason?: string;
  /** The holding of whoever is named to approve. */
  approver?: string;
  /** The refusal where nothing says why; with its values. */
  without?: { code: RefusalCode; values?: Record<string, string | number> };
}

/** An approval by which an act is done. */
export type Approval = typeof deviationRequest.$inferSelect;

/**
 * Takes the approvals of an act that departs, inside the caller's transaction: confirmed requests are used up by it.
 * Where one is missing, the named person is asked, and the act waits. Refuses with `reasonNeeded` (or what the act
 * says), `approverNeeded`, `approverNotPossible`, and `deviationWaiting` while they have not answered.
 * @returns the approvals, one of each departure; null where one was asked for, and nothing else is to be done
 */
export async function approvalsOf(
  tx: Queries,
  book: Book,
  actor: Actor,
  departures: readonly Departing[],
  now: string,
): Promise<Result<Approval[] | null>> {
  const open = await Promise.all(departures.map((one) => openRequest(tx, one, now)));
  const confirmed = open.filter((one): one is Approval => one?.state === "confirmed");
  if (confirmed.length === departures.length) {
    for (const { id } of confirmed)
      await tx.update(deviationRequest).set({ state: "used" }).where(eq(deviationRequest.id, id));
    return done(confirmed);
  }
  const missing = departures.filter((_one, at) => !open[at]);
  const waiting = departures.filter((_one, at) => open[at]?.state === "waiting");
  // Whoever names somebody while it waits asks that one instead.
  const asked = missing.length > 0 ? missing : waiting.filter(({ approver }) => approver);
  if (asked.length === 0) return refuse("deviationWaiting");
  const unsaid = asked.find(({ reason }) => !reason);
  if (unsaid)
    return refuse(unsaid.without?.code ?? "reasonNeeded", {
      field: "reason",
      values: unsaid.without?.values,
    });
  for (const one of asked) {
    const request = await ask(tx, book, actor, one, now);
    if (!request.ok) return request;
  }
  return done(null);
}

/** Like {@link approvalsOf}, for an act that departs in one way. */
export async function approvalOf(
  tx: Queries,
  book: Book,
  actor: Actor,
  departing: Departing,
  now: string,
): Promise<Result<Approval | null>> {
  const taken = await approvalsOf(tx, book, actor, [departing], now);
  return taken.ok ? done(taken.value?.[0] ?? null) : taken;
}

/** The request for this very thing that waits or was confirmed, and still holds. */
async function openRequest(
  db: Queries,
  { meeting, occasion, covers = "" }: Pick<Departing, "meeting" | "occasion" | "covers">,
  now: string,
): Promise<Approval | undefined> {
  const [row] = await db
    .select()
    .from(deviationRequest)
    .where(
      and(
        eq(deviationRequest.meetingId, meeting.id),
        eq(deviationRequest.occasion, occasion),
        eq(deviationRequest.covers, covers),
        inArray(deviationRequest.state, ["waiting", "confirmed"]),
      ),
    )
    .orderBy(desc(deviationRequest.id))
    .limit(1);
  return row && !isLapsed(row.askedAt, now, await rulesOfMeeting(db, meeting.id)) ? row : undefined;
}

async function ask(
  tx: Queries,
  book: Book,
  actor: Actor,
  departing: Departing,
  now: string,
): Promise<Result<null>> {
  const { meeting, occasion, covers = "", reason = "", approver } = departing;
  if (!approver) return refuse("approverNeeded", { field: "approver" });
  const named = (await approversFor(tx, actor, meeting, now)).find(({ id }) => id === approver);
  if (!named) return refuse("approverNotPossible", { field: "approver" });
  await replaceOpen(tx, meeting.id, occasion);
  const id = newId();
  const asked = { meetingId: meeting.id, occasion, reason, covers };
  const who = { approverPersonId: named.personId, approverPostId: named.postId };
  await tx.insert(deviationRequest).values({
    ...{ id, ...asked, ...who, askedAt: now },
    ...{ askedByPersonId: actor.personId, askedByPostId: actor.postId },
  });
  const subject = { kind: "deviation", id };
  await book({ verb: "plan.askDeviation", subject, after: { ...asked, ...who }, told: true });
  return done(null);
}

/** One request at a time for one act: a later one takes the place of what was not answered or not used. */
async function replaceOpen(tx: Queries, meetingId: string, occasion: Occasion): Promise<void> {
  await tx
    .update(deviationRequest)
    .set({ state: "replaced" })
    .where(
      and(
        eq(deviationRequest.meetingId, meetingId),
        eq(deviationRequest.occasion, occasion),
        inArray(deviationRequest.state, ["waiting", "confirmed"]),
      ),
    );
}
