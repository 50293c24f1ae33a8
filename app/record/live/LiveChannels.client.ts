import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { resolutionsOf, sessionOf, topicOfNotes, topicsOf } from "~/record/document/record";

/** A part of the room that something on the page depends on. */
export type Channel = "topics" | "resolutions" | "session" | "people" | `notes/${string}`;

interface Watched {
  version: number;
  listeners: Set<() => void>;
  stop(): void;
}

// Notes that are only read need not follow every keystroke.
const notesPause = 150;

/**
 * Tells the page which part of the room has changed, so that a keystroke draws anew only what shows it.
 * A part is observed while somebody listens.
 */
export class LiveChannels {
  #watched = new Map<Channel, Watched>();

  constructor(
    readonly document: Y.Doc,
    readonly awareness: Awareness,
  ) {}

  /** Rises with every change of the part, and when it begins to be observed. */
  version(channel: Channel): number {
    return this.#watched.get(channel)?.version ?? 0;
  }

  watch(channel: Channel, listener: () => void): () => void {
    const watched = this.#watched.get(channel) ?? this.#begin(channel);
    if (watched.listeners.size === 0) watched.stop = this.#observe(channel, watched);
    watched.listeners.add(listener);
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size === 0) watched.stop();
    };
  }

  #begin(channel: Channel): Watched {
    const watched: Watched = { version: 0, listeners: new Set(), stop: () => undefined };
    this.#watched.set(channel, watched);
    return watched;
  }

  #observe(channel: Channel, watched: Watched): () => void {
    const tell = () => {
      watched.version += 1;
      for (const listener of [...watched.listeners]) listener();
    };
    // What happened while nobody listened counts as a change.
    watched.version += 1;
    if (channel === "people") {
      this.awareness.on("change", tell);
      return () => this.awareness.off("change", tell);
    }
    if (channel.startsWith("notes/")) return observeNotes(this.document, channel.slice(6), tell);
    const structure = { topics: topicsOf, resolutions: resolutionsOf, session: sessionOf }[
      channel as "topics"
    ];
    const type = structure(this.document);
    type.observeDeep(tell);
    return () => type.unobserveDeep(tell);
  }
}

/** Tells of changes in the notes of a topic, which lie in several structures at the top of the document. */
function observeNotes(document: Y.Doc, topicId: string, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const look = ({ changed }: Y.Transaction) => {
    if (timer) return;
    const touched = [...changed.keys()].some(
      (type) => topicOfNotes(rootName(document, rootOf(type))) === topicId,
    );
    if (!touched) return;
    timer = setTimeout(() => {
      timer = null;
      tell();
    }, notesPause);
  };
  document.on("afterTransaction", look);
  return () => {
    if (timer) clearTimeout(timer);
    document.off("afterTransaction", look);
  };
}

/** The structure at the top in which another one lies. */
function rootOf(type: Pick<Y.Text, "_item">): object {
  let root = type;
  while (root._item) root = root._item.parent as Y.Text;
  return root;
}

const rootNames = new WeakMap<object, string>();

/** The name of a structure at the top of a document, which takes a search through all of them. */
function rootName(document: Y.Doc, type: object): string {
  const known = rootNames.get(type);
  if (known !== undefined) return known;
  for (const [name, root] of document.share) rootNames.set(root, name);
  return rootNames.get(type) ?? "";
}
