import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { oweAnswer } from "~/problem/answer/oweAnswer.server";
import { enterChannel, leaveChannel } from "~/problem/enterChannel.server";
import { findListing } from "~/problem/findProblem.server";
import { offersCode } from "~/problem/offersCode.server";
import { canScreen } from "~/problem/permission";
import { updateList } from "~/problem/streetList.server";
import { acceptVersion } from "~/problem/version/acceptVersion.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";
import { type DecisionInput, decidableStates, decisionForm } from "./decision";
import { undoBar } from "./undoBar.server";

type Found = NonNullable<Awaited<ReturnType<typeof findListing>>>;

/**
 * The office's decision about one listing, or `undecided` to take it back. A refusal needs a `code` and a
 * `text`, a deferral and "solved before the day" a `text`, a merger the listing that carries it in `sameAs`.
 * Refuses with `notAllowed`, `invalid` (naming the field), `notFound` (also what is not submitted),
 * `wrongStage` (not screening), an `UndoBar` where a decision stands that can be changed no more, `listClosed` (its list was returned to the street), `carriesOthers` (others
 * are merged into it and it is not to be admitted), `changedMeanwhile`.
 */
export async function decideListing(
  actor: Actor,
  input: DecisionInput,
  now: string,
): Promise<Result<{ listingId: string }>> {
  if (!canScreen(actor, "decide")) return refuse("notAllowed");
  const parsed = decisionForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const { decision, code, text, sameAs, listingId, version } = parsed.data;
  return change(actor, now, async (tx, book) => {
    const found = await findListing(tx, listingId);
    if (!found || !decidableStates.includes(found.listing.state)) return refuse("notFound");
    const bar = found.listing.state !== "submitted" && (await undoBar(tx, listingId, found.day.stage));
    if (bar) return refuse(bar);
    if (found.day.stage !== "screening") return refuse("wrongStage");
    if (found.list.state === "returned") return refuse("listClosed");
    // Somebody else has decided since: the page shows how before one decides over it.
    if (version !== undefined && version !== found.listing.version) return refuse("changedMeanwhile");
    if (
      code &&
      code !== found.listing.decisionCode &&
      !(await offersCode(tx, found.day.id, "refusalReasons", code))
    )
      return refuse("invalid", { field: "code" });
    if (decision !== "admitted" && decision !== "undecided" && (await carriesOthers(tx, listingId)))
      return refuse("carriesOthers");
    if (decision === "merged" && !(await canCarry(tx, found, sameAs!)))
      return refuse("invalid", { field: "sameAs" });
    const taken = decision !== "undecided";
    const after = {
      state: taken ? decision : ("submitted" as const),
      decisionCode: decision === "refused" ? (code ?? null) : null,
      decisionText: taken ? text || null : null,
      sameAsListingId: decision === "merged" ? (sameAs ?? null) : null,
    };
    const stamp = taken
      ? { decidedByPostId: actor.postId, decidedAt: now }
      : { decidedByPostId: null, decidedAt: null };
    if (!(await update(tx, found, { ...after, ...stamp }))) return refuse("changedMeanwhile");
    const settled = await settle(
      tx,
      book,
      found,
      { isSettled: after.state === "solvedBefore", text, by: actor },
      now,
    );
    if (!settled.ok) return settled;
    const { problemId } = found.listing;
    await oweAnswer(tx, { listingId, problemId, dayId: found.day.id }, after.state === "refused", now);
    if (taken) await acceptVersion(tx, found.list.id, actor, now);
    await book({
      verb: taken ? "problem.decideListing" : "problem.undecideListing",
      subject: { kind: "listing", id: listingId },
      before: { state: found.listing.state, decisionText: found.listing.decisionText },
      after,
      told: after.state === "refused",
    });
    return done({ listingId });
  });
}

/** What was solved before its day is settled, and is on its list again when that is taken back. */
async function settle(
  tx: Queries,
  book: Book,
  { listing: place, day }: Found,
  { isSettled, text, by }: { isSettled: boolean; text: string | undefined; by: Actor },
  now: string,
): Promise<Result<null>> {
  const was = place.state === "solvedBefore";
  if (was === isSettled) return done(null);
  const thing = { problemId: place.problemId, subjectId: place.id, number: day.month, by };
  if (isSettled) return enterChannel(tx, book, { ...thing, channel: "settled", reason: text }, now);
  await leaveChannel(tx, { ...thing, channel: "settled" }, now);
  return enterChannel(tx, book, { ...thing, channel: "list" }, now);
}

async function update(tx: Queries, found: Found, values: Partial<typeof listing.$inferSelect>) {
  const { id, version, listId } = found.listing;
  const changed = await tx
    .update(listing)
    .set({ ...values, version: version + 1 })
    .where(and(eq(listing.id, id), eq(listing.version, version)))
    .returning({ id: listing.id });
  if (changed.length !== 1) return false;
  const [open] = await tx
    .select({ id: listing.id })
    .from(listing)
    .where(and(eq(listing.listId, listId), eq(listing.state, "submitted")))
    .limit(1);
  const state = open ? "submitted" : "screened";
  return found.list.state === state || updateList(tx, found.list, { state });
}

async function carriesOthers(tx: Queries, listingId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: listing.id })
    .from(listing)
    .where(and(eq(listing.sameAsListingId, listingId), eq(listing.state, "merged")))
    .limit(1);
  return rows.length > 0;
}

/** A listing of the same day that is admitted or may still be; what is merged itself carries nothing. */
async function canCarry(tx: Queries, found: Found, carrierId: string): Promise<boolean> {
  const carrier = await findListing(tx, carrierId);
  return (
    carrier !== undefined &&
    carrierId !== found.listing.id &&
    carrier.day.id === found.day.id &&
    (carrier.listing.state === "admitted" || carrier.listing.state === "submitted")
  );
}
