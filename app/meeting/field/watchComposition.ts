import type { LiveConnection } from "~/record/live/LiveConnection.client";

/** Tells of the word that an input method composes in a field. */
export interface Composition {
  /** True while one is being composed: what the field holds then is no word. */
  readonly active: boolean;
  /** Stops watching; what is half composed is left behind. */
  stop(): void;
}

/**
 * Watches for words being composed in a field of the record. Meanwhile what is drawn on the page stays as it is, so that
 * nothing from outside moves the field or takes it away: that would end the word in the middle.
 * @param told `begins` before the first letter is in the field; `ends` when the word is there, or was given up
 */
export function watchComposition(
  field: HTMLElement,
  connection: Pick<LiveConnection, "beginWord" | "endWord">,
  told: { begins?(): void; ends(): void },
): Composition {
  let active = false;
  const begin = () => {
    active = true;
    told.begins?.();
    connection.beginWord();
  };
  const over = () => {
    if (!active) return false;
    // What waited for the word is taken in while it still counts as composed: nothing is put in its place.
    connection.endWord();
    active = false;
    return true;
  };
  const end = () => {
    if (over()) told.ends();
  };
  // Not every browser ends the word before it leaves the field; by then it has.
  const leave = () => {
    if (active) setTimeout(end);
  };
  const listeners = { compositionstart: begin, compositionend: end, blur: leave };
  for (const [name, listener] of Object.entries(listeners)) field.addEventListener(name, listener);
  return {
    get active() {
      return active;
    },
    stop() {
      for (const [name, listener] of Object.entries(listeners)) field.removeEventListener(name, listener);
      over();
    },
  };
}
