import { useEffect, useRef } from "react";
import type * as Y from "yjs";
import { recordOrigin } from "~/record/document/record";
import { type LiveRecord, useLive } from "~/record/live/LiveRecord";
import { applyTextChange, movedIndex, type TextDelta, textChange } from "./textReplacement";
import { watchComposition } from "./watchComposition";

/**
 * Binds a textarea to a shared text for as long as it is there. What is typed goes into the text as the
 * change it is; what others type appears around the caret. While a word is being composed by an input
 * method nothing in the field is touched, and what others wrote meanwhile is brought in afterwards.
 * @returns what ends the binding
 */
function bind(
  area: HTMLTextAreaElement,
  text: Y.Text,
  { connection, document, undo }: LiveRecord,
): () => void {
  let shown = text.toString();
  let since: TextDelta[] = [];
  let own = false;
  const composition = watchComposition(area, connection, { ends: () => bring() });
  area.value = shown;
  fitHeight(area);

  function show(start: number, end: number) {
    shown = text.toString();
    if (area.value === shown) return;
    const focused = area.ownerDocument.activeElement === area;
    area.value = shown;
    if (focused) area.setSelectionRange(start, end);
    fitHeight(area);
  }
  function bring() {
    if (composition.active) return;
    const caret = area.selectionEnd;
    const change = textChange(shown, area.value, caret);
    const missed = since;
    since = [];
    if (change) {
      own = true;
      document.transact(() => applyTextChange(text, change, missed), recordOrigin);
      own = false;
    }
    const from = change?.start ?? caret;
    const moved = missed.reduce((at, delta) => movedIndex(at, delta, "after"), from) - from;
    show(caret + moved, caret + moved);
    fitHeight(area);
  }
  function observe(event: Y.YTextEvent) {
    if (own) return;
    const delta = event.delta as TextDelta;
    if (composition.active) since.push(delta);
    else show(movedIndex(area.selectionStart, delta), movedIndex(area.selectionEnd, delta));
  }
  function onBeforeInput(event: InputEvent) {
    // The browser's own undo would take back what others wrote.
    if (event.inputType === "historyUndo" || event.inputType === "historyRedo") {
      event.preventDefault();
      if (event.inputType === "historyUndo") undo.record.undo();
      else undo.record.redo();
    }
  }
  const listeners: [string, EventListener][] = [
    ["input", bring],
    ["beforeinput", onBeforeInput as EventListener],
  ];
  for (const [name, listener] of listeners) area.addEventListener(name, listener);
  text.observe(observe);
  return () => {
    // A word half composed is no longer in the field, but what was finished is in the text.
    composition.stop();
    for (const [name, listener] of listeners) area.removeEventListener(name, listener);
    text.unobserve(observe);
  };
}

// Browsers without `field-sizing` do not let a field grow with its text.
function fitHeight(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

/** Props of {@link SharedTextArea}. */
export interface SharedTextAreaProps {
  text: Y.Text;
  id: string;
  placeholder?: string;
  onFocus: () => void;
  onBlur: () => void;
}

/** Several lines in which several people type at once. */
export function SharedTextArea({ text, ...plain }: SharedTextAreaProps) {
  const live = useLive();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (area.current ? bind(area.current, text, live) : undefined), [text, live]);
  return <textarea ref={area} className="input" rows={1} {...plain} />;
}
