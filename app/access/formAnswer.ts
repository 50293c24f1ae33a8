import type { SubmissionResult } from "@conform-to/react";
import type { FieldValues } from "~/ledger/meanwhile";
import type { Refusal } from "~/ledger/result";

/** What an address answers to a form, unless it sends on to another page. */
export interface FormAnswer {
  /** It was done, and the page that sent it stays as it is. */
  done?: true;
  /** What the use case answered then. */
  value?: unknown;
  /** Shown on this one page and kept nowhere, such as the link of an invitation. */
  shownOnce?: string;
  /** Why it was not done; `invalid` where something in the form itself is wrong. */
  refusal?: Refusal;
  /** The same for a form that says what is wrong at its fields, as message keys. */
  reply?: SubmissionResult<string[]>;
  /** What had been typed, by field, and which button was pressed (`intent`). */
  typed?: Record<string, string>;
  /** Of a form about something that may have changed meanwhile. */
  meanwhile?: {
    /** The values it was shown with. */
    seen: FieldValues;
    /** What it says in their fields. */
    mine: FieldValues;
  };
}
