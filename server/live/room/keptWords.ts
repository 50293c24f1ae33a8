import { v7 as uuid } from "uuid";
import type { EditAuthor } from "~/record/live/liveRooms.server";
import type { KeptWords } from "~db/liveStore";
import type { Applied } from "../document/document";

/** What edits made disappear unseen, as it is stored with them: whose edit it was says who wrote, or who replaced it. */
export function keptWords(
  items: readonly { author: EditAuthor; at: string }[],
  { losses }: Applied,
): KeptWords[] {
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
