import { createContext, type RefObject, useContext, useEffect, useId, useRef, useState } from "react";
import { v4 } from "uuid";
import { onceField } from "~/ledger/onceField";
import { offerResend, onAnswered } from "./heldRequests";
import { KeptNotice } from "./KeptNotice";
import { useKeptWords } from "./useKeptWords";

const Seed = createContext<string | undefined>(undefined);

/** Gives the forms of a page what their keys begin with: made by the server, new for each page that it sends. */
export const OnceSeed = Seed.Provider;

// Milliseconds. Two presses of the same form within this time are one, however fast the answer was.
const onePress = 700;

/** Makes a key for a form that is sent without being shown. */
export const newKey = (): string => v4();

/**
 * The hidden field by which a form is carried out once, however often it is pressed or sent: stands in every form
 * that changes something. What is typed into the form is kept until it is taken. The key is renewed once the form has been answered, or says something else than before.
 */
export function OnceKey() {
  const seed = useContext(Seed);
  const [first] = useState(seed);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const key = useRef(`${first}.${id}`);
  useRenewal(input, key);
  const putBack = useKeptWords(input);
  if (first === undefined) return null;
  return (
    <>
      <input ref={input} type="hidden" name={onceField} defaultValue={key.current} />
      {putBack && <KeptNotice at={putBack.kept.at} giveUp={putBack.giveUp} />}
    </>
  );
}

/** What one press of a form sent. */
interface Press {
  words: string;
  at: number;
  answered: boolean;
}

function useRenewal(input: RefObject<HTMLInputElement>, key: { current: string }) {
  useEffect(() => {
    const form = input.current?.form;
    if (!form) return;
    let last: Press | undefined;
    const offers: (() => void)[] = [];
    const onSubmit = (event: SubmitEvent) => {
      if (isCheck(event.submitter)) return;
      const words = wordsOf(form, event.submitter);
      const at = performance.now();
      const isNew = last && (last.words !== words || (last.answered && at - last.at > onePress));
      if (isNew && input.current) {
        key.current = newKey();
        input.current.value = key.current;
      }
      last = { words, at, answered: false };
      offers.push(offerResend(key.current, () => pressAgain(form, event.submitter)));
    };
    const forget = onAnswered((which) => {
      if (last && which === key.current) last.answered = true;
    });
    form.addEventListener("submit", onSubmit, { capture: true });
    return () => {
      forget();
      for (const withdraw of offers) withdraw();
      form.removeEventListener("submit", onSubmit, { capture: true });
    };
  }, [input, key]);
}

// The form's own library submits it to check a field while somebody types, and sends nothing.
function isCheck(submitter: HTMLElement | null): boolean {
  return submitter instanceof HTMLButtonElement && submitter.name === "__intent__";
}

function wordsOf(form: HTMLFormElement, submitter: HTMLElement | null): string {
  const said = new FormData(form);
  said.delete(onceField);
  const button = submitter instanceof HTMLButtonElement ? [submitter.name, submitter.value] : [];
  const words = [...said].map(([name, value]) => [
    name,
    typeof value === "string" ? value : [value.name, value.size, value.lastModified],
  ]);
  return JSON.stringify([...words, button]);
}

function pressAgain(form: HTMLFormElement, submitter: HTMLElement | null): void {
  // While its form is under way the button may be out of use, and what is out of use is not sent.
  if (submitter instanceof HTMLButtonElement) submitter.disabled = false;
  form.requestSubmit(submitter?.isConnected ? submitter : null);
}
