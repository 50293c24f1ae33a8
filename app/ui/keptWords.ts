/** Words of one form that were typed and not sent. They are kept in this tab of the browser, and nowhere else. */
export interface KeptWords {
  /** Of the form: the same whenever the page shows it. */
  id: string;
  /** Where it stands. */
  path: string;
  search: string;
  /** What the form is called on its page. */
  label: string;
  /** UTC instant. */
  at: string;
  /** What was typed, by field, and what had stood there. */
  values: Record<string, string[]>;
  was: Record<string, string[]>;
  /** Unseen fields that say which state of a thing the form is about. */
  about: Record<string, string>;
}

const place = "kept-words";
const most = 40;
const mostCharacters = 1_000_000;

let owner: string | undefined;
let all: readonly KeptWords[] = [];
const watchers = new Set<() => void>();
const shown = new Map<string, HTMLFormElement>();

/** The words that are kept, for `useSyncExternalStore`. */
export const keptWords = () => all;

/** Calls `watcher` when {@link keptWords} or the forms on the page change; answers how to stop. */
export function watchKeptWords(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Reads what was kept for whoever acts now; what was kept for another is forgotten. */
export function openKeptWords(who: string): void {
  if (owner === who) return;
  owner = who;
  const stored = readStored();
  all = stored?.owner === who ? stored.all : [];
  tell();
}

function readStored(): { owner: string; all: KeptWords[] } | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

const tell = () => {
  for (const watcher of watchers) watcher();
};

/** Keeps words in place of those kept of the same form before. */
export function keepWords(words: KeptWords): void {
  set([...all.filter(({ id }) => id !== words.id), words].slice(-most));
}

/** Forgets the words of a form: they were sent, or given up. */
export function forgetWords(id: string): void {
  if (all.some((one) => one.id === id)) set(all.filter((one) => one.id !== id));
}

/** Forgets everything, before somebody signs out. */
export const forgetAllWords = () => set([]);

function set(next: readonly KeptWords[]): void {
  all = next;
  const text = JSON.stringify({ owner, all });
  try {
    if (text.length <= mostCharacters) sessionStorage.setItem(place, text);
  } catch {
    // No room, or the browser keeps nothing: the words are still on the page.
  }
  tell();
}

/** Says that the page shows a form; answers how to take that back. */
export function showsForm(id: string, form: HTMLFormElement): () => void {
  shown.set(id, form);
  tell();
  return () => {
    if (shown.get(id) === form) shown.delete(id);
    tell();
  };
}

/** The form of the page by its id; undefined where the page does not show it now. */
export const formOf = (id: string) => shown.get(id);
