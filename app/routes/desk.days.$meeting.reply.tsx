import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { declineForm, replyForm } from "~/meeting/attendance/answer";
import { decline } from "~/meeting/attendance/declineInvitation.server";
import { nameDelegates } from "~/meeting/attendance/nameDelegates.server";
import { ReplyView } from "~/meeting/attendance/ReplyView";
import { showReply } from "~/meeting/attendance/showReply.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("reply"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const attendanceId = new URL(asked.request.url).searchParams.get("of") ?? undefined;
  return valueOrThrow(await showReply(actor, { slug: meetingAsked(asked), attendanceId }, now));
}

const toReply = ({ input }: { input: { attendanceId: string } }) =>
  `reply?of=${encodeURIComponent(input.attendanceId)}` as const;

export const action = intents({
  reply: meetingAct(replyForm, nameDelegates, toReply),
  decline: meetingAct(declineForm, decline, toReply),
});

export default function ReplyRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ReplyView page={page} answer={answer} />;
}
