import * as Y from "yjs";
import { isRecordRoot } from "~/session/record";

/**
 * What an update would do to a document:
 * `new` changes it, `known` does not, `gap` builds on something the document lacks,
 * `invalid` is no update of a record.
 */
export type Finding = "new" | "known" | "gap" | "invalid";

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Ranges = Decoded["ds"]["clients"];

// Clocks count typed characters; far beyond any record, and far below where numbers lose precision.
const largestClock = 2 ** 40;

/** The parts of an update, or null when the bytes are not one. */
export function decodeUpdate(bytes: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    return null;
  }
}

/** A finding, and how many top-level structures the update would add. */
export interface Inspection {
  finding: Finding;
  newRoots: number;
}

/**
 * Looks at an update without applying it. Costs the length of the update, not of the document. Deletions
 * are compared too: they do not show in a state vector.
 */
export function inspectUpdate(document: Y.Doc, bytes: Uint8Array): Inspection {
  const decoded = decodeUpdate(bytes);
  if (!decoded || !decoded.structs.every(belongs)) return { finding: "invalid", newRoots: 0 };
  return { finding: compare(document.store, decoded), newRoots: countNewRoots(document, decoded) };
}

function compare(store: Y.Doc["store"], decoded: Decoded): Finding {
  const reach = new Map<number, number>();
  const reachOf = (client: number) => reach.get(client) ?? Y.getState(store, client);
  let known = true;
  for (const struct of decoded.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const have = reachOf(client);
    if (clock > have) return "gap";
    if (clock + struct.length <= have) continue;
    known = false;
    reach.set(client, clock + struct.length);
  }
  if (!known && !decoded.structs.every((struct) => isRooted(struct, reachOf))) return "gap";
  for (const [client, ranges] of decoded.ds.clients) {
    const have = reachOf(client);
    for (const { clock, len } of ranges) {
      if (clock + len > have) return "gap";
      if (known && !isDeleted(store, client, clock, len)) known = false;
    }
  }
  return known ? "known" : "new";
}

type Struct = Decoded["structs"][number];

function belongs(struct: Struct): boolean {
  if (struct.id.clock + struct.length > largestClock) return false;
  if (!(struct instanceof Y.Item)) return true;
  // `parent` is a name for what lies at the top of the document.
  const parent: unknown = struct.parent;
  if (typeof parent === "string" && !isRecordRoot(parent)) return false;
  const { content } = struct;
  if (content instanceof Y.ContentDoc) return false;
  // y-tiptap throws on hooks, in everybody's editor.
  return !(content instanceof Y.ContentType && content.type instanceof Y.XmlHook);
}

function isRooted(struct: Struct, reachOf: (client: number) => number): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].every(
    (id) => !(id instanceof Y.ID) || id.clock < reachOf(id.client),
  );
}

function isDeleted(store: Y.Doc["store"], client: number, clock: number, length: number): boolean {
  const structs = store.clients.get(client);
  if (!structs || length === 0) return length === 0;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + length) break;
    if (!struct.deleted) return false;
  }
  return true;
}

function countNewRoots(document: Y.Doc, decoded: Decoded): number {
  const added = new Set<string>();
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (typeof parent === "string" && !document.share.has(parent)) added.add(parent);
  }
  return added.size;
}

/** A run of items of one Yjs client. */
export interface ItemRange {
  client: number;
  clock: number;
  length: number;
}

/** The items an update adds and the ones it deletes. */
export function rangesOf(bytes: Uint8Array): { wrote: ItemRange[]; deleted: ItemRange[] } {
  const decoded = decodeUpdate(bytes);
  if (!decoded) return { wrote: [], deleted: [] };
  const wrote = decoded.structs
    .filter((struct) => !(struct instanceof Y.Skip))
    .map((struct) => ({ client: struct.id.client, clock: struct.id.clock, length: struct.length }));
  return { wrote, deleted: deletedRanges(decoded.ds.clients) };
}

function deletedRanges(clients: Ranges): ItemRange[] {
  return [...clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
}
