import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { LookBackPage } from "~/meeting/lookback/LookBackPage";
import { type ShownLookBack, showLookBack } from "~/meeting/lookback/showLookBack.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { statementForm } from "~/meeting/lookback/statementForm";
import { loadAnew } from "~/ui/form/loadAnew";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: meetingTitle("lookBack", ({ shown }: { shown: ShownLookBack }) => shown.meeting),
  keys: [
    { keys: "← →", does: "task.lookBack.keyLeaf" },
    { keys: "1 2 3 4", does: "task.lookBack.keyState" },
    { keys: "Enter", does: "task.lookBack.keyNote" },
  ],
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  const query = new URL(asked.request.url).searchParams;
  const [number, after] = [query.get("task"), query.get("after")];
  const shown = foundOrThrow(await showLookBack(actor, { slug: meetingAsked(asked), number, after }, now));
  return { shown, asList: query.get("view") === "list", now };
}

export const action = intents({
  state: meetingAct(statementForm, stateAtLookBack, ({ input }) => `look-back?after=${input.number}`),
});

export default function LookBackRoute() {
  const { shown, asList, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LookBackPage shown={shown} asList={asList} now={now} answer={answer} />;
}
