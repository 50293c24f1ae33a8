import * as Y from "yjs";

/** An item that lives, or a stretch of what is deleted. */
type Stretch = { from: number; length: number } & ({ gone: true } | { gone: false; item: string });

const idOf = (id: Y.ID | null | undefined) => (id ? `${id.client}:${id.clock}` : "-");

/** The nearest item in that direction that is not deleted, by the end that touches. */
function neighbour(item: Y.Item, side: "left" | "right"): string {
  let next = item[side];
  while (next?.deleted) next = next[side];
  return next ? idOf(side === "left" ? next.lastId : next.id) : "-";
}

function described(item: Y.Item): string {
  if (item.left && item.left.right !== item) throw new Error(`${idOf(item.id)} is not linked from its left`);
  if (item.right && item.right.left !== item)
    throw new Error(`${idOf(item.id)} is not linked from its right`);
  const { content } = item;
  const plain =
    content instanceof Y.ContentType
      ? `${content.type.constructor.name} ${content.type instanceof Y.XmlElement ? content.type.nodeName : ""}`
      : content instanceof Y.ContentFormat
        ? `${content.key}=${JSON.stringify(content.value)}`
        : JSON.stringify(content.getContent());
  const ends = [neighbour(item, "left"), neighbour(item, "right"), item.parentSub ?? "-"];
  return [content.constructor.name, plain, ...ends].join(" | ");
}

function isGone(struct: Y.GC | Y.Item): boolean {
  return !(struct instanceof Y.Item) || struct.deleted;
}

/**
 * The store of a client as everybody must have it. What is deleted is only told by its place: a document
 * that was there when something was deleted keeps more about it than one that got a compacted state, and
 * yjs's own `compareStructStores`, which knows no server that compacts, takes that for a difference.
 */
function stretchesOf(structs: readonly (Y.GC | Y.Item)[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const struct of structs) {
    const from = struct.id.clock;
    const last = stretches.at(-1);
    if (last && last.from + last.length !== from) throw new Error(`nothing before ${idOf(struct.id)}`);
    if (!isGone(struct)) {
      const item = described(struct as Y.Item);
      stretches.push({ from, length: struct.length, gone: false, item });
    } else if (last?.gone) last.length += struct.length;
    else stretches.push({ from, length: struct.length, gone: true });
  }
  return stretches;
}

/**
 * What lies in a document, item by item: who wrote it, between what it stands, what of it is deleted.
 * Throws when something is still waiting for what it builds on, or is linked wrongly.
 */
export function itemsOf(document: Y.Doc): Record<string, Stretch[]> {
  const { pendingDs, pendingStructs, clients } = document.store;
  if (pendingDs || pendingStructs) throw new Error("something is pending");
  const sorted = [...clients].sort(([a], [b]) => a - b);
  return Object.fromEntries(sorted.map(([client, structs]) => [client, stretchesOf(structs)]));
}

/** Deletions of a document, in order. */
export function deletionsOf(document: Y.Doc): string {
  const { clients } = Y.createDeleteSetFromStructStore(document.store);
  const sorted = [...clients].sort(([a], [b]) => a - b);
  return sorted
    .map(([client, ranges]) => `${client}: ${ranges.map(({ clock, len }) => `${clock}+${len}`)}`)
    .join("; ");
}
