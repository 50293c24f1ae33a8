import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/access/actor";
import { emptyForm } from "~/access/formFields";
import { type Asked, act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
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

type ReasonedAct = (
  actor: Actor,
  input: { month: string; reason: string },
  now: string,
) => Promise<Result<unknown>>;

const month = ({ params }: Asked) => params.month ?? "";
const toMinutes = ({ params }: Pick<Asked, "params">) => `/desk/days/${params.month}/minutes`;

const withReason = (perform: ReasonedAct) =>
  act(
    reasonForm,
    (asked, { reason }) => perform(asked.actor, { month: month(asked), reason }, asked.now),
    toMinutes,
  );

export const action = intents({
  close: act(emptyForm, (asked) => closeSession(asked.actor, { month: month(asked) }, asked.now), toMinutes),
  reopen: withReason(reopenSession),
  amend: withReason(beginAmendment),
  drop: withReason(dropAmendment),
  issue: act(emptyForm, (asked) => issueMinutes(asked.actor, { month: month(asked) }, asked.now), toMinutes),
});

export default function MinutesRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <MinutesView page={page} refusal={refusal} />;
}
