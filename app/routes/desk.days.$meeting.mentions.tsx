import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { findMentions } from "~/meeting/room/findMentions.server";
import { lookUpMentions } from "~/meeting/room/lookUpMentions.server";
import { mentionWords, readMentionKeys } from "~/record/document/mention";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const month = params.month ?? "";
  const answer = searchParams.has("key")
    ? { names: valueOrThrow(await lookUpMentions(actor, month, readMentionKeys(searchParams.getAll("key")))) }
    : {
        choices: valueOrThrow(await findMentions(actor, month, mentionWords(searchParams.get("words")), now)),
      };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
