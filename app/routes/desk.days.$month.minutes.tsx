import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { refusalAnswer, requireActor, valueOrThrow } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenMonth";
import type { Result } from "~/ledger/result";
import { reasonForm } from "~/session/agendaForm";
import { closeSession } from "~/session/closeSession.server";
import { issueMinutes } from "~/session/issueMinutes.server";
import { MinutesView } from "~/session/MinutesView";
import { readForm } from "~/session/readForm.server";
import { reopenSession } from "~/session/reopenSession.server";
import { showMinutes } from "~/session/showMinutes.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("session.minutes.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showMinutes(actor, params.month ?? "", now));
}

function answer(result: Result<unknown>, params: ActionFunctionArgs["params"]) {
  if (!result.ok) return refusalAnswer(result.refusal);
  throw redirect(`/desk/days/${params.month}/minutes`);
}

export const action = intents({
  close: async ({ actor, now, params }) =>
    answer(await closeSession(actor, { month: params.month ?? "" }, now), params),
  reopen: async ({ actor, now, form, params }) => {
    const input = readForm(form, reasonForm);
    if (!input.ok) return answer(input, params);
    return answer(await reopenSession(actor, { month: params.month ?? "", ...input.value }, now), params);
  },
  issue: async ({ actor, now, params }) =>
    answer(await issueMinutes(actor, { month: params.month ?? "" }, now), params),
});

export default function MinutesRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <MinutesView page={page} refusal={refusal} />;
}
