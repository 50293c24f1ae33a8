import type { EditorView } from "@tiptap/pm/view";
import type { LiveConnection } from "~/record/live/LiveConnection.client";

// What the editor does after the end of a composition takes it a moment.
const composed = 60;
// Somebody who lets a word stand half composed that long has gone; the page must not stay behind the others for ever.
const abandoned = 60_000;

/** Creates the handlers that keep half typed words on this page until they are words. */
export function composing(connection: LiveConnection) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waitForMore = ({ dom }: EditorView) => {
    clearTimeout(timer);
    // Leaving the field makes the input method write down what it has.
    timer = setTimeout(() => dom.blur(), abandoned);
    return false;
  };
  return {
    compositionstart(view: EditorView) {
      connection.beginWord();
      return waitForMore(view);
    },
    compositionupdate: waitForMore,
    compositionend() {
      clearTimeout(timer);
      timer = setTimeout(() => connection.endWord(), composed);
      return false;
    },
    blur() {
      clearTimeout(timer);
      connection.endWord();
      return false;
    },
  };
}
