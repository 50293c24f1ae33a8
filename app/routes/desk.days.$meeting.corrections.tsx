import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Done, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { requestLanguage } from "~/access/requestLanguage.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { meetingAct, meetingAsked } from "~/meeting/conduct/meetingRoute.server";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { CorrectionsView } from "~/meeting/correction/CorrectionsView";
import { adoptForm, refuseForm } from "~/meeting/correction/correction";
import { refuseCorrection } from "~/meeting/correction/refuseCorrection.server";
import { showCorrections } from "~/meeting/correction/showCorrections.server";
import { meetingTitle } from "~/ui/pageTitle";

export const handle = {
  title: meetingTitle("corrections"),
};

export async function loader(asked: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(asked.request);
  // The minutes are Chinese, and so are the notes behind them.
  const words = createTranslate("zh-CN", texts["zh-CN"]);
  return valueOrThrow(
    await showCorrections(
      actor,
      meetingAsked(asked),
      { language: requestLanguage(asked.request), words },
      now,
    ),
  );
}

const toDecided = ({ input }: Done<{ proposalId: string }, unknown>) =>
  `corrections#correction-${input.proposalId}` as const;

export const action = intents({
  adopt: meetingAct(adoptForm, adoptCorrection, toDecided),
  refuse: meetingAct(refuseForm, refuseCorrection, toDecided),
});

export default function CorrectionsRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CorrectionsView page={page} answer={answer} />;
}
