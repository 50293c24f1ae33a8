import type { WrittenItem } from "~/record/document/noteItems";
import { type AuthorIndex, type ItemRange, isSameHand, type Writer } from "./authorship";
import { handsOf } from "./authorsInText";

/** A run of items, and by whom the words are that it holds. */
export type CarriedRange = ItemRange & Writer;

const space = /\s/;

/**
 * Tells of words that were copied into items of their own whose they are: whoever copied them did not write them.
 * Spaces are passed over. Nothing is told where the copy says something else.
 */
export function carriedHands(
  from: readonly WrittenItem[],
  to: readonly WrittenItem[],
  index: AuthorIndex,
): CarriedRange[] {
  const hands = handsOf(from, index);
  const words = from.map(({ text }) => text).join("");
  const carried: CarriedRange[] = [];
  let at = 0;
  for (const { id, text, atom } of to)
    for (let place = 0; place < text.length; place++) {
      if (space.test(text[place] ?? "")) continue;
      while (at < words.length && space.test(words[at] ?? "")) at++;
      if (words[at] !== text[place]) return [];
      const writer = hands[at++];
      if (writer && (!atom || place === 0))
        book(carried, { client: id.client, clock: id.clock + place }, writer);
    }
  return carried;
}

function book(carried: CarriedRange[], { client, clock }: Omit<ItemRange, "length">, writer: Writer): void {
  const last = carried.at(-1);
  const { personId, postId, at } = writer;
  if (last && last.client === client && last.clock + last.length === clock && isSameHand(last, writer))
    last.length += 1;
  else carried.push({ client, clock, length: 1, personId, postId, at });
}
