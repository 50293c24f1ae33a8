import { parseWithZod } from "@conform-to/zod/v4";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { badForm, refusedForm } from "~/access/form.server";
import { type Intent, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import type { Result } from "~/ledger/result";
import { sendTaskToRework } from "~/meeting/conduct/sendTaskToRework.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { finishMilestone } from "~/task/acts/finishMilestone.server";
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
  return { shown: foundOrThrow(await showTask(actor, params.number!, now)), now };
}

/** Every act is the same four moves: its form, its use case, and back to where it was asked for. */
function act<Form extends z.ZodType<object>>(
  schema: Form,
  perform: (
    actor: Actor,
    input: z.output<Form> & { number: string },
    now: string,
  ) => Promise<Result<unknown>>,
) {
  const intent = async ({ actor, now, form, params }: Parameters<Intent<never>>[0]) => {
    const submission = parseWithZod(form, { schema });
    if (submission.status !== "success") return badForm(submission);
    const number = params.number!;
    const result = await perform(actor, { ...submission.value, number }, now);
    if (!result.ok) return refusedForm(submission, result.refusal);
    throw redirect(form.get("back") === "desk" ? "/desk" : `/desk/tasks/${number}`);
  };
  return intent;
}

export const action = intents({
  acknowledge: act(actForms.acknowledge, acknowledgeTask),
  progress: act(actForms.progress, reportProgress),
  finishMilestone: act(actForms.finishMilestone, finishMilestone),
  claimHandled: act(actForms.claimHandled, claimHandled),
  askExtension: act(actForms.askExtension, askExtension),
  block: act(actForms.block, blockTask),
  unblock: act(actForms.unblock, unblockTask),
  verifySolved: act(actForms.verifySolved, verifySolved),
  sendToRework: act(actForms.sendToRework, sendTaskToRework),
  decideExtension: act(actForms.decideExtension, decideExtension),
  suspend: act(actForms.suspend, suspendTask),
  resume: act(actForms.resume, resumeTask),
  strikeOff: act(actForms.strikeOff, strikeOff),
});

export default function TaskRoute() {
  const { shown, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <TaskPage shown={shown} now={now} answer={answer} />;
}
