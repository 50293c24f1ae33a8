import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import type { PlanPage } from "./showPlan.server";

type Row = PlanPage["coverage"][number];

const waiting = (row: Row) => row.monthsSince ?? Number.POSITIVE_INFINITY;

/** How long each street has waited for a day; the longest first. */
export function CoverageTable({ rows }: { rows: Row[] }) {
  const { t, i18n } = useTranslation();
  const since = ({ monthsSince }: Row) => {
    if (monthsSince === null) return "";
    return monthsSince === 0
      ? t("plan.coverage.thisMonth")
      : t("plan.coverage.months", { count: monthsSince });
  };
  const columns: Column<Row>[] = [
    { key: "street", head: t("plan.coverage.street"), cell: (row) => named(row.street.name, i18n.language) },
    {
      key: "last",
      head: t("plan.coverage.last"),
      cell: ({ last }) => (last ? writtenMonth(last, i18n.language, true) : t("plan.coverage.never")),
    },
    {
      key: "since",
      head: t("plan.coverage.since"),
      align: "end",
      cell: (row) => <span className="num">{since(row)}</span>,
    },
    {
      key: "next",
      head: t("plan.coverage.next"),
      cell: ({ next }) =>
        next ? (
          writtenMonth(next, i18n.language, true)
        ) : (
          <span className="muted">{t("plan.coverage.noNext")}</span>
        ),
    },
  ];
  return (
    <section className="section stack">
      <h2>{t("plan.coverage.title")}</h2>
      <p className="muted">{t("plan.coverage.text")}</p>
      <DataTable
        caption={t("plan.coverage.title")}
        captionHidden
        density="dense"
        columns={columns}
        rows={rows.toSorted((a, b) => waiting(b) - waiting(a))}
        rowKey={(row) => row.street.slug}
        rowHref={(row) => `/desk/units/${row.street.slug}`}
      />
    </section>
  );
}
