/** What a window saw of the letters of one topic, in milliseconds since 1970. */
export interface SeenLetters {
  /** When each key was pressed here. */
  pressed: number[];
  /** When its letter stood on the screen here. */
  shown: number[];
  /** When each letter of the other window stood on the screen here. */
  seen: number[];
}

/** What the window has seen since it began anew. */
export interface Watched {
  readonly seen: SeenLetters;
  begin(): void;
}

/**
 * Runs in the page of somebody who writes: notes when keys are pressed, and when letters stand on the screen in the
 * lines that begin with two marks.
 */
export function watchKeys([own, other]: [own: string, other: string]): void {
  const now = () => performance.timeOrigin + performance.now();
  const seen: SeenLetters = { pressed: [], shown: [], seen: [] };
  const lengthOf = (mark: string) => {
    for (const line of document.querySelectorAll(".notes-editor .notes p")) {
      const words = line.textContent ?? "";
      if (words.startsWith(mark)) return words.replace(/[^a-z]/g, "").length;
    }
    return 0;
  };
  // A frame that was painted is over when what waits behind it runs.
  const afterPaint = (act: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => act(now());
      port2.postMessage(null);
    });
  const begin = () => {
    for (const which of ["pressed", "shown", "seen"] as const) seen[which].length = 0;
  };
  let asked = false;
  const look = () => {
    asked = false;
    const lengths = { shown: lengthOf(own), seen: lengthOf(other) };
    afterPaint((at) => {
      for (const which of ["shown", "seen"] as const)
        while (seen[which].length < lengths[which]) seen[which].push(at);
    });
  };
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    queueMicrotask(look);
  }).observe(document, { subtree: true, childList: true, characterData: true });
  window.addEventListener(
    "keydown",
    (event) => {
      if (/^[a-z]$/.test(event.key)) seen.pressed.push(performance.timeOrigin + event.timeStamp);
    },
    { capture: true },
  );
  Object.assign(window, { watched: { seen, begin } satisfies Watched });
}
