import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { topicMaterials } from "~/meeting/materials/topicMaterials.server";

/** What is at hand on the topic that is asked for, for the pane beside the record. */
export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const topicId = new URL(asked.request.url).searchParams.get("topic");
  return valueOrThrow(await topicMaterials(actor, { slug: meetingAsked(asked), topicId }, now));
}
