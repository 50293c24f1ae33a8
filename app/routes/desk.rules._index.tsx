import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { proposalAddress, rulesHome } from "~/address/plans";
import { useTranslation } from "~/i18n/useTranslation";
import { FeedbackForm } from "~/rules/feedback/FeedbackForm";
import { FeedbackLine } from "~/rules/feedback/FeedbackLines";
import { feedbackForm } from "~/rules/feedback/feedback";
import { reportRule } from "~/rules/feedback/reportRule.server";
import { RulesFacts } from "~/rules/page/RulesFacts";
import { type RulesPage as Page, type RulesListed, showRules } from "~/rules/page/showRules.server";
import { beginProposal } from "~/rules/proposal/beginProposal.server";
import { beginForm } from "~/rules/proposal/proposal";
import { useRuleName } from "~/rules/useRuleName";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainText } from "~/ui/form/PlainText";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { StateTag } from "~/ui/StateTag";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("plan.rules.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams.get("version");
  return valueOrThrow(await showRules(actor, asked === null ? undefined : Number(asked), now));
}

export const action = intents({
  begin: act(
    beginForm,
    ({ actor, now }, form) => beginProposal(actor, form, now),
    () => proposalAddress,
  ),
  report: act(
    feedbackForm,
    ({ actor, now }, form) => reportRule(actor, form, now),
    ({ value }) => `${rulesHome}?said=${value.id}`,
  ),
});

function Versions({ versions, now }: { versions: RulesListed[]; now: string }) {
  const { t } = useTranslation();
  const columns: Column<RulesListed>[] = [
    {
      key: "version",
      head: t("plan.rules.name"),
      cell: ({ version, title }) => t("plan.day.rulesVersion", { version, title }),
    },
    { key: "document", head: t("plan.rules.documentNumber"), cell: (row) => row.documentNumber },
    {
      key: "adopted",
      head: t("plan.rules.adopted"),
      cell: (row) => <DateText value={row.adoptedAt} now={now} />,
    },
    {
      key: "days",
      head: t("plan.rules.usedBy"),
      align: "end",
      cell: (row) => <span className="num">{row.days}</span>,
    },
  ];
  return (
    <section className="section">
      <h2>{t("plan.rules.caption")}</h2>
      <DataTable
        caption={t("plan.rules.caption")}
        captionHidden
        columns={columns}
        rows={versions}
        rowKey={(row) => String(row.version)}
        rowHref={(row) => `/desk/rules?version=${row.version}`}
      />
    </section>
  );
}

/** The open proposal, or the way to begin one. */
function Proposal({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { proposal, can } = page;
  if (proposal)
    return (
      <Notice title={t("rules.proposal.notice", { title: proposal.title })}>
        <p>
          {t(`rules.proposal.state.${proposal.state}`)} ·{" "}
          <Link to={proposalAddress}>{t(can.adopt ? "rules.proposal.toAdopt" : "rules.proposal.open")}</Link>
        </p>
      </Notice>
    );
  return (
    <>
      {search.get("proposal") === "none" && <Notice>{t("rules.proposal.none")}</Notice>}
      {can.propose && <Begin />}
    </>
  );
}

function Begin() {
  const { t } = useTranslation();
  return (
    <FoldForm
      label={t("rules.proposal.begin")}
      hidden={{ intent: "begin" }}
      submit={<Button variant="primary">{t("rules.proposal.beginSubmit")}</Button>}
    >
      <PlainText name="title" label={t("plan.rules.name")} required maxLength={100} size="medium" />
    </FoldForm>
  );
}

/** What the reader may read of what was said about rules. */
function Said({ page }: { page: Page }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  if (page.feedback.length === 0) return null;
  return (
    <section className="section stack-tight">
      <h2>{t("rules.feedback.all")}</h2>
      <ul className="divided">
        {page.feedback.map((line) => (
          <li key={line.id}>
            <p>
              <strong>{nameOf(line.rule).label}</strong>
            </p>
            <FeedbackLine line={line} now={page.now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function RulesPage() {
  const page = useLoaderData<typeof loader>();
  const { now, versions, shown, rules, own, feedback } = page;
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const inForce = shown?.version === versions[0]?.version;
  const reply = answer?.typed?.intent === "report" ? answer.reply : undefined;
  return (
    <div className="stack-wide">
      <PageHead
        title={t("plan.rules.title")}
        number={shown ? t("plan.rules.version", { version: shown.version }) : undefined}
        state={shown && inForce && <StateTag tone="official">{t("plan.rules.inForce")}</StateTag>}
      />
      <p className="prose">{t("plan.rules.lead")}</p>
      <Proposal page={page} />
      {search.has("said") && <Notice tone="success">{t("rules.feedback.said")}</Notice>}
      {!shown && (
        <EmptyState title={t("plan.rules.none")}>
          <p>{t("plan.rules.noneText")}</p>
        </EmptyState>
      )}
      <RulesFacts rules={rules} own={own} feedback={feedback} now={now} />
      <FeedbackForm rule={search.get("rule") ?? undefined} reply={reply} />
      <Said page={page} />
      {versions.length > 0 && <Versions versions={versions} now={now} />}
    </div>
  );
}
