import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { LookBackPage } from "~/meeting/lookback/LookBackPage";
import { showLookBack } from "~/meeting/lookback/showLookBack.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { statementForm } from "~/meeting/lookback/statementForm";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("task.lookBack.title", { month: writtenMonth(data.shown.day.month, language, true) }),
  ),
  keys: [
    { keys: "← →", does: "task.lookBack.keyLeaf" },
    { keys: "1 2 3 4", does: "task.lookBack.keyState" },
  ],
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const query = new URL(request.url).searchParams;
  const [number, after] = [query.get("task"), query.get("after")];
  const shown = foundOrThrow(await showLookBack(actor, { month: params.month!, number, after }));
  return { shown, asList: query.get("view") === "list", now };
}

export const action = intents({
  state: act(
    statementForm,
    ({ actor, now, params }, input) => stateAtLookBack(actor, { ...input, month: params.month! }, now),
    ({ params, input }) => `/desk/days/${params.month}/look-back?after=${input.number}`,
  ),
});

export default function LookBackRoute() {
  const { shown, asList, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LookBackPage shown={shown} asList={asList} now={now} answer={answer} />;
}
