import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Asked, act, type Done, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { writtenMonth } from "~/calendar/writtenDate";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { CorrectionsView } from "~/meeting/correction/CorrectionsView";
import { adoptForm, refuseForm } from "~/meeting/correction/correction";
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

const month = ({ params }: Asked) => params.month ?? "";
const toDecided = ({ params, input }: Done<{ proposalId: string }, unknown>) =>
  `/desk/days/${params.month}/corrections#correction-${input.proposalId}`;

export const action = intents({
  adopt: act(
    adoptForm,
    (asked, input) => adoptCorrection(asked.actor, { ...input, month: month(asked) }, asked.now),
    toDecided,
  ),
  refuse: act(
    refuseForm,
    (asked, input) => refuseCorrection(asked.actor, { ...input, month: month(asked) }, asked.now),
    toDecided,
  ),
});

export default function CorrectionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CorrectionsView page={page} answer={answer} />;
}
