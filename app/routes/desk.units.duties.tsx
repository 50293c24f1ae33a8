import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActor } from "~/access/request.server";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { ExportLink } from "~/ui/ExportLink";
import { FilterSentence } from "~/ui/FilterSentence";
import { FilterSelect } from "~/ui/form/FilterSelect";
import { PageHead } from "~/ui/PageHead";
import { pageTitle } from "~/ui/pageTitle";
import { type DutyListed, readDutyFilter, showDuties } from "~/unit/showDuties.server";
import { UnitName } from "~/unit/UnitName";

export const handle = { title: pageTitle<typeof loader>((_, t) => t("unit.duties.title")) };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request);
  const filter = readDutyFilter(new URL(request.url).searchParams);
  return { filter, ...(await showDuties(filter)) };
}

function useColumns(): Column<DutyListed>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      head: t("unit.duties.number"),
      width: "tight",
      cell: (duty) => <span className="num">{duty.number}</span>,
    },
    { key: "class", head: t("unit.duties.class"), cell: (duty) => t(`problem.class.${duty.problemClass}`) },
    { key: "matter", head: t("unit.duties.matter"), width: "wide", cell: (duty) => duty.matter },
    {
      key: "unit",
      head: t("unit.duties.unit"),
      cell: ({ unit }) => <UnitName unit={unit} />,
    },
    {
      key: "basis",
      head: t("unit.duties.basis"),
      cell: (duty) => <span className="muted small">{duty.basis}</span>,
    },
  ];
}

function Filter({
  filter,
  classes,
  units,
}: Pick<Awaited<ReturnType<typeof loader>>, "filter" | "classes" | "units">) {
  const { t, i18n } = useTranslation();
  const address = (some: Record<string, string | undefined>) => {
    const given = Object.entries(some).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return `?${new URLSearchParams(given)}`;
  };
  const unit = units.find((one) => one.slug === filter.unit);
  const chips = [
    ...(filter.problemClass
      ? [
          {
            key: "class",
            text: `${t("unit.duties.class")}: ${t(`problem.class.${filter.problemClass}`)}`,
            removeHref: address({ unit: filter.unit }),
          },
        ]
      : []),
    ...(unit
      ? [
          {
            key: "unit",
            text: `${t("unit.duties.unit")}: ${named(unit.name, i18n.language)}`,
            removeHref: address({ class: filter.problemClass }),
          },
        ]
      : []),
  ];
  return (
    <FilterSentence subject={t("unit.duties.subject")} chips={chips} clearHref="?">
      <FilterSelect
        name="class"
        label={t("unit.duties.class")}
        value={filter.problemClass}
        options={classes.map((value) => ({ value, label: t(`problem.class.${value}`) }))}
      />
      <FilterSelect
        name="unit"
        label={t("unit.duties.unit")}
        value={filter.unit}
        options={units.map(({ slug, name }) => ({ value: slug, label: named(name, i18n.language) }))}
      />
    </FilterSentence>
  );
}

export default function DutiesPage() {
  const { duties, classes, units, filter } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const filtered = Boolean(filter.problemClass || filter.unit);
  return (
    <div className="stack">
      <PageHead
        title={t("unit.duties.title")}
        crumbs={[{ label: t("unit.title"), to: "/desk/units" }]}
        actions={<ExportLink to={`/desk/units/duties.xlsx?${search}`} />}
      />
      <p className="prose">{t("unit.duties.lead")}</p>
      <Filter filter={filter} classes={classes} units={units} />
      <DataTable
        caption={t("unit.duties.caption")}
        captionHidden
        columns={useColumns()}
        rows={duties}
        rowKey={(duty) => String(duty.number)}
        empty={
          <EmptyState title={filtered ? t("unit.duties.none") : t("unit.duties.empty")}>
            <p>{filtered ? t("unit.duties.noneText") : t("unit.duties.emptyText")}</p>
          </EmptyState>
        }
      />
    </div>
  );
}
