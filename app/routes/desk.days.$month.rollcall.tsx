import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { readForm } from "~/access/readForm.server";
import { refusalAnswer, requireActor, valueOrThrow } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import type { Result } from "~/ledger/result";
import { reasonForm } from "~/meeting/agenda/agendaForm";
import { addAttendee } from "~/meeting/attendance/addAttendee.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { RollCallView } from "~/meeting/attendance/RollCallView";
import { attendeeForm, rollCallForm } from "~/meeting/attendance/rollCallForm";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { openSession } from "~/meeting/conduct/openSession.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("session.roll.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showRollCall(actor, params.month ?? "", now));
}

function answer(result: Result<unknown>, params: ActionFunctionArgs["params"], stay = false) {
  if (!result.ok) return refusalAnswer(result.refusal);
  // Of several quick presses each redirect would cut the one before short, and leave an old page standing.
  if (stay) return null;
  throw redirect(`/desk/days/${params.month}/rollcall`);
}

export const action = intents({
  call: async ({ actor, now, form, params }) => {
    const input = readForm(form, rollCallForm);
    if (!input.ok) return answer(input, params);
    const result = await callRoll(actor, { month: params.month ?? "", ...input.value }, now);
    return answer(result, params, form.has("stay"));
  },
  add: async ({ actor, now, form, params }) => {
    const input = readForm(form, attendeeForm);
    if (!input.ok) return answer(input, params);
    return answer(await addAttendee(actor, { month: params.month ?? "", ...input.value }, now), params);
  },
  open: async ({ actor, now, form, params }) => {
    const input = readForm(form, reasonForm);
    if (!input.ok) return answer(input, params);
    return answer(await openSession(actor, { month: params.month ?? "", ...input.value }, now), params);
  },
});

export default function RollCallRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <RollCallView page={page} refusal={refusal} />;
}
