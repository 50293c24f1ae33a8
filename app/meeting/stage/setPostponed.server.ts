import { dayOf, isFarAhead } from "~/calendar/day";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { stagesBefore } from "~/meeting/kind/stage";
import { isAnnounced } from "./isAnnounced.server";
import { type HeldRow, type Within, writeMeeting } from "./setCancelled.server";

/**
 * Puts a meeting that has not been opened on a later day, inside the caller's transaction; all concerned are told.
 * Refuses with `wrongStage`, `reasonNeeded`, `notLater` and `dayTooFar` at the date, `changedMeanwhile`.
 */
export async function postponeWithin(
  within: Within,
  held: HeldRow,
  { date, reason }: { date: string; reason: string },
  now: string,
): Promise<Result<null>> {
  if (!stagesBefore.includes(held.stage)) return refuse("wrongStage");
  if (!reason) return refuse("reasonNeeded", { field: "reason" });
  const today = dayOf(now);
  if (date <= held.date || date < today) return refuse("notLater", { field: "date" });
  if (isFarAhead(date, today)) return refuse("dayTooFar", { field: "date" });
  // However often it is put off, it says for which day it was first meant.
  const postponedFrom = held.postponedFrom ?? held.date;
  return moveTo(within, held, "meeting.postpone", { date, postponedFrom, changeReason: reason });
}

/** Puts a postponed meeting back on its day. Refuses with `wrongStage`, `announcedAlready`, `dayPast`, `changedMeanwhile`. */
export async function undoPostponeWithin(within: Within, held: HeldRow, now: string): Promise<Result<null>> {
  if (!stagesBefore.includes(held.stage) || !held.postponedFrom) return refuse("wrongStage");
  if (await isAnnounced(within.tx, held)) return refuse("announcedAlready");
  if (held.postponedFrom < dayOf(now)) return refuse("dayPast");
  const back = { date: held.postponedFrom, postponedFrom: null, changeReason: "" };
  return moveTo(within, held, "meeting.undoPostpone", back);
}

async function moveTo(
  { tx, book, later }: Within,
  held: HeldRow,
  verb: string,
  columns: { date: string; postponedFrom: string | null; changeReason: string },
): Promise<Result<null>> {
  if (!(await writeMeeting(tx, held, columns))) return refuse("changedMeanwhile");
  const { date, changeReason: reason } = columns;
  await book({
    verb,
    subject: { kind: "meeting", id: held.id },
    before: { date: held.date },
    after: { date, ...(reason ? { reason } : {}) },
    told: true,
  });
  await later(freshness, { kind: "stage", slug: held.slug });
  return done(null);
}
