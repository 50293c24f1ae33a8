import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { refusalAnswer, requireActor, valueOrThrow } from "~/access/request.server";
import type { Result } from "~/ledger/result";
import { HistoryView } from "~/session/HistoryView";
import { keepForm } from "~/session/history";
import { keepVersion } from "~/session/keepVersion.server";
import { readForm } from "~/session/readForm.server";
import { showHistory } from "~/session/showHistory.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.day.month }] : []);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const one = (name: string) => asked.get(name) ?? undefined;
  const pair = { from: one("from"), to: one("to"), older: one("older") };
  return valueOrThrow(await showHistory(actor, params.month ?? "", pair, now));
}

function answer(result: Result<unknown>, params: ActionFunctionArgs["params"]) {
  if (!result.ok) return refusalAnswer(result.refusal);
  throw redirect(`/desk/days/${params.month}/history`);
}

export const action = intents({
  keep: async ({ actor, now, form, params }) => {
    const input = readForm(form, keepForm);
    if (!input.ok) return answer(input, params);
    return answer(await keepVersion(actor, { month: params.month ?? "", ...input.value }, now), params);
  },
});

export default function HistoryRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <HistoryView page={page} refusal={refusal} />;
}
