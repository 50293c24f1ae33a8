import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findListing } from "~/problem/findProblem.server";
import { listedProblems } from "~/problem/listedProblems.server";
import { canScreen } from "~/problem/permission";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { admissionTick, listing } from "~db/schema";
import type { tickForm } from "./admission";
import { admissionOfListing } from "./admissionOf.server";
import { decidableStates } from "./decision";
import { elsewhereOf, type FactsFromElsewhere } from "./elsewhere.server";

/**
 * Says of a test of admission that no fact decides how it stands, or takes that back. Refuses with `notAllowed`,
 * `notFound` (also what is not submitted), `wrongStage` (not screening), `testDecided` (a fact decides it, or the rules
 * of the day do not have it).
 */
export async function tickTest(
  actor: Actor,
  { listingId, test, result }: z.output<typeof tickForm>,
  now: string,
): Promise<Result<{ listingId: string }>> {
  if (!canScreen(actor, "decide")) return refuse("notAllowed");
  // Outside the transaction: what is alike is worked out elsewhere, and nobody's writing should wait for it.
  const elsewhere = await factsOf(actor, listingId);
  return change(actor, now, async (tx, book) => {
    const found = await findListing(tx, listingId);
    if (!found || !decidableStates.includes(found.listing.state)) return refuse("notFound");
    if (found.day.stage !== "screening") return refuse("wrongStage");
    const [listed] = await listedProblems(tx, eq(listing.id, listingId));
    const { lists } = await rulesOfMeeting(tx, found.day.id);
    const tests = listed && elsewhere ? await admissionOfListing(tx, listed, lists.tests, elsewhere) : [];
    const tested = tests.find(({ code }) => code === test);
    if (!tested || (tested.result !== "ask" && !tested.tick)) return refuse("testDecided");
    await tx.delete(admissionTick).where(of(listingId, test));
    if (result) await write(tx, actor, { listingId, test, result }, now);
    await book({
      verb: "problem.tickTest",
      subject: { kind: "listing", id: listingId },
      before: tested.tick && { outcome: tested.tick.result },
      after: { test, outcome: result ?? null },
    });
    return done({ listingId });
  });
}

async function factsOf(actor: Actor, listingId: string): Promise<FactsFromElsewhere | undefined> {
  return read(async (db) => {
    const [listed] = await listedProblems(db, eq(listing.id, listingId));
    return listed && (await elsewhereOf(db, actor, listed.problem)).facts;
  });
}

const of = (listingId: string, test: string) =>
  and(eq(admissionTick.listingId, listingId), eq(admissionTick.test, test));

async function write(
  tx: Queries,
  actor: Actor,
  said: Pick<typeof admissionTick.$inferInsert, "listingId" | "test" | "result">,
  at: string,
): Promise<void> {
  const by = { byPersonId: actor.personId, byPostId: actor.postId };
  await tx.insert(admissionTick).values({ ...said, ...by, at });
}
