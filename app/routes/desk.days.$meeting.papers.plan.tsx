import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { SchemeView } from "~/meeting/scheme/SchemeView";
import { schemeFacts } from "~/meeting/scheme/schemeFacts.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("plan"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await schemeFacts(actor, meetingAsked(asked), now));
}

export default function SchemeRoute() {
  return <SchemeView page={useLoaderData<typeof loader>()} />;
}
