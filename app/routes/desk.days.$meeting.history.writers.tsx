import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { showWriters } from "~/meeting/history/showWriters.server";
import { WritersView } from "~/meeting/history/WritersView";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("history.writers.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const of = new URL(request.url).searchParams.get("of") ?? undefined;
  return valueOrThrow(
    await showWriters(actor, { month: params.month ?? "", of, language: requestLanguage(request) }, now),
  );
}

export default function WritersRoute() {
  return <WritersView page={useLoaderData<typeof loader>()} />;
}
