import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { writtenMonth } from "~/calendar/writtenDate";
import type { Result } from "~/ledger/result";
import { AgendaView } from "~/meeting/agenda/AgendaView";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import {
  addTopicForm,
  changeTopicForm,
  chosenOf,
  declineForm,
  invitationForm,
  inviteForm,
  inviteProposedForm,
  moveTopicForm,
  nameForm,
  reasonForm,
  takeOffForm,
  topicForm,
} from "~/meeting/agenda/agendaForm";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { moveTopic } from "~/meeting/agenda/moveTopic.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { putBackOnAgenda } from "~/meeting/agenda/putBackOnAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { decline } from "~/meeting/attendance/declineInvitation.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { nameAttendee } from "~/meeting/attendance/nameAttendee.server";
import { withdrawInvitation } from "~/meeting/attendance/withdrawInvitation.server";
import { openSession } from "~/meeting/conduct/openSession.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("session.agenda.title", { month: writtenMonth(data.day.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showAgenda(actor, params.month ?? "", now));
}

/** An act whose form says what its use case is asked, besides the month. */
const asking = <Schema extends z.ZodType<object>>(
  schema: Schema,
  perform: (
    actor: Actor,
    input: z.output<Schema> & { month: string },
    now: string,
  ) => Promise<Result<unknown>>,
  page = "agenda",
) =>
  act(
    schema,
    ({ actor, now, params }, input) => perform(actor, { month: params.month ?? "", ...input }, now),
    ({ params }) => `/desk/days/${params.month}/${page}`,
  );

export const action = intents({
  start: asking(reasonForm, startAgenda),
  move: asking(moveTopicForm, (actor, { month, topicId, to, beforeId = null }) =>
    moveTopic(actor, to === "before" ? { month, topicId, to, beforeId } : { month, topicId, to }),
  ),
  change: asking(changeTopicForm, changeTopic),
  add: asking(addTopicForm, addToAgenda),
  takeOff: asking(takeOffForm, takeOffAgenda),
  putBack: asking(topicForm, putBackOnAgenda),
  publish: asking(reasonForm, publishAgenda),
  invite: asking(inviteForm, (actor, { month, ...one }, now) =>
    inviteUnits(actor, { month, invitations: [one] }, now),
  ),
  inviteProposed: asking(inviteProposedForm, (actor, { month, proposed }, now) =>
    inviteUnits(actor, { month, invitations: chosenOf(proposed) }, now),
  ),
  withdrawInvitation: asking(invitationForm, withdrawInvitation),
  name: asking(nameForm, nameAttendee),
  decline: asking(declineForm, decline),
  open: asking(reasonForm, openSession, "rollcall"),
});

export default function AgendaRoute() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  return <AgendaView page={page} refusal={refusal} />;
}
