import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { readSlip } from "~/meeting/room/slip/slipHelp";
import { slipHelp } from "~/meeting/room/slip/slipHelp.server";

/** What can be told of a slip of the room while it is being written. */
export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireActor(asked.request);
  const about = readSlip(new URL(asked.request.url).searchParams);
  const help = valueOrThrow(await slipHelp(actor, meetingAsked(asked), about));
  return Response.json(help, { headers: { "Cache-Control": "no-store" } });
}
