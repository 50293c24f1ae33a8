import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { done, type Result } from "~/ledger/result";
import { listTopics, moveTopic as moveInRecord } from "~/record/document/record";
import { arrangeAgenda } from "./editTopicInRecord.server";

/** Where an entry goes: one place up or down, or before another entry (null = to the end). */
export type Move = { to: "up" | "down" } | { to: "before"; beforeId: string | null };

/** Moves an entry of the agenda, in the live record. Refuses like `arrangeAgenda`. */
export async function moveTopic(
  actor: Actor,
  input: { slug: string; topicId: string } & Move,
): Promise<Result<null>> {
  return arrangeAgenda(actor, input.slug, input.topicId, (document) => {
    const before = input.to === "before" ? input.beforeId : neighbourOf(document, input.topicId, input.to);
    if (before !== undefined) moveInRecord(document, input.topicId, before);
    return done(null);
  });
}

/** The entry that one comes to stand before when it moves by a place, null for the end; undefined where it cannot. */
function neighbourOf(document: Y.Doc, topicId: string, to: "up" | "down"): string | null | undefined {
  const order = listTopics(document).map((topic) => topic.id);
  const at = order.indexOf(topicId);
  if (at === -1 || (to === "down" && at === order.length - 1)) return undefined;
  // Downwards: before the one after the next; upwards: before the one before.
  return to === "up" ? order[at - 1] : (order[at + 2] ?? null);
}
