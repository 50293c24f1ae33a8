import type { Actor } from "~/access/actor";
import { findWordedEntries } from "~/ledger/eraseEntries.server";
import { done, type Result } from "~/ledger/result";
import { read } from "~db/read";
import { type Erasing, plan, wordedIn } from "./eraseWords.server";
import type { ErasurePreview } from "./erasurePreview";

/** Says what an erasure would do, without doing it. Refuses like `eraseWords`. */
export async function previewErasure(actor: Actor, input: Erasing): Promise<Result<string>> {
  const planned = await read((db) => plan(db, actor, input));
  if (!planned.ok) return planned;
  const { places, remains } = planned.value.plan;
  const { entries } = await findWordedEntries(read, wordedIn(planned.value));
  const counts = new Map<string, number>();
  for (const { home, field } of places)
    counts.set(`${home}.${field}`, (counts.get(`${home}.${field}`) ?? 0) + 1);
  const { number: _number, ...choice } = input;
  const preview: ErasurePreview = { choice, from: [...counts], entries: entries.length, remains };
  return done(JSON.stringify(preview));
}
