import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import type { z } from "zod";
import { decideMeanwhile, readSeen, seenField, typedIn } from "~/ledger/meanwhile";
import { refusalStatus } from "~/ledger/refusal";
import type { Refusal } from "~/ledger/result";
import { retryAfter } from "~/ledger/retryAfter";
import type { FormAnswer } from "./formAnswer";
import { keepFields } from "./formFields";
import { refusalResponse } from "./request.server";

/** A {@link FormAnswer} with its status. */
export type FormResponse = ReturnType<typeof data<FormAnswer>>;

/** What a form says, and the answer to it should the use case refuse; or the answer where it says something wrong. */
export type Reading<Input> =
  | { ok: true; input: Input; refused(refusal: Refusal): FormResponse }
  | { ok: false; answer: FormResponse };

// Never sent back to a page, whichever form they are in.
const secrets = ["password", "repeat", "current"];

/**
 * Reads a form by the schema of its room; fields that the schema does not have are ignored. Throws the answer
 * `formUnreadable` (400) where a field comes twice that is asked for once.
 */
export function parseForm<Schema extends z.ZodType>(
  sent: FormData,
  schema: Schema,
): Reading<z.output<Schema>> {
  decideMeanwhile(sent);
  const form = keepFields(sent, schema);
  if (!form) throw refusalResponse({ code: "formUnreadable" });
  const submission = parseWithZod(form, { schema, error: sentenceOf });
  const hideFields = secrets.filter((name) => form.has(name));
  const typed = typedInto(form);
  const meanwhile = meanwhileOf(sent);
  if (submission.status !== "success") {
    const reply = submission.reply({ hideFields: hideFields as never });
    const field = Object.keys(submission.error ?? {})[0];
    return {
      ok: false,
      answer: answerWith({ refusal: { code: "invalid", field }, reply, typed, meanwhile }),
    };
  }
  const refused = (refusal: Refusal) => {
    // What may not be seen answers as a page that does not exist.
    if (refusal.code === "notFound") throw refusalResponse(refusal);
    const message = [`refusal.${refusal.code}`];
    const where = refusal.field ? { fieldErrors: { [refusal.field]: message } } : { formErrors: message };
    const reply = submission.reply({ hideFields: hideFields as never, ...(where as object) });
    return answerWith({ refusal, reply: reply as SubmissionResult<string[]>, typed, meanwhile });
  };
  return { ok: true, input: submission.value as z.output<Schema>, refused };
}

// Where a schema has no sentence of its own for what is wrong, only somebody who forges forms comes by.
const sentenceOf: z.core.$ZodErrorMap = ({ code }) =>
  code === "too_big" ? "error.tooLong" : "error.unreadable";

function answerWith(answer: FormAnswer & { refusal: Refusal }): FormResponse {
  const { refusal } = answer;
  return data(answer, { status: refusalStatus[refusal.code], headers: retryAfter(refusal) });
}

function meanwhileOf(sent: FormData): FormAnswer["meanwhile"] {
  if (!sent.has(seenField)) return undefined;
  const seen = readSeen(String(sent.get(seenField)));
  return { seen, mine: typedIn(sent, Object.keys(seen), seen) };
}

function typedInto(form: FormData): Record<string, string> {
  const words = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !secrets.includes(entry[0]),
  );
  return Object.fromEntries(words);
}
