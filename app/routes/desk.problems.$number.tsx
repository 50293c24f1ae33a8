import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { problemAddress } from "~/address/problems";
import { Attachments } from "~/file/Attachments";
import { useTranslation } from "~/i18n/useTranslation";
import { VisitsBeside } from "~/meeting/research/VisitsBeside";
import { visitsToProblem } from "~/meeting/research/visitsOf.server";
import { needsOfProblem } from "~/meeting/resource/needsOn.server";
import { NeedsSection } from "~/meeting/resource/page/NeedsSection";
import { answerResident } from "~/problem/answer/answerResident.server";
import { answerForm } from "~/problem/answer/residentAnswer";
import { askLate } from "~/problem/late/askLate.server";
import { askLateForm } from "~/problem/late/lateRequest";
import { listAgain } from "~/problem/list/carryToNextList.server";
import { listAgainForm, takeDutyForm } from "~/problem/list/listForms";
import { ErasedNotice } from "~/problem/page/ErasedNotice";
import { ImportedFrom } from "~/problem/page/ImportedFrom";
import { ProblemActions } from "~/problem/page/ProblemActions";
import { ProblemAnswers } from "~/problem/page/ProblemAnswers";
import { ProblemDuty } from "~/problem/page/ProblemDuty";
import { ProblemPublicity } from "~/problem/page/ProblemPublicity";
import { ProblemStatement } from "~/problem/page/ProblemStatement";
import { ProblemsBeside } from "~/problem/page/ProblemsBeside";
import { ProblemTimeline } from "~/problem/page/ProblemTimeline";
import { ProblemTrace } from "~/problem/page/ProblemTrace";
import { ProposalNote } from "~/problem/page/ProposalNote";
import { showProblem } from "~/problem/page/showProblem.server";
import { takeDuty } from "~/problem/page/takeDuty.server";
import { useNextStep } from "~/problem/page/useNextStep";
import { ProposalTag } from "~/problem/proposal/CommunityProposals";
import { MergedWords } from "~/problem/raised/MergedWords";
import { ChannelTag, ListingTag } from "~/problem/StateTags";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { Words } from "~/ui/Words";

export const handle = {
  title: pageTitle<typeof loader>(({ view }) => `${view.problem.number} ${view.problem.title}`),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const view = foundOrThrow(await showProblem(actor, params.number ?? ""));
  const { id } = view.problem;
  const [visits, resources] = [await visitsToProblem(actor, id), await needsOfProblem(actor, id)];
  return { view, visits, resources, now };
}

export const action = intents(
  {
    listAgain: act(
      listAgainForm,
      ({ actor, now, params }, input) => listAgain(actor, { ...input, number: params.number ?? "" }, now),
      ({ params }) => problemAddress(params.number ?? ""),
    ),
    askLate: act(
      askLateForm,
      ({ actor, now, params }, input) => askLate(actor, { ...input, number: params.number ?? "" }, now),
      ({ params }) => problemAddress(params.number ?? ""),
    ),
    answerResident: act(
      answerForm,
      ({ actor, now }, answer) => answerResident(actor, answer, now),
      ({ params }) => problemAddress(params.number ?? ""),
    ),
    takeDuty: act(
      takeDutyForm,
      ({ actor, now, params }, input) => takeDuty(actor, { number: params.number ?? "", ...input }, now),
      ({ params }) => problemAddress(params.number ?? ""),
    ),
  },
  { meets: ({ actor, params }) => showProblem(actor, params.number ?? "") },
);

export default function ProblemPage() {
  const { view, visits, resources, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  const latest = view.trace.listings.at(-1);
  const next = useNextStep(view);
  return (
    <div className="stack">
      <PageHead
        title={<Words text={view.problem.title || t("problem.untitled")} />}
        number={view.problem.number}
        state={
          <>
            {latest && <ListingTag state={latest.standing} />}
            {view.proposal && !latest && <ProposalTag state={view.proposal.state} />}
            {view.channel && <ChannelTag {...view.channel} />}
          </>
        }
        crumbs={[{ label: t("problem.browse.title"), to: "/desk/problems" }]}
        next={next}
        actions={<ProblemActions view={view} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <ErasedNotice view={view} />
      <ProposalNote view={view} />
      <ProblemTrace view={view} />
      <div className="with-aside">
        <div className="stack-wide">
          <ProblemAnswers view={view} now={now} />
          <ProblemStatement view={view} now={now} />
          {visits.length > 0 && (
            <section className="section">
              <h2>{t("research.title")}</h2>
              <VisitsBeside visits={visits} now={now} />
            </section>
          )}
          <NeedsSection beside={resources} now={now} />
          <section className="section" id="files">
            <Attachments shown={view.files} now={now} heading={<h2>{t("file.title")}</h2>} />
          </section>
          <MergedWords merged={view.merged} />
          <ProblemDuty view={view} />
          <section className="section stack">
            <h2>{t("problem.page.history")}</h2>
            <ProblemTimeline entries={view.history} now={now} />
          </section>
        </div>
        <div className="stack-wide">
          <ProblemPublicity view={view} />
          <ProblemsBeside view={view} />
          {view.imported && <ImportedFrom imported={view.imported} />}
        </div>
      </div>
    </div>
  );
}
