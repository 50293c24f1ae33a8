import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { CardsView } from "~/meeting/papers/CardsView";
import { peopleComing } from "~/meeting/papers/peopleComing.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("cards"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor } = await requireActor(asked.request);
  return valueOrThrow(await peopleComing(actor, meetingAsked(asked)));
}

export default function CardsRoute() {
  return <CardsView coming={useLoaderData<typeof loader>()} />;
}
