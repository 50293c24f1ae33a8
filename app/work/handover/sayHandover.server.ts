import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { handoverItem } from "~db/schema";
import { findHandover, type Handover, maySayHandover, otherPosts } from "./findHandover.server";
import type { SayHandoverInput } from "./handoverForms";
import { asksForWord, type GoesTo, wayOf } from "./handoverWay";
import { type OpenWork, openWork } from "./openWork.server";
import { saidOf } from "./saidOf.server";

/**
 * Says of open things where they go, one by one, with a word where they go to somebody. What is said can be said anew
 * until the post is left. Refuses with `notFound`, `notAllowed`, `handoverWordMissing` at the word, `invalid`.
 */
export async function sayHandover(
  actor: Actor,
  { holdingId, items }: SayHandoverInput,
  now: string,
): Promise<Result<{ said: number }>> {
  return change(actor, now, async (tx, book) => {
    const found = await mayBeSaid(tx, actor, holdingId, now);
    if (!found.ok) return found;
    const { deputyPostId } = found.value.post;
    const others = (await otherPosts(tx, found.value)).map(({ id }) => id);
    const of = { postId: found.value.post.id, deputyPostId, others };
    const open = new Map((await openWork(tx, holdingId, now)).map((thing) => [thing.key, thing]));
    let said = 0;
    for (const [at, { key, to, note }] of items.entries()) {
      if (!to) continue;
      const thing = open.get(key);
      const way = wayOf(to, of);
      if (!thing || !way) return refuse("invalid", { field: `items[${at}].to` });
      if (asksForWord(way.goesTo) && note === "")
        return refuse("handoverWordMissing", { field: `items[${at}].note` });
      await keep(tx, { holdingId, thing, way, note, now });
      said += 1;
    }
    if (said === 0) return refuse("nothingChosen");
    await bookSaid(book, found.value, said);
    return done({ said });
  });
}

/** Says of everything open of which nothing was said that it stays with the post. Refuses with `notFound`, `notAllowed`, `nothingChosen`. */
export async function letRestStay(
  actor: Actor,
  { holdingId }: { holdingId: string },
  now: string,
): Promise<Result<{ said: number }>> {
  return change(actor, now, async (tx, book) => {
    const found = await mayBeSaid(tx, actor, holdingId, now);
    if (!found.ok) return found;
    const said = new Set((await saidOf(tx, holdingId)).map(({ key }) => key));
    const rest = (await openWork(tx, holdingId, now)).filter(({ key }) => !said.has(key));
    if (rest.length === 0) return refuse("nothingChosen");
    const way = { goesTo: "stays", postId: found.value.post.id } as const;
    for (const thing of rest) await keep(tx, { holdingId, thing, way, note: "", now });
    await bookSaid(book, found.value, rest.length);
    return done({ said: rest.length });
  });
}

async function mayBeSaid(
  tx: Queries,
  actor: Actor,
  holdingId: string,
  now: string,
): Promise<Result<Handover>> {
  const found = await findHandover(tx, holdingId);
  if (!found) return refuse("notFound");
  return maySayHandover(actor, found, now) ? done(found) : refuse("notAllowed");
}

async function keep(
  tx: Queries,
  said: { holdingId: string; thing: OpenWork; way: GoesTo; note: string; now: string },
): Promise<void> {
  const { holdingId, thing, way, note, now } = said;
  const { key, kind, name, address } = thing;
  const words = { ...way, note, saidAt: now };
  await tx
    .insert(handoverItem)
    .values({ id: newId(), holdingId, key, kind, name, address, ...words })
    .onConflictDoUpdate({ target: [handoverItem.holdingId, handoverItem.key], set: words });
}

function bookSaid(book: Book, { held }: Handover, count: number): Promise<void> {
  const subject = { kind: "post", id: held.postId };
  return book({ verb: "unit.sayHandover", subject, after: { personId: held.personId, count } });
}
