import { v7 as uuid } from "uuid";
import type { KeptWords } from "~db/liveStore";
import type { Applied } from "../document/document";
import type { QueuedEdit } from "./editQueue";

/** What edits made disappear unseen, as it is stored with them: whose edit it was says who wrote, or who replaced it. */
export function keptWords(items: readonly QueuedEdit[], { losses }: Applied): KeptWords[] {
  return losses.flatMap(({ by, loss }) => {
    const edit = items[by];
    if (!edit) return [];
    const { place, topicId, value, item, continues, incoming, over } = loss;
    const { author, at } = edit;
    const words = { id: uuid(), ...place, topicId, value: JSON.stringify(value), item, continues };
    const hands = incoming ? { writer: author, over: null } : { writer: null, over: author };
    return [{ ...words, ...hands, overItem: over, causer: author, at }];
  });
}
