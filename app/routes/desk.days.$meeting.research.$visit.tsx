import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { editEntryForm, editVisitForm } from "~/meeting/research/researchForm";
import { showVisit } from "~/meeting/research/showVisit.server";
import { VisitView } from "~/meeting/research/VisitView";
import { noteAct, visitAct, visitAsked } from "~/meeting/research/visitRoute.server";
import { editEntry } from "~/meeting/research/writeEntry.server";
import { editVisit } from "~/meeting/research/writeVisit.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = { title: meetingTitle("visit") };

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showVisit(actor, visitAsked(asked), now));
}

export const action = intents({
  addEntry: noteAct,
  editEntry: visitAct(editEntryForm, editEntry),
  editVisit: visitAct(editVisitForm, editVisit),
});

export default function VisitRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <VisitView page={page} refusal={isOvertaken(answer) ? undefined : answer?.refusal} />;
}
