import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormAnswer } from "~/access/formAnswer";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { noProposalAddress, proposalAddress, rulesAddress, rulesHome } from "~/address/plans";
import { useTranslation } from "~/i18n/useTranslation";
import { answersForm } from "~/rules/feedback/feedback";
import { seesAllFeedback } from "~/rules/permission";
import { AnswersForm } from "~/rules/proposal/AnswersForm";
import { adoptProposal, refuseProposal } from "~/rules/proposal/answerProposal.server";
import { changeProposal } from "~/rules/proposal/changeProposal.server";
import { HeadForm } from "~/rules/proposal/HeadForm";
import { ListForm } from "~/rules/proposal/ListForm";
import { NumbersForm } from "~/rules/proposal/NumbersForm";
import { AdopterActs, OfficeActs } from "~/rules/proposal/ProposalActs";
import { actForm, headForm, listForm, numbersForm, refuseForm } from "~/rules/proposal/proposal";
import { type ProposalPage, showProposal } from "~/rules/proposal/showProposal.server";
import { submitProposal, withdrawProposal } from "~/rules/proposal/submitProposal.server";
import { RuleChanges } from "~/rules/RuleChanges";
import { useRuleName } from "~/rules/useRuleName";
import { loadAnew } from "~/ui/form/loadAnew";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { StateTag } from "~/ui/StateTag";

export const handle = { title: pageTitle<typeof loader>((_page, t) => t("rules.proposal.title")) };

export const shouldRevalidate = loadAnew;

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const page = valueOrThrow(await showProposal(actor, now));
  if (!page) throw redirect(noProposalAddress);
  return page;
}

const here = () => proposalAddress;

export const action = intents(
  {
    head: act(
      headForm,
      ({ actor, now }, form) => changeProposal(actor, { part: "head", ...form }, now),
      here,
    ),
    numbers: act(
      numbersForm,
      ({ actor, now }, form) => changeProposal(actor, { part: "numbers", ...form }, now),
      here,
    ),
    list: act(
      listForm,
      ({ actor, now }, { added, ...form }) =>
        changeProposal(actor, { part: "list", ...form, entries: [...form.entries, ...added] }, now),
      here,
    ),
    answers: act(
      answersForm,
      ({ actor, now }, form) => changeProposal(actor, { part: "answers", ...form }, now),
      here,
    ),
    submit: act(actForm, ({ actor, now }, form) => submitProposal(actor, form, now), here),
    withdraw: act(
      actForm,
      ({ actor, now }, form) => withdrawProposal(actor, form, now),
      () => rulesHome,
    ),
    adopt: act(
      actForm,
      ({ actor, now }, form) => adoptProposal(actor, form, now),
      ({ value }) => rulesAddress(value.version),
    ),
    refuse: act(refuseForm, ({ actor, now }, form) => refuseProposal(actor, form, now), here),
  },
  // A proposal that was just decided is gone: whoever sent that decision twice is answered as before.
  { meets: async ({ actor }) => seesAllFeedback(actor) || null },
);

type AnswerTo = (part: string) => FormAnswer | undefined;

function Parts({ page, answerTo }: { page: ProposalPage; answerTo: AnswerTo }) {
  const { t } = useTranslation();
  return (
    <section className="section stack-tight">
      <h2>{t("rules.proposal.parts")}</h2>
      <details className="rule-list" open={answerTo("numbers") && true}>
        <summary>
          <strong>{t("rules.proposal.numbers")}</strong>
        </summary>
        <NumbersForm key={page.version} page={page} answer={answerTo("numbers")} />
      </details>
      {page.lists.map(({ list, entries }) => {
        const sent = answerTo("list");
        const answer = sent?.typed?.list === list ? sent : undefined;
        return (
          <details key={list} className="rule-list" open={answer && true}>
            <summary>
              <strong>{t(`rules.list.${list}`)}</strong>
            </summary>
            <ListForm key={page.version} {...{ list, entries }} version={page.version} answer={answer} />
          </details>
        );
      })}
    </section>
  );
}

