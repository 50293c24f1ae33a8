import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { foundOrThrow, requireActor } from "~/access/request.server";
import { dayOf } from "~/calendar/day";
import { writtenDay, writtenMonth } from "~/calendar/writtenDate";
import { Attachments } from "~/file/Attachments";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { VisitsBeside } from "~/meeting/research/VisitsBeside";
import { visitsToProblem } from "~/meeting/research/visitsOf.server";
import { NeedsSection } from "~/meeting/resource/NeedsSection";
import { needsOfProblem } from "~/meeting/resource/needsOn.server";
import { answerResident } from "~/problem/answer/answerResident.server";
import { ResidentAnswers } from "~/problem/answer/ResidentAnswers";
import { answerForm } from "~/problem/answer/residentAnswer";
import { SpotShown } from "~/problem/fact/SpotShown";
import { askLate } from "~/problem/late/askLate.server";
import { askLateForm, longestReason } from "~/problem/late/lateRequest";
import { listAgain } from "~/problem/list/carryToNextList.server";
import { listAgainForm, takeDutyForm } from "~/problem/list/listForms";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { ProblemDuty } from "~/problem/page/ProblemDuty";
import { ProblemPublicity } from "~/problem/page/ProblemPublicity";
import { ProblemTimeline } from "~/problem/page/ProblemTimeline";
import { ProblemTrace } from "~/problem/page/ProblemTrace";
import { ProposalNote } from "~/problem/page/ProposalNote";
import { type ProblemView, showProblem } from "~/problem/page/showProblem.server";
import { takeDuty } from "~/problem/page/takeDuty.server";
import { ProposalTag } from "~/problem/proposal/CommunityProposals";
import { MergedWords } from "~/problem/raised/MergedWords";
import { SimilarProblems } from "~/problem/SimilarProblems";
import { SimilarTasks } from "~/problem/SimilarTasks";
import { ChannelTag, ListingTag } from "~/problem/StateTags";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Notice } from "~/ui/Notice";
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
      ({ params }) => `/desk/problems/${params.number}`,
    ),
    askLate: act(
      askLateForm,
      ({ actor, now, params }, input) => askLate(actor, { ...input, number: params.number ?? "" }, now),
      ({ params }) => `/desk/problems/${params.number}`,
    ),
    answerResident: act(
      answerForm,
      ({ actor, now }, answer) => answerResident(actor, answer, now),
      ({ params }) => `/desk/problems/${params.number}`,
    ),
    takeDuty: act(
      takeDutyForm,
      ({ actor, now, params }, input) => takeDuty(actor, { number: params.number ?? "", ...input }, now),
      ({ params }) => `/desk/problems/${params.number}`,
    ),
  },
  { meets: ({ actor, params }) => showProblem(actor, params.number ?? "") },
);

