import { useEffect } from "react";
import { type Outcome, outcomes } from "~/meeting/conduct/topic";
import { useShortcut } from "~/ui/useShortcut";

/** An outcome that was chosen by its key. */
export interface AskedOutcome {
  outcome: Outcome;
}

/** Calls `choose` with the outcome whose key is pressed: 1 for the first of them, and so on. */
export function useOutcomeKeys(choose: (asked: AskedOutcome) => void): void {
  // One hook for each: their number is fixed.
  useShortcut("1", () => choose({ outcome: outcomes[0] }));
  useShortcut("2", () => choose({ outcome: outcomes[1] }));
  useShortcut("3", () => choose({ outcome: outcomes[2] }));
  useShortcut("4", () => choose({ outcome: outcomes[3] }));
  useShortcut("5", () => choose({ outcome: outcomes[4] }));
}

// What is still to be said goes on there; what is complete waits for Enter.
const goesOnAt: Readonly<Record<Outcome, string>> = {
  passed: "button.btn-primary",
  passedInPrinciple: "button.btn-primary",
  notPassed: "textarea[name=note]",
  other: "textarea[name=note]",
  deferred: "input[name=deferredTo]:checked, input[name=deferredDay]",
};

/**
 * Chooses in a form the outcome that was asked for by its key, and moves the focus to what is to be said next; to the
 * button where nothing is.
 */
export function useChosenByKey(formId: string, asked: AskedOutcome | null): void {
  useEffect(() => {
    if (!asked) return;
    const form = document.getElementById(formId);
    form?.querySelector<HTMLInputElement>(`input[name=outcome][value=${asked.outcome}]`)?.click();
    // Its fields are drawn with the choice.
    const timer = setTimeout(() => form?.querySelector<HTMLElement>(goesOnAt[asked.outcome])?.focus());
    return () => clearTimeout(timer);
  }, [formId, asked]);
}
