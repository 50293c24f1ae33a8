import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { findMeeting, type Meeting } from "./findMeeting.server";
import { holdsMeeting } from "./permission";
import { roomRight } from "./roomRight.server";

/**
 * The day on which somebody wants to do something that only the office and the chair may. Refuses with
 * `notFound` where they may not even see it, `notAllowed`, `wrongStage`.
 */
export async function meetingToHold(
  db: Queries,
  actor: Actor,
  slug: string,
  stages: readonly Stage[],
): Promise<Result<Meeting>> {
  const day = await findMeeting(db, slug);
  if (!day) return refuse("notFound");
  if (!holdsMeeting(actor, day))
    return refuse((await roomRight(db, actor, day)) === "none" ? "notFound" : "notAllowed");
  return stages.includes(day.stage) ? done(day) : refuse("wrongStage");
}

/**
 * Like `meetingToHold`, for what is done while a record is written: at one of the stages before the minutes are
 * issued, or in an amendment of them.
 */
export async function meetingInWriting(
  db: Queries,
  actor: Actor,
  slug: string,
  stages: readonly Stage[],
): Promise<Result<Meeting>> {
  const meeting = await meetingToHold(db, actor, slug, [...stages, ...issuedStages]);
  if (!meeting.ok || meeting.value.amendment || stages.includes(meeting.value.stage)) return meeting;
  return refuse("wrongStage");
}

/** Stages at which there are minutes that can be amended. */
export const issuedStages: readonly Stage[] = ["issued", "followedUp"];

/** A value in human length for a refusal: the first few titles. */
export function titlesOf(titles: readonly string[]): string {
  const shown = titles.slice(0, 3).map((title) => `“${title}”`);
  return titles.length > 3 ? `${shown.join("")} …` : shown.join("");
}
