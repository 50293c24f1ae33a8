import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { dayPlanAddress, rulesAddress } from "~/address/plans";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { StageTag } from "~/meeting/conduct/StageTag";
import { stagesBefore } from "~/meeting/kind/stage";
import { DayKindNote } from "~/plan/DayKindNote";
import { DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { Person } from "~/ui/Person";
import { StateTag } from "~/ui/StateTag";
import { shownColumns } from "~/ui/shownColumns";
import { UnitName } from "~/unit/UnitName";
import { useWhoHas } from "~/unit/useWhoHas";
import { planColumns } from "./planColumns";
import type { PlanRow } from "./showPlan.server";
import "./drafts.css";

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
        <DateText value={row.date} now={now} /> {row.startsAt && <span className="num">{row.startsAt}</span>}
      </p>
      {row.place && <p className="muted small">{row.place}</p>}
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

function Chair({ row: { chair, chairBlocked } }: { row: PlanRow }) {
  const { t, i18n } = useTranslation();
  const whoHas = useWhoHas();
  if (!chair) return null;
  return (
    <div className="stack-tight">
      <Person name={whoHas(chair)} post={named(chair.title, i18n.language)} />
      {chairBlocked && (
        <p>
          <StateTag tone="warn">{t("planning.blocked.warning")}</StateTag>
        </p>
      )}
    </div>
  );
}

/** The twelve months of a plan; each leads to its day. */
export function PlanTable({ rows, now, canChange }: { rows: PlanRow[]; now: string; canChange: boolean }) {
  const { t, i18n } = useTranslation();
  const texts = planColumns(t, i18n.language).filter(({ key }) => key !== "place");
  const columns = shownColumns<PlanRow>(texts, {
    month: { width: "tight" },
    host: { cell: (row) => <Host row={row} /> },
    // Time and place stand under the date.
    date: { head: t("planning.table.when"), cell: (row) => <When row={row} now={now} /> },
    chair: { cell: (row) => <Chair row={row} /> },
    window: { cell: (row) => <Window row={row} now={now} /> },
    stage: { width: "tight", cell: (row) => <StageTag stage={row.stage} /> },
    rules: {
      width: "tight",
      cell: ({ rules }) => (
        <Link to={rulesAddress(rules.version)} title={rules.title}>
          {t("plan.rules.version", { version: rules.version })}
        </Link>
      ),
    },
  });
  if (canChange)
    columns.push({
      key: "change",
      head: t("plan.table.change"),
      headHidden: true,
      width: "tight",
      cell: ({ month, stage }) =>
        stagesBefore.includes(stage) && (
          <Link
            to={dayPlanAddress(month)}
            aria-label={t("plan.table.changeMonth", { month: writtenMonth(month, i18n.language) })}
          >
            {t("plan.table.change")}
          </Link>
        ),
    });
  return (
    <div className="plan-table">
      <DataTable
        caption={t("plan.table.caption")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.month}
        rowHref={(row) => meetingAddress({ slug: row.month })}
        rowMarked={(row) => row.outOfTurn || row.chairBlocked || !row.kind.working}
      />
    </div>
  );
}
