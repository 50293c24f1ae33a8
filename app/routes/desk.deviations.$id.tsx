import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { meetingAddress } from "~/address/meetings";
import { deviationAddress } from "~/address/plans";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { AskedChanges } from "~/plan/AskedChanges";
import { showDeviationRequest } from "~/plan/showDeviationRequest.server";
import { answerDeviation } from "~/rules/answerDeviation.server";
import { AnswerDeviation, DeviationFacts } from "~/rules/DeviationView";
import { answerForm } from "~/rules/deviationRequest";
import { whereToAct } from "~/rules/whereToAct";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { StateTag } from "~/ui/StateTag";

export const handle = { title: pageTitle<typeof loader>((_page, t) => t("plan.request.title")) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return foundOrThrow(await showDeviationRequest(actor, params.id ?? "", now));
}

export const action = oneForm(
  act(
    answerForm,
    ({ actor, now, params }, input) => answerDeviation(actor, { ...input, id: params.id ?? "" }, now),
    ({ params }) => deviationAddress(params.id ?? ""),
  ),
);

const tones = {
  waiting: "warn",
  confirmed: "good",
  used: "good",
  refused: "bad",
  replaced: "neutral",
  lapsed: "neutral",
} as const;

export default function DeviationRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { can } = page;
  const by = <DateText value={page.until} now={page.now} withDistance />;
  const asker = page.asked.name;
  const steps = {
    waiting: { what: t("plan.request.next.answer"), who: page.approver.name, by },
    confirmed: { what: t("plan.request.next.use"), who: asker, by },
    refused: can.again ? { what: t("plan.request.next.refused"), who: asker } : undefined,
    lapsed: can.again ? { what: t("plan.request.next.lapsed"), who: asker } : undefined,
    ...{ used: undefined, replaced: undefined },
  };
  return (
    <div className="stack">
      <PageHead
        title={t("plan.request.title")}
        crumbs={[{ label: meetingName(page.meeting), to: meetingAddress(page.meeting) }]}
        state={<StateTag tone={tones[page.state]}>{t(`plan.request.state.${page.state}`)}</StateTag>}
        next={steps[page.state]}
        actions={
          (can.use || can.again) && (
            <ButtonLink variant="primary" to={whereToAct(page.occasion, page.meeting)}>
              {t(can.use ? "plan.request.toAct" : "plan.request.toAskAgain")}
            </ButtonLink>
          )
        }
      />
      {answer?.refusal && !can.answer && <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} />}
      <DeviationFacts page={page} />
      <AskedChanges changes={page.changes} />
      {can.answer && <AnswerDeviation reply={answer?.reply} />}
    </div>
  );
}
