import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { departingForm } from "~/meeting/agenda/agendaForm";
import { addAttendee } from "~/meeting/attendance/addAttendee.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { RollCallView } from "~/meeting/attendance/RollCallView";
import { attendeeForm, rollCallForm } from "~/meeting/attendance/rollCallForm";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("rollcall"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showRollCall(actor, meetingAsked(asked), now));
}

export const action = intents({
  call: meetingAct(rollCallForm, callRoll, "rollcall"),
  add: meetingAct(attendeeForm, addAttendee, "rollcall"),
  open: meetingAct(departingForm, openSession, "rollcall"),
});

export default function RollCallRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <RollCallView page={page} refusal={refusal} />;
}
