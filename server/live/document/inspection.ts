import * as Y from "yjs";
import { isRecordRoot, topicOfElements, topicOfNotes } from "~/record/document/record";
import type { DecodedUpdate } from "~/record/document/updatePlaces";
import { holdsElements } from "../plainDocument";

/**
 * What an update would do to a document:
 * `new` changes it, `known` does not, `gap` builds on something the document lacks,
 * `invalid` is no update of a record. `cosmetic` deletes marks of formatting and nothing else: every
 * client does that by itself on receiving formatted text, readers included.
 */
export type Finding = "new" | "known" | "cosmetic" | "gap" | "invalid";

// Clocks count typed characters; far beyond any record, and far below where numbers lose precision.
const largestClock = 2 ** 40;

/** Takes an update apart; null when the bytes are not one. */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate | null {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    return null;
  }
}

/** A finding, and what the update would add. */
export interface Inspection {
  finding: Finding;
  /** Top-level structures the document does not have yet. */
  newRoots: number;
  /** Items that are structures themselves: maps, texts, elements. */
  structures: Y.ID[];
  /** The update taken apart; null when it is none of a record. */
  decoded: DecodedUpdate | null;
}

/**
 * Looks at an update without applying it. Costs the length of the update, not of the document. Deletions
 * are compared too: they do not show in a state vector.
 */
export function inspectUpdate(document: Y.Doc, bytes: Uint8Array): Inspection {
  const decoded = decodeUpdate(bytes);
  const elements = holdsElements(document);
  if (!decoded?.structs.every((struct) => belongs(struct, elements)))
    return { finding: "invalid", newRoots: 0, structures: [], decoded: null };
  return {
    finding: compare(document.store, decoded),
    newRoots: countNewRoots(document, decoded),
    structures: decoded.structs.filter(isStructure).map((struct) => struct.id),
    decoded,
  };
}

function isStructure(struct: Struct): boolean {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType;
}

/** Answers whether an item of the document lies under more than `most` others. */
export function isDeeperThan(document: Y.Doc, id: Y.ID, most: number): boolean {
  let item: Y.Item | Y.GC | null = Y.getItem(document.store, id);
  for (let depth = 0; depth <= most; depth++) {
    if (!(item instanceof Y.Item)) return false;
    const parent: unknown = item.parent;
    item = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return item !== null;
}

/**
 * Answers whether a structure of the document lies in notes that are held as lines where there can be none: in a text
 * there are markers, in them and in the maps of tables no structures at all.
 */
export function isMisplaced(document: Y.Doc, id: Y.ID): boolean {
  const item = Y.getItem(document.store, id);
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return false;
  const within: unknown = item.parent;
  if (!(within instanceof Y.AbstractType)) return false;
  const parent = within._item;
  if (parent) {
    const around: unknown = parent.parent;
    return around instanceof Y.AbstractType && around._item === null && isLines(around);
  }
  return isLines(within) && (item.parentSub !== null || !(item.content.type instanceof Y.Map));
}

function isLines(root: Y.AbstractType<unknown>): boolean {
  const name = Y.findRootTypeKey(root);
  return topicOfNotes(name) !== null && topicOfElements(name) === null;
}

function compare(store: Y.Doc["store"], decoded: DecodedUpdate): Finding {
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
  let deletions: Deletions = "none";
  for (const [client, ranges] of decoded.ds.clients) {
    const have = reachOf(client);
    for (const { clock, len } of ranges) {
      if (clock + len > have) return "gap";
      if (known && deletions !== "content")
        deletions = worse(deletions, deletionsIn(store, client, clock, len));
    }
  }
  if (!known || deletions === "content") return "new";
  return deletions === "marks" ? "cosmetic" : "known";
}

/** What a range would newly delete. */
type Deletions = "none" | "marks" | "content";

const worse = (a: Deletions, b: Deletions): Deletions => (a === "content" || b === "none" ? a : b);

type Struct = DecodedUpdate["structs"][number];

/** @param elements whether notes may be held as elements, and in no other form */
function belongs(struct: Struct, elements: boolean): boolean {
  if (struct.id.clock + struct.length > largestClock) return false;
  if (!(struct instanceof Y.Item)) return true;
  // `parent` is a name for what lies at the top of the document.
  const parent: unknown = struct.parent;
  const { content } = struct;
  // What is deleted says nothing, wherever it lay.
  const isGone =
    content instanceof Y.ContentDeleted && typeof parent === "string" && topicOfElements(parent) !== null;
  if (typeof parent === "string" && !isGone && !mayLieAtTop(parent, elements)) return false;
  if (content instanceof Y.ContentDoc) return false;
  // y-tiptap throws on hooks, in everybody's editor.
  return !(content instanceof Y.ContentType && content.type instanceof Y.XmlHook);
}

function mayLieAtTop(name: string, elements: boolean): boolean {
  if (!elements || topicOfNotes(name) === null) return isRecordRoot(name);
  return topicOfElements(name) !== null;
}

function isRooted(struct: Struct, reachOf: (client: number) => number): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].every(
    (id) => !(id instanceof Y.ID) || id.clock < reachOf(id.client),
  );
}

function deletionsIn(store: Y.Doc["store"], client: number, clock: number, length: number): Deletions {
  const structs = store.clients.get(client);
  let found: Deletions = "none";
  if (!structs || length === 0) return found;
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at];
    if (!struct || struct.id.clock >= clock + length) break;
    if (struct.deleted) continue;
    if (!(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) return "content";
    found = "marks";
  }
  return found;
}

function countNewRoots(document: Y.Doc, decoded: DecodedUpdate): number {
  const added = new Set<string>();
  for (const struct of decoded.structs) {
    if (!(struct instanceof Y.Item)) continue;
    const parent: unknown = struct.parent;
    if (typeof parent === "string" && !document.share.has(parent)) added.add(parent);
  }
  return added.size;
}
