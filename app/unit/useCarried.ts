import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";

/** The plain controls that a form sends: a <select>, or checkboxes. */
const controlsIn = (carrier: HTMLElement) => ({
  select: carrier.querySelector("select"),
  boxes: [...carrier.querySelectorAll<HTMLInputElement>("input[type='checkbox']")],
});

function chosenIn(carrier: HTMLElement): string[] {
  const { select, boxes } = controlsIn(carrier);
  if (select) return select.value ? [select.value] : [];
  return boxes.filter(({ checked }) => checked).map(({ value }) => value);
}

function choose(carrier: HTMLElement, values: readonly string[]): void {
  const { select, boxes } = controlsIn(carrier);
  if (select) {
    select.value = values[0] ?? "";
    for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
  }
  for (const box of boxes) if (box.checked !== values.includes(box.value)) box.click();
}

/**
 * What is chosen in the plain controls of a form that lie inside an element, and how to choose there. They stay what
 * the form sends, checks, keeps and resets; whatever sets them, this follows.
 */
export function useCarried(
  carrier: RefObject<HTMLElement>,
): [chosen: string[], choose: (values: readonly string[]) => void] {
  const [chosen, setChosen] = useState<string[]>([]);
  const follow = useCallback(() => {
    const now = carrier.current ? chosenIn(carrier.current) : [];
    setChosen((then) => (then.join(" ") === now.join(" ") ? then : now));
  }, [carrier]);
  // A form that was sent may come back with new controls.
  useLayoutEffect(follow);
  useEffect(() => {
    const element = carrier.current;
    const form = element?.closest("form");
    // The controls are set back after the event.
    const onReset = () => setTimeout(follow);
    element?.addEventListener("change", follow);
    form?.addEventListener("reset", onReset);
    return () => {
      element?.removeEventListener("change", follow);
      form?.removeEventListener("reset", onReset);
    };
  }, [carrier, follow]);
  return [chosen, (values) => carrier.current && choose(carrier.current, values)];
}
