import { useActionData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { TextsUnder } from "~/i18n/textKey";
import type { FieldValues, Touch } from "~/ledger/meanwhile";

/** What an address answers that refused a form: why, and what had been typed. */
export interface RefusedForm {
  refusal: {
    code: TextsUnder<"refusal">;
    /** At which field it is said. */
    field?: string;
    values?: Record<string, string | number>;
    touched?: Record<string, Touch>;
  };
  typed: Record<string, string>;
  meanwhile?: { seen: FieldValues; mine: FieldValues };
}

/** The refusal of the form that posted exactly these hidden values from this page; undefined where there is none. */
export function useRefusedForm(posted: Record<string, string | undefined>): RefusedForm | undefined {
  const answer = useActionData() as Partial<RefusedForm> | null | undefined;
  if (!answer?.refusal || !answer.typed) return undefined;
  const { refusal, typed, meanwhile } = answer;
  return Object.entries(posted).every(([name, value]) => typed[name] === value)
    ? { refusal, typed, meanwhile }
    : undefined;
}

const Typed = createContext<Record<string, string>>({});

/** Gives the fields inside it what was typed into them before the refusal. */
export const TypedProvider = Typed.Provider;

/** What was typed into a field before its form was refused. */
export function useTyped(name: string): string | undefined {
  return useContext(Typed)[name];
}

/** What a form answered with had been typed into its fields. */
export function typedOf(reply: { initialValue?: unknown } | null | undefined): Record<string, string> {
  return (reply?.initialValue ?? {}) as Record<string, string>;
}
