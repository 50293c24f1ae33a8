import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
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

/** An act whose form says what its use case is asked, besides the month. */
const asking = <Schema extends z.ZodType<object>>(
  schema: Schema,
  perform: (
    actor: Actor,
    input: z.output<Schema> & { month: string },
    now: string,
  ) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now, params }, input) => perform(actor, { month: params.month ?? "", ...input }, now),
    ({ params }) => `/desk/days/${params.month}/rollcall`,
  );

export const action = intents({
  call: asking(rollCallForm, callRoll),
  add: asking(attendeeForm, addAttendee),
  open: asking(reasonForm, openSession),
});

export default function RollCallRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <RollCallView page={page} refusal={refusal} />;
}
