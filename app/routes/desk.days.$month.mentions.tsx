import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { findMentions } from "~/session/findMentions.server";
import { mentionWords } from "~/session/mention";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const words = mentionWords(new URL(request.url).searchParams.get("words"));
  const choices = valueOrThrow(await findMentions(actor, params.month ?? "", words, now));
  return Response.json({ choices }, { headers: { "Cache-Control": "no-store" } });
}
