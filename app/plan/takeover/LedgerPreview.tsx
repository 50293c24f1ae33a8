import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { TaskStateTag } from "~/task/TaskStateTag";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { LedgerFault } from "./readLedgerRows";
import type { ShownLedger, ShownRow } from "./showTakeover.server";

/** Says what would become of the file, with the one act that does it. */
export function LedgerSummary({ ledger }: { ledger: ShownLedger }) {
  const { t } = useTranslation();
  const { counts, refusal } = ledger;
  if (refusal) return <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />;
  return (
    <>
      <p>{t("takeover.summary", counts)}</p>
      {counts.refused > 0 && <p className="muted">{t("takeover.refusedHint")}</p>}
      {counts.add > 0 && (
        <OnceForm className="form-actions">
          <Button variant={counts.refused > 0 ? "secondary" : "primary"} name="intent" value="take">
            {t("takeover.submit", { count: counts.add })}
          </Button>
        </OnceForm>
      )}
    </>
  );
}

function Faults({ faults }: { faults: readonly LedgerFault[] }) {
  const { t } = useTranslation();
  return faults.map(({ code, text = "" }) => t(`takeover.why.${code}`, { text })).join(t("ledger.comma"));
}

function useColumns(now: string): Column<ShownRow>[] {
  const { t, i18n } = useTranslation();
  return [
    {
      key: "row",
      head: t("takeover.row"),
      width: "tight",
      cell: ({ sheet, row }) => <span className="num">{[sheet, row].filter(Boolean).join(" ")}</span>,
    },
    { key: "title", head: t("takeover.column.matter"), width: "wide", cell: ({ title }) => title },
    {
      key: "does",
      head: t("takeover.becomes"),
      cell: ({ does, faults, severalLead }) => (
        <>
          <span>{t(`takeover.does.${does}`)}</span>
          {faults.length > 0 && (
            <span>
              {t("takeover.because")}
              <Faults faults={faults} />
            </span>
          )}
          {severalLead && does === "add" && <p className="muted small">{t("takeover.severalLead")}</p>}
        </>
      ),
    },
    {
      key: "lead",
      head: t("takeover.column.lead"),
      cell: ({ task }) => task && named(task.lead.name, i18n.language),
    },
    {
      key: "street",
      head: t("takeover.column.street"),
      cell: ({ task }) => task && named(task.street.name, i18n.language),
    },
    {
      key: "due",
      head: t("takeover.column.due"),
      width: "tight",
      cell: ({ task }) => task && <DateText value={task.dueDate} now={now} />,
    },
    {
      key: "state",
      head: t("takeover.column.state"),
      cell: ({ task }) => task && <TaskStateTag state={task.state} />,
    },
    {
      key: "source",
      head: t("takeover.column.source"),
      cell: ({ task }) =>
        task && (
          <>
            {task.source.name} <DateText value={task.source.heldOn} now={now} />
            {task.source.documentNumber && <span className="muted small"> {task.source.documentNumber}</span>}
          </>
        ),
    },
  ];
}

// What needs a look comes first.
const order: readonly ShownRow["does"][] = ["refused", "add", "known"];

/** What will become of each row. */
export function LedgerPreview({ rows, now }: { rows: readonly ShownRow[]; now: string }) {
  const { t } = useTranslation();
  const columns = useColumns(now);
  const sorted = order.flatMap((does) => rows.filter((row) => row.does === does));
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t("takeover.caption")}
      columns={columns}
      rows={sorted}
      rowKey={({ sheet, row }) => `${sheet} ${row}`}
      rowMarked={({ does }) => does === "refused"}
      density="dense"
    />
  );
}
