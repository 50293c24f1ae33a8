import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingName } from "~/i18n/meetingName";
import { arrangeMeeting } from "~/meeting/call/arrangeMeeting.server";
import { arrangeMeetingForm } from "~/meeting/call/callForm";
import { EarlierMeetingView } from "~/meeting/call/EarlierMeetingView";
import { MeetingView } from "~/meeting/call/MeetingView";
import {
  cancelMeeting,
  postponeMeeting,
  restoreMeeting,
  undoPostponement,
} from "~/meeting/call/rearrangeMeeting.server";
import { showEarlierMeeting } from "~/meeting/call/showEarlierMeeting.server";
import { showMeeting } from "~/meeting/call/showMeeting.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { followUp } from "~/meeting/stage/followUp.server";
import { cancelForm, postponeForm } from "~/meeting/stage/rearrangeForm";
import { loadAnew } from "~/ui/form/loadAnew";
import { pageTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: pageTitle<typeof loader>(({ page, earlier }, t, language) =>
    meetingName((page ?? earlier).meeting, t, language),
  ),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const slug = meetingAsked(asked);
  const earlier = await showEarlierMeeting(actor, slug, now);
  if (earlier) return { earlier, page: null };
  return { earlier: null, page: valueOrThrow(await showMeeting(actor, slug, now)) };
}

export const action = intents({
  arrange: meetingAct(arrangeMeetingForm, arrangeMeeting, undefined),
  postpone: meetingAct(postponeForm, postponeMeeting, undefined),
  undoPostpone: meetingAct(emptyForm, undoPostponement, undefined),
  cancel: meetingAct(cancelForm, cancelMeeting, undefined),
  restore: meetingAct(emptyForm, restoreMeeting, undefined),
  followUp: meetingAct(emptyForm, followUp, undefined),
});

export default function MeetingRoute() {
  const { page, earlier } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (earlier) return <EarlierMeetingView page={earlier} />;
  return <MeetingView page={page} answer={answer} />;
}
