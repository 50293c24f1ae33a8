import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { dayPlanAddress } from "~/address/plans";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { StageTag } from "~/meeting/conduct/StageTag";
import { DayKindNote } from "~/plan/DayKindNote";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { StateTag } from "~/ui/StateTag";
import { UnitName } from "~/unit/UnitName";
import { useWhoHas } from "~/unit/useWhoHas";
import type { PlanRow } from "./showPlan.server";

function Host({ row }: { row: PlanRow }) {
  const { t, i18n } = useTranslation();
  const names = row.joining.map((street) => named(street.name, i18n.language));
  return (
    <div className="stack-tight">
      <UnitName unit={row.host} />
      {names.length > 0 && (
        <p className="muted small">{t("plan.table.joining", { names: names.join(t("ui.filter.and")) })}</p>
      )}
      {row.swapReason && <p className="muted small">{t("plan.table.swap", { reason: row.swapReason })}</p>}
      {row.outOfTurn && <StateTag tone="warn">{t("plan.table.outOfTurn")}</StateTag>}
    </div>
  );
}

function When({ row, now }: { row: PlanRow; now: string }) {
  return (
    <div className="stack-tight">
      <p>
        <DateText value={row.date} now={now} />
      </p>
      <DayKindNote kind={row.kind} />
    </div>
  );
}

function Window({ row, now }: { row: PlanRow; now: string }) {
  const { t } = useTranslation();
  return (
    <span className="small">
      <DateText value={row.windowOpensOn} now={now} /> {t("plan.table.until")}{" "}
      <DateText value={row.windowClosesOn} now={now} />
    </span>
  );
}

/** The twelve months of a plan; each leads to its day. */
export function PlanTable({ rows, now, canChange }: { rows: PlanRow[]; now: string; canChange: boolean }) {
  const { t, i18n } = useTranslation();
  const whoHas = useWhoHas();
  const columns: Column<PlanRow>[] = [
    {
      key: "month",
      head: t("plan.table.month"),
      width: "tight",
      cell: (row) => writtenMonth(row.month, i18n.language),
    },
    { key: "host", head: t("plan.table.host"), cell: (row) => <Host row={row} /> },
    { key: "date", head: t("plan.table.date"), cell: (row) => <When row={row} now={now} /> },
    {
      key: "chair",
      head: t("plan.table.chair"),
      cell: ({ chair }) => chair && <Person name={whoHas(chair)} post={named(chair.title, i18n.language)} />,
    },
    { key: "window", head: t("plan.table.window"), cell: (row) => <Window row={row} now={now} /> },
    {
      key: "stage",
      head: t("plan.table.stage"),
      width: "tight",
      cell: (row) => <StageTag stage={row.stage} />,
    },
  ];
  if (canChange)
    columns.push({
      key: "change",
      head: t("plan.table.change"),
      headHidden: true,
      width: "tight",
      cell: ({ month, stage }) =>
        ["planned", "collecting", "screening", "agenda"].includes(stage) && (
          <Link
            to={dayPlanAddress(month)}
            aria-label={t("plan.table.changeMonth", { month: writtenMonth(month, i18n.language) })}
          >
            {t("plan.table.change")}
          </Link>
        ),
    });
  return (
    <DataTable
      caption={t("plan.table.caption")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.month}
      rowHref={(row) => meetingAddress({ slug: row.month })}
      rowMarked={(row) => row.outOfTurn || !row.kind.working}
    />
  );
}