function Feedback({ page, answer }: { page: ProposalPage; answer?: FormAnswer }) {
  const { t } = useTranslation();
  if (page.feedback.length === 0) return null;
  return (
    <section className="section stack-tight">
      <h2>{t("rules.proposal.toAnswer")}</h2>
      <p className="prose">{t("rules.proposal.toAnswerText")}</p>
      <AnswersForm key={page.version} page={page} answer={answer} />
    </section>
  );
}

function Head({ page }: { page: ProposalPage }) {
  const { t } = useTranslation();
  const { state, people } = page;
  const next = {
    draft: { what: t("rules.proposal.next.draft"), who: t("rules.proposal.who.office") },
    proposed: { what: t("rules.proposal.next.proposed"), who: t("rules.proposal.who.adopter") },
    refused: { what: t("rules.proposal.next.refused"), who: t("rules.proposal.who.office") },
  }[state as "draft" | "proposed" | "refused"];
  return (
    <>
      <PageHead
        title={page.title}
        number={page.documentNumber || undefined}
        crumbs={[{ label: t("plan.rules.title"), to: rulesHome }]}
        state={
          <StateTag tone={state === "proposed" ? "warn" : state === "refused" ? "bad" : "neutral"}>
            {t(`rules.proposal.state.${state}`)}
          </StateTag>
        }
        next={next}
        actions={
          <>
            {page.can.change && <OfficeActs page={page} />}
            {page.can.answer && <AdopterActs page={page} />}
          </>
        }
      />
      <p className="muted">
        {t("rules.proposal.begunBy", { name: people.begun })}
        {people.proposed && t("rules.proposal.proposedBy", { name: people.proposed })}
      </p>
    </>
  );
}

export default function ProposalRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const sent = answer?.typed?.intent;
  const answerTo: AnswerTo = (part) => (sent === part ? answer : undefined);
  const isWhole = ["submit", "withdraw", "adopt", "refuse"].includes(sent ?? "");
  return (
    <div className="stack-wide">
      <Head page={page} />
      {answer?.refusal && isWhole && (
        <RefusalNotice messageKey={`refusal.${answer.refusal.code}`} values={answer.refusal.values} />
      )}
      {page.answer && (
        <Notice title={t("rules.proposal.refusedWith", { name: page.people.answered })}>
          <p className="as-written">{page.answer}</p>
        </Notice>
      )}
      <section className="section stack-tight">
        <h2>
          {page.inForce === null
            ? t("rules.proposal.differsFromPractice")
            : t("rules.proposal.differs", { version: page.inForce })}
        </h2>
        <RuleChanges difference={page.difference} />
      </section>
      {page.can.change ? (
        <>
          <section className="section stack-tight">
            <h2>{t("rules.proposal.head")}</h2>
            <HeadForm key={page.version} page={page} answer={answerTo("head")} />
          </section>
          <Parts page={page} answerTo={answerTo} />
          <Feedback page={page} answer={answerTo("answers")} />
        </>
      ) : (
        <AnswersRead page={page} />
      )}
    </div>
  );
}

/** For those who adopt it: what the proposal answers to what was said about rules. */
function AnswersRead({ page }: { page: ProposalPage }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  const answered = page.feedback.filter(({ proposed }) => proposed);
  if (answered.length === 0) return null;
  return (
    <section className="section stack-tight">
      <h2>{t("rules.proposal.answers")}</h2>
      <ul className="divided">
        {answered.map(({ id, rule, text, proposed }) => (
          <li key={id}>
            <p>
              <strong>{nameOf(rule).label}</strong>
            </p>
            <p className="as-written">{text}</p>
            <p>
              <StateTag tone={proposed?.decision === "takenUp" ? "good" : "neutral"}>
                {t(`rules.decision.${proposed!.decision}`)}
              </StateTag>{" "}
              <span className="as-written">{proposed?.text}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
