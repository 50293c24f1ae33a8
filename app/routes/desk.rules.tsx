import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { act, oneForm } from "~/access/intents.server";
import { requireActor, valueOrThrow } from "~/access/request.server";
import { useTranslation } from "~/i18n/useTranslation";
import { adoptRuleSet } from "~/rules/adoptRuleSet.server";
import { RulesFacts } from "~/rules/RulesFacts";
import { RulesForm } from "~/rules/RulesForm";
import { ruleSetForm } from "~/rules/ruleSet";
import { type RulesListed, showRules } from "~/rules/showRules.server";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { StateTag } from "~/ui/StateTag";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("plan.rules.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const asked = new URL(request.url).searchParams.get("version");
  return valueOrThrow(await showRules(actor, asked === null ? undefined : Number(asked), now));
}

export const action = oneForm(
  act(
    ruleSetForm,
    ({ actor, now }, input) => adoptRuleSet(actor, input, now),
    () => "/desk/rules",
  ),
);

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

export default function RulesPage() {
  const { now, versions, shown, start, can } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const { t } = useTranslation();
  const inForce = shown?.version === versions[0]?.version;
  return (
    <div className="stack-wide">
      <PageHead
        title={t("plan.rules.title")}
        number={shown ? t("plan.rules.version", { version: shown.version }) : undefined}
        state={shown && inForce && <StateTag tone="official">{t("plan.rules.inForce")}</StateTag>}
      />
      <p className="prose">{t("plan.rules.lead")}</p>
      {shown ? (
        <RulesFacts rules={shown.rules} />
      ) : (
        <EmptyState title={t("plan.rules.none")}>
          <p>{t("plan.rules.noneText")}</p>
        </EmptyState>
      )}
      {versions.length > 0 && <Versions versions={versions} now={now} />}
      {can.adopt && <RulesForm key={versions.length} start={start} reply={reply} />}
    </div>
  );
}
