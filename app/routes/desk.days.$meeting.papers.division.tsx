import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { DivisionView } from "~/meeting/papers/DivisionView";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("division"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const { meeting, paper } = valueOrThrow(await showMinutes(actor, meetingAsked(asked), null, now));
  return { meeting, paper };
}

export default function DivisionRoute() {
  const { meeting, paper } = useLoaderData<typeof loader>();
  return <DivisionView meeting={meeting} paper={paper} />;
}
