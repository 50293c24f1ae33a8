import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
import { setWithdrawn } from "./setWithdrawn.server";

/**
 * Takes an entry off the agenda with a reason; its words and resolutions stay in the record and come back
 * with it. Refuses like `setWithdrawn`.
 */
export function takeOffAgenda(
  actor: Actor,
  input: { month: string; topicId: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return setWithdrawn(actor, { ...input, withdrawnAt: now }, now);
}
