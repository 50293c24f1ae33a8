import type { Queries } from "~db/connect";
import type { Actor } from "./actor";

/** What a thing is called, and where its page is. */
export interface NamedThing {
  id: string;
  zh: string;
  en: string;
  to?: string;
}

/**
 * Names the things of one kind among `ids`, as far as the reader may see them; ids of other kinds, and what
 * the reader may not see, are left out.
 * @param ids at most as many as one statement takes
 */
export type NameFinder = (db: Queries, ids: string[], reader: Actor) => Promise<NamedThing[]>;

/** What a room brings so that others can name its things: its finders by kind of subject, as the ledger books it. */
export type NameFinders = Readonly<Record<string, NameFinder>>;

/** A thing that is called the same in every language. */
export function calledSame(id: string, text: string, to?: string): NamedThing {
  return { id, zh: text, en: text, to };
}
