import { parseWithZod } from "@conform-to/zod/v4";
import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { badForm, refusedForm } from "~/access/form.server";
import { type Intent, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import type { Result } from "~/ledger/result";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { CorrectionsView } from "~/meeting/correction/CorrectionsView";
import { adoptForm, refuseForm } from "~/meeting/correction/correction";
import type { DecisionAnswer } from "~/meeting/correction/DecideCorrection";
import { refuseCorrection } from "~/meeting/correction/refuseCorrection.server";
import { showCorrections } from "~/meeting/correction/showCorrections.server";
import { pageTitle } from "~/ui/pageTitle";

export const handle = {
  title: pageTitle<typeof loader>((data, t, language) =>
    t("correction.title", { month: writtenMonth(data.month, language, true) }),
  ),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  // The minutes are Chinese, and so are the notes behind them.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  return valueOrThrow(
    await showCorrections(actor, params.month ?? "", { language: requestLanguage(request), words }, now),
  );
}

type Asked = Parameters<Intent<unknown>>[0];

/** Takes a decision; what was typed comes back with what is wrong about it. */
async function decide<S extends z.ZodType<{ proposalId: string }>>(
  { form, params }: Asked,
  schema: S,
  take: (input: z.output<S> & { month: string }) => Promise<Result<unknown>>,
) {
  const submission = parseWithZod(form, { schema });
  const about = { about: String(form.get("proposalId")), intent: String(form.get("intent")) };
  if (submission.status !== "success") {
    const bad = badForm(submission as never);
    return data({ ...about, ...bad.data }, bad.init ?? undefined);
  }
  const value = submission.value as z.output<S>;
  const result = await take({ ...value, month: params.month ?? "" });
  if (result.ok) throw redirect(`/desk/days/${params.month}/corrections#correction-${value.proposalId}`);
  const refused = refusedForm(submission as never, result.refusal);
  return data({ ...about, ...refused.data }, refused.init ?? undefined);
}

export const action = intents({
  adopt: (asked) => decide(asked, adoptForm, (input) => adoptCorrection(asked.actor, input, asked.now)),
  refuse: (asked) => decide(asked, refuseForm, (input) => refuseCorrection(asked.actor, input, asked.now)),
});

export default function CorrectionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as DecisionAnswer | undefined;
  return <CorrectionsView page={page} answer={answer} />;
}
