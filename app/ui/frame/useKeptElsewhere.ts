import { useEffect, useReducer, useSyncExternalStore } from "react";
import { formOf, type KeptWords, keptWords, watchKeptWords } from "~/ui/keptWords";

const none: readonly KeptWords[] = [];

/** The words kept of forms of a page that are not in sight there: their window is closed, or they are folded. */
export function useKeptElsewhere(path: string): readonly KeptWords[] {
  const all = useSyncExternalStore(watchKeptWords, keptWords, () => none);
  const [, lookAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = watchKeptWords(lookAgain);
    // Neither bubbles.
    document.addEventListener("toggle", lookAgain, { capture: true });
    document.addEventListener("close", lookAgain, { capture: true });
    return () => {
      stop();
      document.removeEventListener("toggle", lookAgain, { capture: true });
      document.removeEventListener("close", lookAgain, { capture: true });
    };
  }, []);
  return all.filter((one) => one.path === path && !formOf(one.id)?.checkVisibility());
}
