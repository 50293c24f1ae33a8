import type { EditorView } from "@tiptap/pm/view";

/** What the view keeps of what happens in the page; it is not in its published types. */
interface Observing {
  pendingRecords(): readonly unknown[];
  flushSoon(): void;
  onSelectionChange(): void;
}

/**
 * Lets the editor read where the hand was just put. The browser tells of a selection only with its next frame; what
 * others write is shown at once, and with it the selection that the editor knew before: in a record that many write in,
 * the hand would go back to where it was, and the next words with it. Call it before others' changes are taken.
 */
export function readHand(view: EditorView): void {
  const { domObserver } = view as EditorView & { domObserver?: Observing };
  if (!domObserver || view.isDestroyed || view.composing) return;
  // Words that were typed and not read yet come first, and in a turn of their own: they are written.
  if (domObserver.pendingRecords().length > 0) domObserver.flushSoon();
  else domObserver.onSelectionChange();
}
