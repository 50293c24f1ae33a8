import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { emptyForm } from "~/access/formFields";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { readAskedMinutes } from "~/address/minutesAddress";
import { refuse } from "~/ledger/result";
import { departingForm, reasonForm } from "~/meeting/agenda/agendaForm";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { dropAmendment } from "~/meeting/minutes/dropAmendment.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { MinutesView } from "~/meeting/minutes/MinutesView";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { reopenSession } from "~/meeting/stage/reopenSession.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("minutes"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const number = readAskedMinutes(new URL(asked.request.url).searchParams.get("number"));
  const page =
    number === undefined ? refuse("notFound") : await showMinutes(actor, meetingAsked(asked), number, now);
  return valueOrThrow(page);
}

export const action = intents({
  close: meetingAct(emptyForm, closeSession, "minutes"),
  reopen: meetingAct(departingForm, reopenSession, "minutes"),
  amend: meetingAct(reasonForm, beginAmendment, "minutes"),
  drop: meetingAct(reasonForm, dropAmendment, "minutes"),
  issue: meetingAct(emptyForm, issueMinutes, "minutes"),
});

export default function MinutesRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <MinutesView page={page} refusal={refusal} />;
}
