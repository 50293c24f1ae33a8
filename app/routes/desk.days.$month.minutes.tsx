import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Intent, intents } from "~/access/intents.server";
import { readForm } from "~/access/readForm.server";
import { refusalAnswer, requireActor, valueOrThrow } from "~/access/request.server";
import { readAskedMinutes } from "~/address/minutesAddress";
import { writtenMonth } from "~/calendar/writtenDate";
import { type Result, refuse } from "~/ledger/result";
import { reasonForm } from "~/meeting/agenda/agendaForm";
import { closeSession } from "~/meeting/conduct/closeSession.server";
import { reopenSession } from "~/meeting/conduct/reopenSession.server";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { dropAmendment } from "~/meeting/minutes/dropAmendment.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { MinutesView } from "~/meeting/minutes/MinutesView";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("session.minutes.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = readAskedMinutes(new URL(request.url).searchParams.get("number"));
  const page =
    asked === undefined ? refuse("notFound") : await showMinutes(actor, params.month ?? "", asked, now);
  return valueOrThrow(page);
}

function answer(result: Result<unknown>, params: ActionFunctionArgs["params"]) {
  if (!result.ok) return refusalAnswer(result.refusal);
  throw redirect(`/desk/days/${params.month}/minutes`);
}

type Asked = Parameters<Intent<unknown>>[0];
type ReasonedAct = (
  actor: Asked["actor"],
  input: { month: string; reason: string },
  now: string,
) => Promise<Result<unknown>>;

async function withReason({ actor, now, form, params }: Asked, act: ReasonedAct) {
  const input = readForm(form, reasonForm);
  if (!input.ok) return answer(input, params);
  return answer(await act(actor, { month: params.month ?? "", ...input.value }, now), params);
}

export const action = intents({
  close: async ({ actor, now, params }) =>
    answer(await closeSession(actor, { month: params.month ?? "" }, now), params),
  reopen: (asked) => withReason(asked, reopenSession),
  amend: (asked) => withReason(asked, beginAmendment),
  drop: (asked) => withReason(asked, dropAmendment),
  issue: async ({ actor, now, params }) =>
    answer(await issueMinutes(actor, { month: params.month ?? "" }, now), params),
});

export default function MinutesRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <MinutesView page={page} refusal={refusal} />;
}
