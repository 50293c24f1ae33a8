import type { ActionFunctionArgs } from "@remix-run/node";
import type { Actor } from "./actor";
import { requireActor } from "./request.server";

/** One thing that can be done at an address: a form posts its name as `intent`. */
export type Intent<T> = (asked: {
  actor: Actor;
  now: string;
  form: FormData;
  params: ActionFunctionArgs["params"];
  request: Request;
}) => Promise<T>;

// What was typed stays: a refusal carries it back to the page, which without script would otherwise have lost it.
// A form that answers field by field carries it already.
function withTyped<T>(answer: T, form: FormData): T {
  const told = answer as { data?: { refusal?: unknown; reply?: unknown; typed?: unknown } } | null;
  if (!told?.data?.refusal || told.data.reply) return answer;
  const words = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  told.data.typed = Object.fromEntries(words);
  return answer;
}

/**
 * The action of a route that offers several intents to signed-in people. Its names are readable from
 * outside (`intents`), so that a test can walk every one of them.
 */
export function intents<T>(table: Record<string, Intent<T>>) {
  const action = async ({ request, params }: ActionFunctionArgs): Promise<T> => {
    const { actor, now } = await requireActor(request);
    const form = await request.formData();
    const intent = table[String(form.get("intent"))];
    if (!intent || !Object.hasOwn(table, String(form.get("intent"))))
      throw new Response("unknown intent", { status: 400 });
    return withTyped(await intent({ actor, now, form, params, request }), form);
  };
  return Object.assign(action, { intents: Object.keys(table) });
}
