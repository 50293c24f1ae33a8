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
import { returnMinutes, signMinutes } from "~/meeting/signoff/answerSignOff.server";
import { proposeMinutes } from "~/meeting/signoff/proposeMinutes.server";
import { SignOff } from "~/meeting/signoff/SignOff";
import { showSignOff } from "~/meeting/signoff/showSignOff.server";
import { proposeForm, returnForm, signForm } from "~/meeting/signoff/signOffForm";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { reopenSession } from "~/meeting/stage/reopenSession.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("minutes"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const number = readAskedMinutes(new URL(asked.request.url).searchParams.get("number"));
  const slug = meetingAsked(asked);
  const shown = number === undefined ? refuse("notFound") : await showMinutes(actor, slug, number, now);
  const page = valueOrThrow(shown);
  const drafted = page.issued ? null : page.paper;
  return { ...page, signOff: await showSignOff(actor, slug, drafted, page.missing.length === 0) };
}

export const action = intents({
  close: meetingAct(emptyForm, closeSession, "minutes"),
  reopen: meetingAct(departingForm, reopenSession, "minutes"),
  amend: meetingAct(reasonForm, beginAmendment, "minutes"),
  drop: meetingAct(reasonForm, dropAmendment, "minutes"),
  propose: meetingAct(proposeForm, proposeMinutes, "minutes#sign-off"),
  sign: meetingAct(signForm, signMinutes, "minutes#sign-off"),
  returnMinutes: meetingAct(returnForm, returnMinutes, "minutes#sign-off"),
  issue: meetingAct(emptyForm, issueMinutes, "minutes"),
});

export default function MinutesRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { signOff, paper, now } = page;
  return (
    <MinutesView
      page={page}
      refusal={refusal}
      signOff={signOff && paper && <SignOff {...{ signOff, paper, now, refusal }} />}
    />
  );
}
