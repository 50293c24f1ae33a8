import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { askOpinions } from "~/meeting/opinion/askOpinions.server";
import { OpinionsView } from "~/meeting/opinion/OpinionsView";
import { askForm, takeBackForm } from "~/meeting/opinion/opinionForm";
import { showOpinions } from "~/meeting/opinion/showOpinions.server";
import { takeBackOpinion } from "~/meeting/opinion/takeBackOpinion.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = { title: meetingTitle("opinions") };

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showOpinions(actor, meetingAsked(asked), now));
}

export const action = intents({
  ask: meetingAct(askForm, askOpinions, ({ input }) => `opinions#topic-${input.topicId}`),
  takeBack: meetingAct(takeBackForm, takeBackOpinion, "opinions"),
});

export default function OpinionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <OpinionsView page={page} refusal={answer?.refusal} />;
}
