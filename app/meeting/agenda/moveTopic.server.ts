import type { Actor } from "~/access/actor";
import type { Result } from "~/ledger/result";
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
    if (input.to === "before") return moveInRecord(document, input.topicId, input.beforeId);
    const order = listTopics(document).map((topic) => topic.id);
    const at = order.indexOf(input.topicId);
    // Downwards: before the one after the next; upwards: before the one before.
    const before = input.to === "up" ? order[at - 1] : (order[at + 2] ?? null);
    if (at === -1 || before === undefined || (input.to === "down" && at === order.length - 1)) return;
    moveInRecord(document, input.topicId, before);
  });
}
