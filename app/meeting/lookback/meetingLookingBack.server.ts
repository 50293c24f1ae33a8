import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";

/**
 * The meeting at whose look-back somebody wants to enter something, which is for those who hold it, while it is in
 * session. Refuses with `notFound` where they may not see it, `notAllowed`, `wrongStage`.
 */
export async function meetingLookingBack(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const day = await findMeeting(db, slug);
  if (!day || !(await seesMeeting(db, actor, day))) return refuse("notFound");
  if (!holdsMeeting(actor, day)) return refuse("notAllowed");
  return day.stage === "inSession" ? done(day) : refuse("wrongStage");
}
