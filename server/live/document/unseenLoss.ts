import * as Y from "yjs";
import { type FieldValue, fieldAt, goneField, readField } from "~/record/document/fieldPlace";
import { fieldValue } from "~/record/document/fieldValue";
import { type LineForm, lineForms } from "~/record/document/noteLines";
import { readId } from "~/record/document/readValues";
import type { DecodedUpdate } from "~/record/document/updatePlaces";
import type { AppliedUpdate, ItemId, UnseenLoss } from "./loss";
import { lostCells } from "./lostCells";

/** One way to find what an update made disappear unseen; called when it is applied, before Yjs tidies up. */
export type LossFinder = (applied: AppliedUpdate) => UnseenLoss[];

// In the notes a deletion takes away only what its author saw; cells are taken away by a mark.
const finders: readonly LossFinder[] = [lostFields, lostPlaceless, lostCells];

/**
 * Begins to watch what an update does; to be called before it is applied.
 * @returns what tells, once it is applied, which words it made disappear unseen
 */
export function watchLosses(transaction: Y.Transaction, update: DecodedUpdate): () => UnseenLoss[] {
  const { store } = transaction.doc;
  const known = new Map([...transaction.deleteSet.clients].map(([client, items]) => [client, items.length]));
  const before = new Map(update.structs.map(({ id }) => [id.client, Y.getState(store, id.client)]));
  return () => {
    const lost = [...beyond(transaction, update, known)];
    const placeless = withoutPlace(transaction, update, before);
    const isIncoming = ({ id }: Y.Item) => id.clock >= (before.get(id.client) ?? Number.POSITIVE_INFINITY);
    const applied = { document: transaction.doc, update, lost, placeless, isIncoming };
    return finders.flatMap((find) => find(applied));
  };
}

function* beyond(
  { deleteSet, doc }: Y.Transaction,
  { ds }: DecodedUpdate,
  known: ReadonlyMap<number, number>,
): Generator<Y.Item> {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges.slice(known.get(client) ?? 0))
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at];
        if (!struct || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item && !Y.isDeleted(ds, struct.id)) yield struct;
      }
  }
}

// Of what lay in a deleted entry Yjs keeps nothing, not even what it was.
function withoutPlace(
  { doc }: Y.Transaction,
  { structs, ds }: DecodedUpdate,
  before: ReadonlyMap<number, number>,
): Y.Item[] {
  return structs.filter((struct): struct is Y.Item => {
    const { id } = struct;
    if (!(struct instanceof Y.Item) || id.clock < (before.get(id.client) ?? 0)) return false;
    return Y.getItem(doc.store, id) instanceof Y.GC && !Y.isDeleted(ds, id);
  });
}

function lostPlaceless({ placeless }: AppliedUpdate): UnseenLoss[] {
  const words = new Map<number, { item: ItemId; said: string[] }>();
  for (const { id, content } of placeless) {
    const said = content instanceof Y.ContentString ? content.str : readField(goneField, lastOf(content));
    // What form a line of notes has is no word of anybody's.
    if (typeof said !== "string" || lineForms.includes(said as LineForm)) continue;
    const found = words.get(id.client) ?? { item: idOf(id), said: [] };
    found.said.push(said);
    words.set(id.client, found);
  }
  return [...words.values()].flatMap(({ item, said }) => {
    const value = readField(goneField, said.join(""));
    const about = { place: goneField, topicId: null, continues: null, over: null };
    return value === null ? [] : [{ ...about, value, item, incoming: true }];
  });
}

const lastOf = (content: Y.Item["content"]): unknown =>
  content instanceof Y.ContentAny ? content.arr.at(-1) : null;

function lostFields({ document, lost, isIncoming }: AppliedUpdate): UnseenLoss[] {
  const roots = new Map<Y.AbstractType<unknown>, string>();
  const losses: UnseenLoss[] = [];
  for (const items of inFields(lost)) {
    const [first] = items;
    const found = first && placeOf(first, roots);
    if (!first || !found) continue;
    const value = readField(found.place, contentOf(items));
    if (value === null || stands(value, fieldValue(document, found.place))) continue;
    const { origin } = first;
    losses.push({
      ...found,
      value,
      item: idOf(first.id),
      continues: origin && idOf(origin),
      incoming: isIncoming(first),
      over: standingAt(first),
    });
  }
  return losses;
}

const idOf = ({ client, clock }: Y.ID): ItemId => ({ client, clock });

/** Gathers what is of one text, in its order; a value of a map stands for itself. Structures are what is in them. */
function inFields(lost: readonly Y.Item[]): Y.Item[][] {
  const groups: Y.Item[][] = [];
  const texts = new Map<Y.AbstractType<unknown>, Set<Y.Item>>();
  for (const item of lost) {
    const { parent } = item;
    if (item.parentSub !== null) groups.push([item]);
    else if (parent instanceof Y.AbstractType) {
      const items = texts.get(parent) ?? new Set();
      texts.set(parent, items.add(item));
      if (items.size === 1) groups.push([item]);
    }
  }
  return groups.map((group) => {
    const [first] = group;
    const items = first?.parentSub === null && texts.get(first.parent as Y.AbstractType<unknown>);
    return items ? inOrder(first?.parent as Y.AbstractType<unknown>, items) : group;
  });
}

function inOrder(text: Y.AbstractType<unknown>, items: ReadonlySet<Y.Item>): Y.Item[] {
  const ordered: Y.Item[] = [];
  for (let at = text._start; at; at = at.right) if (items.has(at)) ordered.push(at);
  return ordered;
}

function contentOf(items: readonly Y.Item[]): unknown {
  const [first] = items;
  if (first && first.parentSub !== null) return lastOf(first.content);
  return items.map(({ content }) => (content instanceof Y.ContentString ? content.str : "")).join("");
}

function stands(value: FieldValue, now: FieldValue | null): boolean {
  if (typeof value === "string" && typeof now === "string") return now.includes(value);
  if (Array.isArray(value) && Array.isArray(now)) return value.every((one) => now.includes(one));
  return value === now;
}

function standingAt({ parent, parentSub }: Y.Item): ItemId | null {
  const item = parent instanceof Y.AbstractType && parentSub !== null && parent._map.get(parentSub);
  return item && !item.deleted ? idOf(item.id) : null;
}

const deepest = 6;

function placeOf(
  item: Y.Item,
  roots: Map<Y.AbstractType<unknown>, string>,
): Pick<UnseenLoss, "place" | "topicId"> | null {
  const keys: (string | null)[] = [];
  let entry: Y.AbstractType<unknown> | null = null;
  for (let at = item; keys.length < deepest; ) {
    const parent = at.parent as Y.AbstractType<unknown> | null;
    if (!(parent instanceof Y.AbstractType)) return null;
    // Of a text only itself has a key.
    if (at !== item || at.parentSub !== null) keys.unshift(at.parentSub);
    if (parent._item) {
      entry = parent;
      at = parent._item;
      continue;
    }
    const root = roots.get(parent) ?? Y.findRootTypeKey(parent);
    roots.set(parent, root);
    const place = fieldAt(root, keys);
    return place && { place, topicId: place.kind === "topic" ? place.entryId : topicOf(entry) };
  }
  return null;
}

// Also of an entry that is deleted: what it said is there until Yjs has tidied up.
function topicOf(entry: Y.AbstractType<unknown> | null): string | null {
  const content = entry?._map.get("topicId")?.content;
  return content instanceof Y.ContentAny ? readId(content.arr.at(-1)) : null;
}
