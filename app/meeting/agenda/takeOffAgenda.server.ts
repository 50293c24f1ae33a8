import type { Actor } from "~/access/actor";
import { done, type Result } from "~/ledger/result";
import { setWithdrawn } from "~/meeting/conduct/setTopicWithdrawn.server";
import { withdrawTopic } from "~/record/document/record";
import { arrangeAgenda } from "./editTopicInRecord.server";

/**
 * Takes an entry off the agenda with a reason; its words and resolutions stay in the record and come back
 * with it. Refuses like `setWithdrawn`.
 */
export async function takeOffAgenda(
  actor: Actor,
  input: { slug: string; topicId: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { slug, topicId } = input;
  const result = await setWithdrawn(actor, { ...input, withdrawnAt: now }, now);
  if (result.ok || result.refusal.code !== "notFound") return result;
  // Written straight into the record, it has no place in the database that could be withdrawn.
  return arrangeAgenda(actor, slug, topicId, (document) => {
    withdrawTopic(document, topicId);
    return done(null);
  });
}
