import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";
import { reservingStages } from "./reservation";

/**
 * The meeting at which somebody has a reservation. Refuses with `notFound` where its room is closed to them,
 * `wrongStage` before it is opened and once its minutes are issued.
 */
export async function meetingToReserve(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const meeting = await findMeeting(db, slug);
  if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
  return reservingStages.includes(meeting.stage) ? done(meeting) : refuse("wrongStage");
}
