import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
import { answerInvitation } from "./answerInvitation.server";

/** A unit declines to come, with its reason; the office sees it and may ask again. Refuses like `answerInvitation`. */
export function decline(
  actor: Actor,
  input: { slug: string; attendanceId: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return answerInvitation(actor, { ...input, state: "declined" }, now);
}
