import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import { refusalStatus } from "~/ledger/refusal";
import type { Refusal } from "~/ledger/result";
import { refusalAnswer } from "./request.server";

/** What a form's page gets back: the fields as typed with an error at each, as message keys. */
export function badForm<T>(submission: Submission<T, string[]>, options: { hide?: string[] } = {}) {
  return data({ reply: submission.reply({ hideFields: options.hide as never }) }, { status: 422 });
}

/** The same for a refusal by the use case: at its field where it has one, else above the form. */
export function refusedForm<T>(
  submission: Submission<T, string[]>,
  refusal: Refusal,
  options: { hide?: string[] } = {},
) {
  if (refusal.code === "notFound") return refusalAnswer(refusal) as never;
  const message = [`refusal.${refusal.code}`];
  const reply = submission.reply({
    hideFields: options.hide as never,
    ...(refusal.field ? { fieldErrors: { [refusal.field]: message } as never } : { formErrors: message }),
  });
  return data({ reply, refusal }, { status: refusalStatus[refusal.code] });
}
