import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import type { Result } from "~/ledger/result";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { needsOfTask } from "~/meeting/resource/needsOn.server";
import { NeedsSection } from "~/meeting/resource/page/NeedsSection";
import { denyAsWitness } from "~/meeting/stage/denyAsWitness.server";
import { sendTaskToRework } from "~/meeting/stage/sendTaskToRework.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { confirmWitness } from "~/task/acts/answerAsWitness.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { finishMilestone } from "~/task/acts/finishMilestone.server";
import { answerOrderForm, orderForm } from "~/task/acts/orderForm";
import { answerOrder, orderTask } from "~/task/acts/orderTask.server";
import { reportProgress } from "~/task/acts/reportProgress.server";
import { resumeTask } from "~/task/acts/resumeTask.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { suspendTask } from "~/task/acts/suspendTask.server";
import { actForms } from "~/task/acts/taskForms";
import { unblockTask } from "~/task/acts/unblockTask.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { showTask } from "~/task/page/showTask.server";
import { TaskPage } from "~/task/page/TaskPage";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>(({ shown }) => `${shown.task.number} ${shown.trace.topic.title}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const shown = foundOrThrow(await showTask(actor, params.number!, now, meetingScope));
  return { shown, resources: await needsOfTask(actor, shown.task.number), now };
}

/** Every act goes back to where it was asked for: the task, or the list of work. */
const taskAct = <Form extends z.ZodType<object>>(
  schema: Form,
  perform: (
    actor: Actor,
    input: z.output<Form> & { number: string },
    now: string,
  ) => Promise<Result<unknown>>,
) =>
  act(
    schema,
    ({ actor, now, params }, input) => perform(actor, { ...input, number: params.number! }, now),
    ({ params, sent }) => (sent.get("back") === "desk" ? "/desk" : `/desk/tasks/${params.number}`),
  );

export const action = intents({
  acknowledge: taskAct(actForms.acknowledge, acknowledgeTask),
  progress: taskAct(actForms.progress, reportProgress),
  finishMilestone: taskAct(actForms.finishMilestone, finishMilestone),
  claimHandled: taskAct(actForms.claimHandled, claimHandled),
  askExtension: taskAct(actForms.askExtension, askExtension),
  block: taskAct(actForms.block, blockTask),
  unblock: taskAct(actForms.unblock, unblockTask),
  verifySolved: taskAct(actForms.verifySolved, verifySolved),
  sendToRework: taskAct(actForms.sendToRework, sendTaskToRework),
  decideExtension: taskAct(actForms.decideExtension, decideExtension),
  suspend: taskAct(actForms.suspend, suspendTask),
  resume: taskAct(actForms.resume, resumeTask),
  strikeOff: taskAct(actForms.strikeOff, strikeOff),
  confirmWitness: taskAct(actForms.confirmWitness, confirmWitness),
  order: taskAct(orderForm, orderTask),
  answerOrder: taskAct(answerOrderForm, answerOrder),
  denyWitness: taskAct(actForms.denyWitness, denyAsWitness),
});

export default function TaskRoute() {
  const { shown, resources, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const besides = <NeedsSection beside={resources} now={now} />;
  return <TaskPage shown={shown} now={now} answer={answer} besides={besides} />;
}
