import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { monthOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { CancelInput, PostponeInput } from "~/meeting/stage/rearrangeForm";
import { cancelWithin, type HeldRow, restoreWithin, type Within } from "~/meeting/stage/setCancelled.server";
import { postponeWithin, undoPostponeWithin } from "~/meeting/stage/setPostponed.server";
import { holds, listOfProblem } from "~/problem/findProblem.server";
import { approvalOf } from "~/rules/approval.server";
import type { Occasion } from "~/rules/deviationRequest";
import { recordDeviation } from "~/rules/recordDeviation.server";
import type { Queries } from "~db/connect";
import { consultationDay, listing, meeting, problemList, yearPlan } from "~db/schema";
import { leaveToOthers } from "./leaveToOthers.server";
import { canPlan } from "./permission";

type Named = { slug: string };

/**
 * Cancels a consultation day before its session. In an adopted plan it is approved first; refuses like `approvalOf` and
 * `cancelWithin`. What stood on its lists is free for those of a later day.
 */
export function cancelDay(actor: Actor, { slug, ...input }: CancelInput & Named, now: string) {
  return departing(actor, { slug, occasion: "cancelDay", ...input }, now, (within, held, reason) =>
    cancelWithin(within, held, reason),
  );
}

/**
 * Puts a consultation day on a later one of its month; approved like `cancelDay`. Refuses with `otherMonth` at the date,
 * and like `postponeWithin`.
 */
export function postponeDay(actor: Actor, { slug, date, ...input }: PostponeInput & Named, now: string) {
  const ask = { slug, occasion: "postponeDay", covers: date, ...input } as const;
  return departing(actor, ask, now, (within, held, reason) =>
    postponeWithin(within, held, { date, reason }, now),
  );
}

/**
 * Holds a cancelled day after all. Refuses like `restoreWithin`, and with `problemsMovedOn` once a problem of its lists
 * stands on another one. What another meeting has taken up since leaves the agenda of this one.
 * @returns how many matters these are
 */
export function restoreDay(actor: Actor, { slug }: Named, now: string): Promise<Result<{ left: number }>> {
  return ofOffice(actor, slug, now, async (within, held) => {
    if (await haveMovedOn(within.tx, held.id)) return refuse("problemsMovedOn");
    const restored = await restoreWithin(within, held, now);
    return restored.ok ? done({ left: await leaveToOthers(within, held, now) }) : restored;
  });
}

/** Puts a postponed day back; refuses like `undoPostponeWithin`. */
export function undoPostponeDay(actor: Actor, { slug }: Named, now: string): Promise<Result<null>> {
  return ofOffice(actor, slug, now, (within, held) => undoPostponeWithin(within, held, now));
}

type Held = HeldRow & { chairPostId: string | null; adopted: boolean };

async function ofOffice<Value>(
  actor: Actor,
  slug: string,
  now: string,
  perform: (within: Within, held: Held) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const [row] = await tx
      .select({ held: meeting, state: yearPlan.state })
      .from(meeting)
      .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
      .leftJoin(yearPlan, eq(yearPlan.year, consultationDay.year))
      .where(eq(meeting.slug, slug));
    if (!row) return refuse("notFound");
    return perform({ tx, book, later }, { ...row.held, adopted: row.state === "adopted" });
  });
}

interface Asked extends CancelInput {
  slug: string;
  occasion: Occasion;
  covers?: string;
}

function departing(
  actor: Actor,
  { slug, occasion, covers = "", reason, approver }: Asked,
  now: string,
  perform: (within: Within, held: Held, reason: string) => Promise<Result<null>>,
): Promise<Result<null>> {
  return ofOffice(actor, slug, now, async (within, held) => {
    const { tx, book } = within;
    if (occasion === "postponeDay" && monthOf(covers) !== slug)
      return refuse("otherMonth", { field: "date" });
    if (!held.adopted) return perform(within, held, reason);
    const ask = { meeting: held, occasion, covers, reason, approver };
    const approved = await approvalOf(tx, book, actor, ask, now);
    // Asked for: the day stays as it is until that is answered.
    if (!approved.ok || !approved.value) return approved.ok ? done(null) : approved;
    const went = await perform(within, held, approved.value.reason);
    if (went.ok) await recordDeviation(tx, book, { step: "planChange", approval: approved.value }, now);
    return went;
  });
}

/** Whether a problem of a day's lists stands on a list of another day by now. */
async function haveMovedOn(tx: Queries, dayId: string): Promise<boolean> {
  const listed = await tx
    .select({ problemId: listing.problemId })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .where(
      and(eq(problemList.dayId, dayId), inArray(listing.state, ["draft", "submitted", "admitted", "merged"])),
    );
  for (const { problemId } of listed) {
    const place = await listOfProblem(tx, problemId);
    if (place && place.day.id !== dayId && holds(place)) return true;
  }
  return false;
}
