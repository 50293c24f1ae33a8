import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Done, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { PublishingView } from "~/outcome/publishing/PublishingView";
import { publishClearTopics } from "~/outcome/publishing/publishClearTopics.server";
import {
  publishClearForm,
  publishTopicForm,
  putBackForm,
  shortenForm,
  takeDownForm,
} from "~/outcome/publishing/publishingForm";
import { publishTopic } from "~/outcome/publishing/publishTopic.server";
import { putBack } from "~/outcome/publishing/putBack.server";
import { shortenPublicText } from "~/outcome/publishing/shortenPublicText.server";
import { showPublishing } from "~/outcome/publishing/showPublishing.server";
import { takeDownWords } from "~/outcome/publishing/takeDownWords.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("publish"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showPublishing(actor, meetingAsked(asked), now));
}

const toTopic = ({ input }: Done<{ topicId: string }, unknown>) => `publish#topic-${input.topicId}` as const;

export const action = intents({
  publish: meetingAct(publishTopicForm, publishTopic, "publish"),
  publishClear: meetingAct(publishClearForm, publishClearTopics, "publish"),
  shorten: meetingAct(shortenForm, shortenPublicText, toTopic),
  takeDown: meetingAct(takeDownForm, takeDownWords, toTopic),
  putBack: meetingAct(putBackForm, putBack, toTopic),
});

export default function PublishingRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <PublishingView page={page} answer={answer} />;
}
