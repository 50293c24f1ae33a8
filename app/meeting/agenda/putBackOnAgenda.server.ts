import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
import { setWithdrawn } from "~/meeting/conduct/setTopicWithdrawn.server";

/** Brings an entry back that was taken off the agenda. Refuses like `setWithdrawn`. */
export function putBackOnAgenda(
  actor: Actor,
  input: { slug: string; topicId: string },
  now: string,
): Promise<Result<null>> {
  return setWithdrawn(actor, { ...input, withdrawnAt: null, reason: "" }, now);
}
