import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
import { answerInvitation } from "./answerInvitation.server";

/** A unit says who will come; after declining, that it comes after all. Refuses like `answerInvitation`. */
export function nameAttendee(
  actor: Actor,
  input: { slug: string; attendanceId: string; personName: string },
  now: string,
): Promise<Result<null>> {
  return answerInvitation(actor, { ...input, state: "invited", reason: "" }, now);
}
