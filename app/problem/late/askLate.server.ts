import { and, eq, ne } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { channelOf, enterListing, leaveChannel } from "~/problem/enterChannel.server";
import { holds, listOfProblem } from "~/problem/findProblem.server";
import { badUnitField, insertProblem, numbersOf, type ProblemRow } from "~/problem/insertProblem.server";
import type { AddedProblem } from "~/problem/list/addProblem.server";
import { listedProblems } from "~/problem/listedProblems.server";
import { canList } from "~/problem/permission";
import { badDay } from "~/problem/problemForm";
import { markProblemsSubmitted } from "~/problem/raised/mergedInto.server";
import { findOwnProblem } from "~/problem/scope.server";
import { findStreetList, type ListRow, lastPosition } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { lateRequest, listing, problem, problemList } from "~db/schema";
import { type newLateForm, takesLate } from "./lateRequest";

/** What was asked for. */
interface AskedLate extends AddedProblem {
  id: string;
}

/**
 * Asks for one problem of the street one acts for, which is written already, to be taken after the window has closed.
 * From then on the district sees it. Refuses with `notAllowed`, `notFound`, `lateNotNow` (the window is open, or the
 * agenda begun), `listOpen` (the list is back with the street, which can send it itself), `alreadyListed`,
 * `listIncomplete`.
 */
export async function askLate(
  actor: Actor,
  input: { month: string; number: string; reason: string },
  now: string,
): Promise<Result<AskedLate>> {
  if (!mayAsk(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const row = await findOwnProblem(tx, actor, input.number);
    if (!row) return refuse("notFound");
    const list = await listToJoin(tx, actor.streetId!, input.month);
    if (!list.ok) return list;
    const place = await listOfProblem(tx, row.id);
    if (place && place.list.id !== list.value.id && holds(place))
      return refuse("alreadyListed", { values: { number: place.day.month } });
    const listingId = await placeOn(tx, list.value.id, row.id);
    if (!listingId) return refuse("alreadyListed", { values: { number: input.month } });
    const channel = await channelOf(tx, row.id);
    if (channel?.subjectId !== listingId) {
      if (place)
        await leaveChannel(tx, { problemId: row.id, channel: "list", subjectId: place.listing.id }, now);
      const entering = {
        problemId: row.id,
        listingId,
        listId: list.value.id,
        by: actor,
        reason: input.reason,
      };
      const entered = await enterListing(tx, book, entering, now);
      if (!entered.ok) return entered;
    }
    return ask(tx, book, actor, { row, list: list.value, listingId, reason: input.reason }, now);
  });
}

/**
 * Writes a new problem and asks for it to be taken after the window has closed, in one act. Refuses as `askLate` does,
 * and with `invalid` (naming the field), `raisedAhead` and `wishPassed`.
 */
export async function askLateNew(
  actor: Actor,
  input: z.output<typeof newLateForm> & { month: string },
  now: string,
): Promise<Result<AskedLate>> {
  if (!mayAsk(actor)) return refuse("notAllowed");
  const { month, reason, ...given } = input;
  const streetId = actor.streetId!;
  const bad = badDay(given, now);
  if (bad) return refuse(bad.code, { field: bad.field });
  return change(actor, now, async (tx, book) => {
    const list = await listToJoin(tx, streetId, month);
    if (!list.ok) return list;
    const field = await badUnitField(tx, streetId, given);
    if (field) return refuse("invalid", { field });
    const number = (await numbersOf(tx, streetId, now))();
    const position = generateKeyBetween(await lastPosition(tx, list.value.id), null);
    const placement = { by: actor, streetId, listId: list.value.id, number, position };
    const { problemId, listingId } = await insertProblem(tx, book, given, placement, now);
    const [row] = await tx.select().from(problem).where(eq(problem.id, problemId));
    return ask(tx, book, actor, { row: row!, list: list.value, listingId, reason }, now);
  });
}

const mayAsk = (actor: Actor) =>
  actor.streetId !== null && canList(actor, "submit", { streetId: actor.streetId });

/** The street's list that the problem would join; made where the street has sent none. */
async function listToJoin(tx: Queries, streetId: string, month: string): Promise<Result<ListRow>> {
  const found = await findStreetList(tx, month, streetId);
  if (!found) return refuse("notFound");
  if (!takesLate(found.day.stage)) return refuse("lateNotNow");
  if (found.list?.state === "returned") return refuse("listOpen");
  if (found.list) return done(found.list);
  const [made] = await tx
    .insert(problemList)
    .values({ id: newId(), dayId: found.day.id, streetId })
    .returning();
  return done(made!);
}

/** Its place on the list, as a draft; undefined where it stands there and was sent, or is decided. */
async function placeOn(tx: Queries, listId: string, problemId: string): Promise<string | undefined> {
  const here = and(eq(listing.listId, listId), eq(listing.problemId, problemId));
  const [known] = await tx.select().from(listing).where(here);
  if (known?.state === "draft") return known.id;
  if (known && known.state !== "withdrawn") return undefined;
  const position = generateKeyBetween(await lastPosition(tx, listId), null);
  if (known) {
    await tx.update(listing).set({ state: "draft", submittedAt: null, position }).where(here);
    return known.id;
  }
  const id = newId();
  await tx.insert(listing).values({ id, listId, problemId, position });
  return id;
}

interface Asking {
  row: ProblemRow;
  list: ListRow;
  listingId: string;
  reason: string;
}

async function ask(
  tx: Queries,
  book: Book,
  actor: Actor,
  { row, list, listingId, reason }: Asking,
  now: string,
): Promise<Result<AskedLate>> {
  const [listed] = await listedProblems(tx, eq(listing.id, listingId));
  if (!listed || listed.missing.length > 0)
    return refuse("listIncomplete", { values: { count: 1, numbers: row.number } });
  const asked = and(eq(lateRequest.listingId, listingId), ne(lateRequest.state, "withdrawn"));
  const [before] = await tx.select({ id: lateRequest.id }).from(lateRequest).where(asked);
  // Once: what was refused for this day is not asked again for it.
  if (before) return refuse("lateAsked");
  const id = newId();
  const by = { askedByPersonId: actor.personId, askedByPostId: actor.postId, askedAt: now };
  await tx
    .insert(lateRequest)
    .values({ id, listingId, dayId: list.dayId, streetId: list.streetId, reason, ...by });
  await markProblemsSubmitted(tx, [row.id], now);
  await book({
    verb: "problem.askLate",
    subject: { kind: "listing", id: listingId },
    after: { number: row.number, reason },
  });
  return done({ id, problemId: row.id, listingId, number: row.number });
}
