import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { NoticeView } from "~/meeting/papers/NoticeView";
import { noticeFacts } from "~/meeting/papers/noticeFacts.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("notice"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await noticeFacts(actor, meetingAsked(asked), now));
}

export default function NoticeRoute() {
  return <NoticeView facts={useLoaderData<typeof loader>()} />;
}
