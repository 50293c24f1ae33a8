import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { findMentions } from "~/meeting/room/findMentions.server";
import { lookUpMentions } from "~/meeting/room/lookUpMentions.server";
import { mentionWords, readMentionKeys } from "~/record/document/mention";

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const { searchParams } = new URL(asked.request.url);
  const slug = meetingAsked(asked);
  const answer = searchParams.has("key")
    ? { names: valueOrThrow(await lookUpMentions(actor, slug, readMentionKeys(searchParams.getAll("key")))) }
    : {
        choices: valueOrThrow(await findMentions(actor, slug, mentionWords(searchParams.get("words")), now)),
      };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
