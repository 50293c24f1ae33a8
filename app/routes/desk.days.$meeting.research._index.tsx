import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { ResearchView } from "~/meeting/research/ResearchView";
import { addVisitForm, briefForm, memberForm, removeMemberForm } from "~/meeting/research/researchForm";
import { removeMember, setBrief, setMember } from "~/meeting/research/setGroup.server";
import { showResearch } from "~/meeting/research/showResearch.server";
import { addVisit } from "~/meeting/research/writeVisit.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = { title: meetingTitle("research") };

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showResearch(actor, meetingAsked(asked), now));
}

export const action = intents({
  brief: meetingAct(briefForm, setBrief, "research"),
  setMember: meetingAct(memberForm, setMember, "research"),
  removeMember: meetingAct(removeMemberForm, removeMember, "research"),
  addVisit: meetingAct(addVisitForm, addVisit, ({ value }) => `research/${value}`),
});

export default function ResearchRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ResearchView page={page} refusal={isOvertaken(answer) ? undefined : answer?.refusal} />;
}
