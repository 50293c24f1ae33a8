import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { z } from "zod";
import type { Result } from "~/ledger/result";
import { once } from "~/ledger/submission.server";
import type { Actor } from "./actor";
import { type FormResponse, parseForm } from "./form.server";
import { keepToWriter } from "./keepToWriter.server";
import { orNotStored } from "./notStored.server";
import type { FormBounds } from "./readForm.server";
import { receiveForm } from "./receiveForm.server";
import { refusalResponse, sendTo } from "./request.server";
import { takeSubmission } from "./submissionOf.server";

/** Who asks for something at an address, and when (UTC instant). */
export interface Asked {
  actor: Actor;
  now: string;
  params: ActionFunctionArgs["params"];
  request: Request;
  /** What the server knows of the request. */
  context: ActionFunctionArgs["context"];
}

/** What was done, for whoever says where to go on: `value` is the use case's, `sent` all that the form said. */
export interface Done<Input, Value> {
  params: Asked["params"];
  /** What the address asks for besides, as `?` and what follows; empty where nothing is. */
  search: string;
  input: Input;
  value: Value;
  sent: FormData;
}

/** One thing that can be done at an address by sending a form, and the schema of that form. */
export interface Act {
  (asked: Asked, sent: FormData): Promise<FormResponse>;
  schema: z.ZodType;
}

/** Where to go on, and what the browser is given on the way. */
type Onward = string | { to: string; headers: Headers };

/**
 * Makes an act of a form, a use case and the page to go to afterwards. A refusal goes back to the page with what
 * had been typed. A form that comes with `stay` leaves the page as it is: of several quick presses each redirect
 * would cut the one before short, and leave an old page standing. A form that is sent twice is carried out once.
 */
export function act<Schema extends z.ZodType, Value>(
  schema: Schema,
  perform: (asked: Asked, input: z.output<Schema>) => Promise<Result<Value>>,
  next: (went: Done<z.output<Schema>, Value>) => Onward,
): Act {
  const send = async (asked: Asked, sent: FormData): Promise<FormResponse> => {
    const form = parseForm(sent, schema);
    if (!form.ok) return form.answer;
    const result = await orNotStored(asked.context, () =>
      once(asked.actor.submission, () => perform(asked, form.input)),
    );
    if (!result.ok) return form.refused(result.refusal);
    if (sent.has("stay")) return data({ done: true, value: result.value });
    const onward = next({
      params: asked.params,
      search: new URL(asked.request.url).search,
      input: form.input,
      value: result.value,
      sent,
    });
    throw typeof onward === "string" ? sendTo(onward) : sendTo(onward.to, { headers: onward.headers });
  };
  return Object.assign(send, { schema });
}

/** Makes an act whose outcome is shown on the page that answers, this once: it stands in no address. */
export function showOnce<Schema extends z.ZodType>(
  schema: Schema,
  perform: (asked: Asked, input: z.output<Schema>) => Promise<Result<string>>,
): Act {
  const send = async (asked: Asked, sent: FormData): Promise<FormResponse> => {
    const form = parseForm(sent, schema);
    if (!form.ok) return form.answer;
    const result = await orNotStored(asked.context, () => perform(asked, form.input));
    return result.ok ? data({ done: true, shownOnce: result.value }) : form.refused(result.refusal);
  };
  return Object.assign(send, { schema });
}

/** What all acts of an address have in common. */
interface AddressOptions {
  /** Looks for the thing that the address names; null where there is none for who asks, which answers 404. */
  meets?: (asked: Asked) => Promise<unknown>;
  bounds?: FormBounds;
}

async function receive({ request, params, context }: ActionFunctionArgs, { meets, bounds }: AddressOptions) {
  const about = { params, request, context };
  const { sent, actor, now } = await receiveForm(request, {
    meets: meets && ((asking) => meets({ ...asking, ...about })),
    bounds,
  });
  keepToWriter(sent, actor);
  const submission = await takeSubmission(sent, actor, request.url);
  return { asked: { ...about, now, actor: { ...actor, submission } }, sent };
}

/** Makes the action of a route that takes one form from signed-in people. */
export function oneForm(only: Act, options: AddressOptions = {}) {
  const action = async (args: ActionFunctionArgs): Promise<FormResponse> => {
    const { asked, sent } = await receive(args, options);
    return only(asked, sent);
  };
  return Object.assign(action, { forms: { action: only.schema } });
}

/**
 * Makes the action of a route that offers several acts to signed-in people; a form names one of them as its
 * `intent`. Throws the answer `unknownIntent` (400) where it names none, or several. The names and their forms can be
 * read from outside (`intents`, `forms`), so that a test can walk every field of every one of them.
 */
export function intents(table: Record<string, Act>, options: AddressOptions = {}) {
  const action = async (args: ActionFunctionArgs): Promise<FormResponse> => {
    const { asked, sent } = await receive(args, options);
    const [name, ...more] = sent.getAll("intent").map(String);
    const chosen = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
    if (!chosen || more.length > 0) throw refusalResponse({ code: "unknownIntent" });
    return chosen(asked, sent);
  };
  const forms = Object.fromEntries(Object.entries(table).map(([name, { schema }]) => [name, schema]));
  return Object.assign(action, { intents: Object.keys(table), forms });
}
