import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";
import type { CalendarPage } from "./showCalendar.server";

type Row = CalendarPage["rows"][number];

function Stretch({ row, now }: { row: Row; now: string }) {
  const { t } = useTranslation();
  return (
    <span>
      <DateText value={row.from} now={now} />
      {row.to !== row.from && (
        <>
          {" "}
          {t("plan.table.until")} <DateText value={row.to} now={now} />
        </>
      )}
    </span>
  );
}

function TakeBack({ row }: { row: Row }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      size="small"
      variant="secondary"
      label={t("planning.calendar.takeBack")}
      consequence={<p>{t("planning.calendar.takeBackText")}</p>}
      hidden={{ fromDay: row.from, toDay: row.to }}
      action=""
      name="intent"
      value="undeclare"
    />
  );
}

/** The days off and make-up days of a year, in order, with where each comes from. */
export function CalendarTable({ page }: { page: CalendarPage }) {
  const { t } = useTranslation();
  const columns: Column<Row>[] = [
    {
      key: "days",
      head: t("planning.calendar.days"),
      cell: (row) => <Stretch row={row} now={page.now} />,
    },
    {
      key: "kind",
      head: t("planning.calendar.kind"),
      width: "tight",
      cell: ({ kind }) => (
        <StateTag tone={kind === "holiday" ? "neutral" : "info"}>{t(`planning.declared.${kind}`)}</StateTag>
      ),
    },
    {
      key: "holiday",
      head: t("planning.calendar.holiday"),
      cell: ({ holiday }) => t(`planning.holiday.${holiday}`),
    },
    {
      key: "source",
      head: t("planning.calendar.source"),
      cell: ({ source, documentNumber }) => documentNumber || t(`planning.source.${source}`),
    },
  ];
  if (page.can.declare && page.rows.some(({ source }) => source === "declared"))
    columns.push({
      key: "act",
      head: t("planning.calendar.takeBack"),
      headHidden: true,
      width: "tight",
      cell: (row) => row.source === "declared" && <TakeBack row={row} />,
    });
  return (
    <DataTable
      caption={t("planning.calendar.caption", { year: page.year })}
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.from}
      density="dense"
    />
  );
}
