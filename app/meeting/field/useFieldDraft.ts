import { type ChangeEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useLive } from "~/record/live/LiveRecord";
import { mergeTexts, movedCaret } from "./textReplacement";
import { type Composition, watchComposition } from "./watchComposition";

// A value that is written as a whole is written when the hand rests, not with every key.
const rest = 500;

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A value of the record that is written as a whole, and how it is written. */
export interface WholeValue {
  value: string;
  onCommit: (value: string) => void;
}

/** What is being typed, and what the record said when that began. */
interface Draft {
  from: string;
  words: string;
}

/** The latest of a function, for whoever calls it later than it was made. */
function useLatest(act: () => void): () => void {
  const latest = useRef(act);
  latest.current = act;
  return useRef(() => latest.current()).current;
}

/**
 * A value being typed: shown at once, brought into the record when the hand rests or leaves. While an input method
 * composes nothing is brought there; the word is, when it is done. What others wrote in the field since the typing began
 * is joined with it.
 * @param joins whether the value is words, of which two people's can be joined; else the last one counts
 */
export function useFieldDraft({ value, onCommit }: WholeValue, joins: boolean) {
  const { connection } = useLive();
  const control = useRef<Control>(null);
  const composition = useRef<Composition | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const finished = useRef<Draft | null>(null);
  const caret = useRef<number | null>(null);
  const type = (words: string) => setDraft((now) => ({ from: now?.from ?? value, words }));
  function bring({ from, words }: Draft) {
    setDraft(null);
    const joined = joins ? mergeTexts(from, words, value) : words;
    if (joined === value) return;
    if (joined !== words) caret.current = movedCaret(words, joined, control.current?.selectionEnd ?? 0);
    onCommit(joined);
  }
  const rested = useLatest(() => {
    if (draft && !composition.current?.active) bring(draft);
  });
  const left = useLatest(() => {
    const last = composition.current?.active ? finished.current : draft;
    if (last) bring(last);
  });
  const begun = useLatest(() => {
    finished.current = draft;
  });
  const composed = useLatest(() => {
    const words = control.current?.value;
    if (words === undefined) return;
    // Also draws what others wrote meanwhile, with which the word is then joined.
    flushSync(() => type(words));
    rested();
  });
  const drafting = draft !== null;
  useEffect(() => (drafting ? connection.holdDraft() : undefined), [drafting, connection]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every further key puts the rest off
  useEffect(() => {
    if (!drafting) return;
    const timer = setTimeout(rested, rest);
    return () => clearTimeout(timer);
  }, [draft, drafting]);
  useEffect(() => {
    // Leaving the page, or the topic, must not cost the last word; letters that are no word yet are left behind.
    window.addEventListener("pagehide", left);
    return () => {
      window.removeEventListener("pagehide", left);
      left();
    };
  }, [left]);
  useEffect(() => {
    if (!control.current) return;
    const watched = watchComposition(control.current, connection, { begins: begun, ends: composed });
    composition.current = watched;
    return () => watched.stop();
  }, [connection, begun, composed]);
  useLayoutEffect(() => {
    const field = control.current;
    if (caret.current === null || !field) return;
    if (field === document.activeElement) field.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return {
    ref: control,
    value: draft?.words ?? value,
    onChange: (event: ChangeEvent<Control>) => type(event.target.value),
    onBlur: rested,
  };
}