function Actions({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const { editOn, erase, listAgainOn, askLateOn } = view.can;
  const { number } = view.problem;
  return (
    <>
      {editOn && (
        <ButtonLink to={`/desk/days/${editOn}/lists/${view.units.street?.slug}?edit=${number}`}>
          {t("problem.page.edit")}
        </ButtonLink>
      )}
      {erase && (
        <ButtonLink variant="quiet" to={`/desk/problems/${number}/erase`}>
          {t("erasure.open")}
        </ButtonLink>
      )}
      {listAgainOn && (
        <ConfirmButton
          variant="secondary"
          label={t("problem.page.again")}
          consequence={
            <p>{t("problem.page.againText", { month: writtenMonth(listAgainOn, i18n.language, true) })}</p>
          }
          action=""
          name="intent"
          value="listAgain"
          hidden={{ month: listAgainOn }}
        >
          {view.channel && view.channel.channel !== "list" && (
            <PlainTextArea name="reason" label={t("lists.channel.reason")} required maxLength={500} />
          )}
        </ConfirmButton>
      )}
      {askLateOn && (
        <ConfirmButton
          variant="secondary"
          label={t("problem.late.ask")}
          consequence={<p>{t("problem.late.askText")}</p>}
          action=""
          name="intent"
          value="askLate"
          hidden={{ month: askLateOn }}
        >
          <PlainTextArea
            name="reason"
            label={t("problem.late.reason")}
            hint={t("problem.late.reasonHint")}
            required
            maxLength={longestReason}
          />
        </ConfirmButton>
      )}
    </>
  );
}

/** Says that words were erased and when, so that nobody takes the mark for a fault. */
function ErasedNotice({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const nameOf = useErasedPlace();
  if (view.erasures.length === 0) return null;
  return (
    <Notice>
      {view.erasures.map(({ id, at, from }) => (
        <p key={id}>
          {t("erasure.notice", {
            date: writtenDay(dayOf(at), i18n.language),
            places: [...new Set(from.map(nameOf))].join(t("ledger.comma")),
          })}
          {view.can.erase && (
            <>
              {" "}
              <Link to={`/desk/problems/${view.problem.number}/erase`}>{t("erasure.noticeMore")}</Link>
            </>
          )}
        </p>
      ))}
    </Notice>
  );
}

function Statement({ view, now }: { view: ProblemView; now: string }) {
  const { t, i18n } = useTranslation();
  const { problem, units } = view;
  const name = (unit: ProblemView["units"]["street"]) => (unit ? named(unit.name, i18n.language) : null);
  const facts = {
    ...problem,
    community: name(units.community),
    sees: name(units.sees),
    power: name(units.power),
    concerned: units.concerned.map((unit) => named(unit.name, i18n.language)),
  };
  return (
    <section className="section stack">
      <h2>{t("problem.page.words")}</h2>
      {problem.originalWording ? (
        <blockquote className="as-written prose">
          <Words text={problem.originalWording} />
        </blockquote>
      ) : (
        <p className="muted">{t("problem.page.noWords")}</p>
      )}
      {problem.summary && (
        <p className="as-written prose">
          <Words text={problem.summary} />
        </p>
      )}
      <ProblemFacts facts={facts} now={now} />
      <SpotShown areas={view.sketch} problem={problem} small />
    </section>
  );
}

/** What whoever raised it was told of a refusal, beside the reason that the office gave. */
function Answers({ view, now }: { view: ProblemView; now: string }) {
  const { nameOf } = useCodeNames("refusalReasons");
  const said = view.trace.listings.map(({ id, decisionCode, decisionText }) => {
    return [id, { reason: decisionCode && nameOf(decisionCode), text: decisionText }] as const;
  });
  return <ResidentAnswers answers={view.answers} said={Object.fromEntries(said)} now={now} />;
}

function Imported({ imported }: { imported: NonNullable<ProblemView["imported"]> }) {
  const { t } = useTranslation();
  return (
    <section className="section stack">
      <h2>{t("problem.page.imported")}</h2>
      <p>{t("problem.page.importedRow", { file: imported.fileName, row: imported.rowNumber })}</p>
      <details>
        <summary>{t("problem.page.cells")}</summary>
        <dl className="facts">
          {imported.cells.map(([header, cell]) => (
            <div key={header}>
              <dt>{header}</dt>
              <dd className="as-written">
                <Words text={cell} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function Others({ view }: { view: ProblemView }) {
  const { t } = useTranslation();
  const { carriers, carried } = view.trace;
  const merged = [...carriers, ...carried].map((one) => ({ ...one, carries: carriers.includes(one) }));
  return (
    <>
      {merged.length > 0 && (
        <ul className="divided">
          {merged.map((one) => (
            <li key={one.number}>
              <Link to={`/desk/problems/${one.number}`}>
                {one.carries
                  ? t("problem.screening.sameAs", { number: one.number })
                  : t("problem.trace.carried", { number: one.number })}
              </Link>{" "}
              {one.title}
            </li>
          ))}
        </ul>
      )}
      <SimilarProblems problems={view.similar} />
      <SimilarTasks tasks={view.similarTasks} />
    </>
  );
}

// What a street does about its own problem; the rest is the office's.
const byStreet: readonly string[] = ["draft", "returned", "refused", "deferred", "withdrawn"];

/** What happens next, as long as no resolution has made a task of it. */
function useNext({ trace, units }: ProblemView) {
  const { t, i18n } = useTranslation();
  const latest = trace.listings.at(-1);
  if (!latest || trace.resolutions.length > 0) return undefined;
  // What was not sent in time is free for a later list, as what was taken off is.
  const late = (latest.standing === "draft" || latest.standing === "returned") && !latest.open;
  const standing = late ? "withdrawn" : latest.standing;
  const key = trace.topics.some((one) => one.outcome) ? "concluded" : standing;
  const street = units.street ? named(units.street.name, i18n.language) : undefined;
  return {
    what: t(`problem.page.next.${key}`),
    who: byStreet.includes(key) ? street : t("problem.list.who.office"),
  };
}

export default function ProblemPage() {
  const { view, visits, resources, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const { t } = useTranslation();
  const latest = view.trace.listings.at(-1);
  const next = useNext(view);
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
        actions={<Actions view={view} />}
      />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <ErasedNotice view={view} />
      <ProposalNote view={view} />
      <ProblemTrace view={view} />
      <div className="with-aside">
        <div className="stack-wide">
          <Answers view={view} now={now} />
          <Statement view={view} now={now} />
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
          <Others view={view} />
          {view.imported && <Imported imported={view.imported} />}
        </div>
      </div>
    </div>
  );
}
