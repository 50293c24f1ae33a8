import { useEffect, useRef } from "react";

function isWriting(target: EventTarget | null): boolean {
  // Over the page lies something that is to be answered first.
  if (document.querySelector("dialog:modal")) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}

/**
 * Calls `act` when `key` is pressed anywhere on the page. Without `control` the key is left alone while
 * somebody writes, or it could not be typed, or a dialog is open; an input method still composing is never interrupted.
 */
export function useShortcut(key: string, act: () => void, { control = false } = {}): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const withControl = event.ctrlKey || event.metaKey;
      if (event.key !== key || event.altKey || event.isComposing || withControl !== control) return;
      if (!control && isWriting(event.target)) return;
      event.preventDefault();
      latest.current();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [key, control]);
}
