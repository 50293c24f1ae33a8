import { meanwhileField, seenField } from "~/ledger/meanwhile";
import { onceField } from "~/ledger/onceField";
import { fillIn } from "./fillIn";
import type { KeptWords } from "./keptWords";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Unseen fields that say which state of a thing a form is about. */
const aboutFields = ["version", seenField];
const ofNoForm = [onceField, meanwhileField, "stay", ...aboutFields];

const isControl = (one: Element): one is Control =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;

const isUnseen = (one: Element) => one instanceof HTMLInputElement && one.type === "hidden";

function isTyped(one: Element): one is Control {
  if (!isControl(one) || one.name === "" || one.disabled || one.name.startsWith("take.")) return false;
  return !(one instanceof HTMLInputElement && ["hidden", "file", "submit", "button"].includes(one.type));
}

/** Whether what is typed into a form may be kept: no password. */
export const mayKeep = (form: HTMLFormElement): boolean =>
  form.querySelector("input[type='password']") === null;

/** Names a form by its page and by what it sends unseen. */
export function formId(form: HTMLFormElement, path: string): string {
  const own = [...form.elements].flatMap((one) => {
    const { name, value } = one as HTMLInputElement;
    const tells = isUnseen(one) || (one instanceof HTMLButtonElement && one.type === "submit");
    return tells && name && !ofNoForm.includes(name) ? [`${name}=${value}`] : [];
  });
  return [path, form.id, ...own].join(" ");
}

// The key that opens it stands beside its name and is no part of it.
function withoutKeys(head: Element): string {
  const copy = head.cloneNode(true) as Element;
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return copy.textContent ?? "";
}

/** What a form is called: by the window or fold it stands in, else by its button. */
export function formLabel(form: HTMLFormElement): string {
  const head =
    form.closest("dialog")?.querySelector("h2") ??
    form.closest("details")?.querySelector("summary") ??
    form.querySelector("button:not([type='button'])");
  return (head ? withoutKeys(head) : document.title).trim();
}

/** What stands in the fields of a form; what is not chosen is an empty list. */
export function wordsIn(form: HTMLFormElement): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const one of [...form.elements].filter(isTyped)) {
    words[one.name] ??= [];
    words[one.name]!.push(...valuesOf(one));
  }
  return words;
}

function valuesOf(one: Control): string[] {
  if (one instanceof HTMLSelectElement) return [...one.selectedOptions].map(({ value }) => value);
  if (one instanceof HTMLInputElement && ["checkbox", "radio"].includes(one.type))
    return one.checked ? [one.value] : [];
  return [one.value];
}

/** The state of a thing that a form is about. */
export const aboutOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...form.elements]
      .filter((one): one is HTMLInputElement => isUnseen(one) && aboutFields.includes((one as Control).name))
      .map(({ name, value }) => [name, value]),
  );

const isEqual = (one: string[] | undefined, other: string[] | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Compares what stands in a form with what stood there at first, and with what is kept of it already. */
export function typedWords(
  now: Record<string, string[]>,
  first: Record<string, string[]>,
  kept: KeptWords | undefined,
): Pick<KeptWords, "values" | "was"> {
  const was: Record<string, string[]> = { ...first, ...kept?.was };
  const changed = Object.keys(now).filter((name) => !isEqual(now[name], was[name]));
  const only = (words: Record<string, string[]>) =>
    Object.fromEntries(changed.map((name) => [name, words[name] ?? []]));
  return { values: only(now), was: only(was) };
}

/** Says that the words of a form are about another state of its thing than the page has loaded. */
export const aboutEvent = "kept-about";

/** Puts kept words back into their form. Answers whether anything there was different. */
export function putBack(form: HTMLFormElement, kept: KeptWords): boolean {
  const now = wordsIn(form);
  const lost = Object.keys(kept.values).filter(
    (name) => name in now && !isEqual(now[name], kept.values[name]),
  );
  if (lost.length === 0) return false;
  for (const name of lost) fillIn(form, name, kept.values[name]!);
  form.dispatchEvent(new CustomEvent(aboutEvent, { detail: kept.about }));
  return true;
}
