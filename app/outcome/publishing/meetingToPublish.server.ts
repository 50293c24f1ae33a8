import { type Actor, seesPublishing } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { kindOf } from "~/meeting/kind/kind";
import { hasReached } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { canPublish } from "./permission";

/**
 * The issued meeting of which somebody wants to see how far it is public. Refuses with `notFound` where there is none
 * for them, nothing of its kind is public, or its minutes are not issued.
 */
export async function meetingShownPublic(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  if (!seesPublishing(actor)) return refuse("notFound");
  const found = await findMeeting(db, slug);
  if (!found || !kindOf(found).isPublic || !hasReached(found.stage, "issued")) return refuse("notFound");
  return done(found);
}

/** The same for whoever wants to change it. Refuses with `notAllowed` besides. */
export async function meetingToPublish(db: Queries, actor: Actor, slug: string): Promise<Result<Meeting>> {
  const found = await meetingShownPublic(db, actor, slug);
  return found.ok && !canPublish(actor) ? refuse("notAllowed") : found;
}
