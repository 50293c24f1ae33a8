import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { act, intents } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { blockedAddress, calendarAddress, takeoverAddress } from "~/address/plans";
import { useTranslation } from "~/i18n/useTranslation";
import { AdoptPlanForm } from "~/plan/year/AdoptPlanForm";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { CoverageTable } from "~/plan/year/CoverageTable";
import { heldOfPlanned } from "~/plan/year/heldOfPlanned";
import { PlanTable } from "~/plan/year/PlanTable";
import { adoptPlanForm } from "~/plan/year/planForm";
import { type PlanPage, showPlan } from "~/plan/year/showPlan.server";
import { ButtonLink } from "~/ui/ButtonLink";
import { EmptyState } from "~/ui/EmptyState";
import { ExportLink } from "~/ui/ExportLink";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { StateTag } from "~/ui/StateTag";

export const handle = { title: pageTitle<typeof loader>(({ year }, t) => t("plan.title", { year })) };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  return valueOrThrow(await showPlan(actor, Number(params.year), now));
}

export const action = intents({
  adopt: act(
    adoptPlanForm,
    ({ actor, now, params }, input) => adoptPlan(actor, { ...input, year: Number(params.year) }, now),
    ({ params }) => `/desk/plan/${params.year}`,
  ),
});

function PlanState({ plan }: { plan: PlanPage["plan"] }) {
  const { t } = useTranslation();
  if (!plan) return <StateTag tone="neutral">{t("plan.state.none")}</StateTag>;
  if (plan.state === "draft") return <StateTag tone="info">{t("plan.state.draft")}</StateTag>;
  return <StateTag tone="official">{t("plan.state.adopted")}</StateTag>;
}

function HeldLink({ year, rows }: { year: number; rows: PlanPage["rows"] }) {
  const { t } = useTranslation();
  const to = `/desk/days?year=${year}`;
  if (rows.length === 0) return <Link to={to}>{t("plan.days.title")}</Link>;
  return (
    <Link className="num" to={to}>
      {t("planning.table.held", { ...heldOfPlanned(rows) })}
    </Link>
  );
}

function YearLinks({ year }: { year: number }) {
  const { t } = useTranslation();
  return (
    <nav className="cluster" aria-label={t("plan.years")}>
      <Link to={`/desk/plan/${year - 1}`} rel="prev">
        ← {year - 1}
      </Link>
      <Link to={`/desk/plan/${year + 1}`} rel="next">
        {year + 1} →
      </Link>
    </nav>
  );
}

function NoPlan({ year, can }: Pick<PlanPage, "year" | "can">) {
  const { t } = useTranslation();
  const action = (
    <ButtonLink variant="primary" to={`/desk/plan/${year}/new`}>
      {t("plan.empty.action", { year })}
    </ButtonLink>
  );
  return (
    <EmptyState title={t("plan.empty.title", { year })} action={can.plan ? action : undefined}>
      <p>{t("plan.empty.text")}</p>
      {!can.plan && <p>{t("plan.empty.wait")}</p>}
    </EmptyState>
  );
}

export default function PlanYearPage() {
  const { year, now, plan, rows, coverage, approvals, can } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t } = useTranslation();
  const draft = plan?.state === "draft";
  const daysOff = rows.filter((row) => !row.kind.working).map((row) => row.date);
  return (
    <div className="stack-wide">
      <PageHead
        title={t("plan.title", { year })}
        number={plan?.documentNumber || undefined}
        state={<PlanState plan={plan} />}
        next={draft ? { what: t("meeting.next.adoptPlan"), who: t("meeting.who.office") } : undefined}
        actions={
          <>
            {can.plan && rows.length > 0 && rows.length < 12 && (
              <ButtonLink to={`/desk/plan/${year}/new`}>{t("planning.draft.link")}</ButtonLink>
            )}
            <HeldLink year={year} rows={rows} />
            {can.block && <Link to={blockedAddress}>{t("planning.blocked.link")}</Link>}
            <Link to={calendarAddress(year)}>{t("planning.calendar.link")}</Link>
            {can.plan && <Link to={takeoverAddress}>{t("takeover.link")}</Link>}
            <Link to="/desk/rules">{t("plan.rules.title")}</Link>
            {rows.length > 0 && <ExportLink to={`/desk/plan/${year}/plan.xlsx`} />}
            <YearLinks year={year} />
          </>
        }
      />
      {rows.length > 0 && <PlanTable rows={rows} now={now} canChange={can.plan} />}
      {rows.some((row) => !row.kind.announced) && (
        <Notice>
          {t("plan.dayKind.notAnnounced")}{" "}
          <Link className="no-print" to={calendarAddress(year)}>
            {t("planning.calendar.link")}
          </Link>
        </Notice>
      )}
      {!plan && <NoPlan year={year} can={can} />}
      {draft && can.plan && (
        <AdoptPlanForm
          year={year}
          documentNumber={plan?.documentNumber ?? ""}
          daysOff={daysOff}
          approvals={approvals}
          reply={reply}
        />
      )}
      <CoverageTable rows={coverage} />
    </div>
  );
}
