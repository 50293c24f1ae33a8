import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { WritersView } from "~/meeting/history/WritersView";
import { OverwrittenList } from "~/meeting/overwritten/OverwrittenList";
import { overwrittenOf } from "~/meeting/overwritten/overwrittenOf.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("writers"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const of = new URL(asked.request.url).searchParams.get("of") ?? undefined;
  const slug = meetingAsked(asked);
  const page = valueOrThrow(
    await showWriters(actor, { slug, of, language: requestLanguage(asked.request) }, now),
  );
  return { ...page, overwritten: valueOrThrow(await overwrittenOf(actor, slug, now)) };
}

export default function WritersRoute() {
  const { overwritten, ...page } = useLoaderData<typeof loader>();
  return (
    <WritersView page={page}>
      <OverwrittenList page={overwritten} />
    </WritersView>
  );
}
