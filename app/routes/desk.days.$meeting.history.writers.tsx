import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { WritersView } from "~/meeting/history/WritersView";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("writers"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const of = new URL(asked.request.url).searchParams.get("of") ?? undefined;
  return valueOrThrow(
    await showWriters(
      actor,
      { slug: meetingAsked(asked), of, language: requestLanguage(asked.request) },
      now,
    ),
  );
}

export default function WritersRoute() {
  return <WritersView page={useLoaderData<typeof loader>()} />;
}
