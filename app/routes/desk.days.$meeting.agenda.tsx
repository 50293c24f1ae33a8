import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { emptyForm } from "~/access/formFields";
import { intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { AgendaView } from "~/meeting/agenda/AgendaView";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import {
  addTopicForm,
  approveForm,
  changeTopicForm,
  chosenOf,
  departingForm,
  invitationForm,
  inviteForm,
  inviteProposedForm,
  moveTopicForm,
  reasonForm,
  returnAgendaForm,
  takeOffForm,
  topicForm,
} from "~/meeting/agenda/agendaForm";
import { approveAgenda, returnAgenda } from "~/meeting/agenda/answerApproval.server";
import { askApproval } from "~/meeting/agenda/askApproval.server";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { declineProposal } from "~/meeting/agenda/declineProposal.server";
import { moveTopic } from "~/meeting/agenda/moveTopic.server";
import { decideProposalForm, proposeForm } from "~/meeting/agenda/proposalForm";
import { proposeForAgenda } from "~/meeting/agenda/proposeForAgenda.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { putBackOnAgenda } from "~/meeting/agenda/putBackOnAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { takeProposal } from "~/meeting/agenda/takeProposal.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { remindReplies } from "~/meeting/attendance/remindReplies.server";
import { withdrawInvitation } from "~/meeting/attendance/withdrawInvitation.server";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { loadAnew } from "~/ui/form/loadAnew";
import { isOvertaken } from "~/ui/form/Meanwhile";
import { meetingTitle } from "~/ui/pageTitle";

export const shouldRevalidate = loadAnew;

export const handle = {
  title: meetingTitle("agenda"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  return valueOrThrow(await showAgenda(actor, meetingAsked(asked), now));
}

/** An act after which the agenda is shown again. */
const asking = <Schema extends z.ZodType<object>>(
  schema: Schema,
  perform: Parameters<typeof meetingAct<Schema, unknown>>[1],
) => meetingAct(schema, perform, "agenda");

export const action = intents({
  start: asking(reasonForm, startAgenda),
  move: asking(moveTopicForm, (actor, { slug, topicId, to, beforeId = null }) =>
    moveTopic(actor, to === "before" ? { slug, topicId, to, beforeId } : { slug, topicId, to }),
  ),
  change: asking(changeTopicForm, changeTopic),
  propose: asking(proposeForm, proposeForAgenda),
  takeProposal: asking(decideProposalForm, takeProposal),
  declineProposal: asking(decideProposalForm, declineProposal),
  add: asking(addTopicForm, addToAgenda),
  takeOff: asking(takeOffForm, takeOffAgenda),
  putBack: asking(topicForm, putBackOnAgenda),
  askApproval: asking(reasonForm, askApproval),
  approve: asking(approveForm, approveAgenda),
  returnAgenda: asking(returnAgendaForm, returnAgenda),
  publish: asking(departingForm, publishAgenda),
  invite: asking(inviteForm, (actor, { slug, ...one }, now) =>
    inviteUnits(actor, { slug, invitations: [one] }, now),
  ),
  inviteProposed: asking(inviteProposedForm, (actor, { slug, proposed }, now) =>
    inviteUnits(actor, { slug, invitations: chosenOf(proposed) }, now),
  ),
  remind: asking(emptyForm, remindReplies),
  withdrawInvitation: asking(invitationForm, withdrawInvitation),
  open: meetingAct(departingForm, openSession, ({ value }) => (value.opened ? "rollcall" : "agenda")),
});

export default function AgendaRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = isOvertaken(answer) ? undefined : answer?.refusal;
  return <AgendaView page={page} refusal={refusal} />;
}
