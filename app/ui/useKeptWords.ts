import { useLocation } from "@remix-run/react";
import { createContext, type RefObject, useContext, useEffect, useState } from "react";
import { aboutOf, formId, formLabel, mayKeep, putBack, typedWords, wordsIn } from "./formWords";
import { onAnswered } from "./heldRequests";
import { forgetWords, type KeptWords, keepWords, keptWords, openKeptWords, showsForm } from "./keptWords";

const Owner = createContext<string | undefined>(undefined);

/** Says for whom the forms inside it keep what is typed: a person in a post. Without it nothing is kept. */
export const KeptWordsOwner = Owner.Provider;

// Milliseconds after the last key.
const keepAfter = 250;

/**
 * Keeps what is typed into a form until it is taken or given up, however the form is left: by Esc, by a press
 * elsewhere, by another page or by loading anew. When the form is shown again the words are put back.
 * @param inside an element of the form
 * @returns what was put back, with how to give it up; null where nothing was
 */
export function useKeptWords(
  inside: RefObject<HTMLInputElement>,
): { kept: KeptWords; giveUp: () => void } | null {
  const owner = useContext(Owner);
  const { pathname, search } = useLocation();
  const [kept, setKept] = useState<KeptWords | null>(null);
  useEffect(() => {
    const form = inside.current?.form;
    if (!owner || !form || !mayKeep(form)) return;
    openKeptWords(owner);
    return keepForm(form, { pathname, search }, setKept, () => inside.current?.value);
  }, [owner, inside, pathname, search]);
  return kept && { kept, giveUp: () => inside.current?.form?.reset() };
}

function keepForm(
  form: HTMLFormElement,
  at: { pathname: string; search: string },
  restored: (kept: KeptWords | null) => void,
  onceKey: () => string | undefined,
): () => void {
  const id = formId(form, at.pathname);
  const first = wordsIn(form);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const save = () => {
    clearTimeout(waiting);
    if (waiting === undefined) return;
    waiting = undefined;
    const old = keptWords().find((one) => one.id === id);
    const typed = typedWords(wordsIn(form), first, old);
    if (Object.keys(typed.values).length === 0) return forgetWords(id);
    const about = old?.about ?? aboutOf(form);
    const { pathname: path, search } = at;
    keepWords({ id, path, search, label: formLabel(form), at: new Date().toISOString(), about, ...typed });
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, keepAfter);
  };
  const end = () => {
    clearTimeout(waiting);
    waiting = undefined;
    forgetWords(id);
    restored(null);
  };
  const gone = showsForm(id, form);
  const stop = onAnswered((key, taken) => {
    if (taken && key === onceKey()) end();
  });
  const mine = keptWords().find((one) => one.id === id);
  // Once everything that listens to the form is in place.
  if (mine) queueMicrotask(() => !over && putBack(form, mine) && restored(mine));
  form.addEventListener("input", later);
  form.addEventListener("reset", end);
  window.addEventListener("pagehide", save);
  return () => {
    over = true;
    save();
    stop();
    gone();
    form.removeEventListener("input", later);
    form.removeEventListener("reset", end);
    window.removeEventListener("pagehide", save);
  };
}
