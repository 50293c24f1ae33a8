import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { dutiesAddress } from "~/address/units";
import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { ExportLink } from "~/ui/ExportLink";
import { Notice } from "~/ui/Notice";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { DutyFilters, DutyLists, dutyQuery, readDutyFilter } from "~/unit/duty/DutyFilters";
import { DutyTable } from "~/unit/duty/DutyTable";
import "~/unit/duty/duty.css";
import { showDuties } from "~/unit/duty/showDuties.server";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("duty.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireActor(request);
  const { searchParams } = new URL(request.url);
  const filter = readDutyFilter(searchParams);
  const imported = Number(searchParams.get("imported")) || 0;
  return { filter, imported, page: await showDuties(actor, filter) };
}

export default function DutiesPage() {
  const { filter, imported, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const lead = filter.list ? t(`duty.lead.${filter.list}`) : t("duty.leadAll");
  return (
    <div className="stack">
      <PageHead
        title={t("duty.title")}
        crumbs={[{ label: t("unit.title"), to: "/desk/units" }]}
        actions={
          <>
            {page.can.change && <ButtonLink to={`${dutiesAddress}/new`}>{t("duty.add")}</ButtonLink>}
            {page.can.change && (
              <ButtonLink to={`${dutiesAddress}/import`}>{t("duty.import.open")}</ButtonLink>
            )}
            <ExportLink to={`${dutiesAddress}.xlsx${dutyQuery(filter)}`} />
          </>
        }
      />
      {imported > 0 && <Notice tone="success">{t("duty.import.done", { count: imported })}</Notice>}
      <p className="prose">{lead}</p>
      <DutyLists filter={filter} {...page} />
      <DutyFilters filter={filter} {...page} />
      <DutyTable
        duties={page.duties}
        oneList={filter.list !== undefined}
        filtered={Boolean(filter.problemClass || filter.unit || filter.words)}
      />
    </div>
  );
}
