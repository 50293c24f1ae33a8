import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { StatementTag } from "~/task/StatementTag";
import { TaskStateTag } from "~/task/TaskStateTag";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import { EmptyState } from "~/ui/EmptyState";
import { StateTag } from "~/ui/StateTag";
import type { CalledTask } from "./lookBackOf.server";

/** Props of {@link LookBackList}. */
export interface LookBackListProps {
  tasks: readonly CalledTask[];
  now: string;
}

/** The whole list of a look-back with what was stated on each. */
export function LookBackList({ tasks, now }: LookBackListProps) {
  const { t, i18n } = useTranslation();
  const columns: Column<CalledTask>[] = [
    {
      key: "number",
      head: t("task.column.number"),
      width: "tight",
      cell: (task) => <span className="num">{task.number}</span>,
    },
    { key: "title", head: t("task.column.title"), width: "wide", cell: (task) => task.title },
    {
      key: "statement",
      head: t("task.lookBack.stated"),
      cell: (task) =>
        task.statement ? (
          <>
            <StatementTag statement={task.statement.statement} />
            {task.statement.saidAs === "noted" && (
              <div className="muted small">{t("task.lookBack.notedTogether")}</div>
            )}
            {task.statement.text && <div className="as-written">{task.statement.text}</div>}
          </>
        ) : (
          <span className="muted">{t("task.lookBack.notYet")}</span>
        ),
    },
    { key: "lead", head: t("task.column.lead"), cell: (task) => named(task.lead.name, i18n.language) },
    { key: "street", head: t("task.column.street"), cell: (task) => named(task.street.name, i18n.language) },
    { key: "state", head: t("task.column.state"), cell: (task) => <TaskStateTag state={task.state} /> },
    {
      key: "due",
      head: t("task.column.due"),
      width: "tight",
      cell: (task) => <DateText value={task.dueDate} now={now} />,
    },
    {
      key: "carried",
      head: t("task.column.carried"),
      align: "end",
      cell: (task) => (
        <>
          <span className="num">{task.timesCarriedOver || ""}</span>
          {task.escalated && (
            <div>
              <StateTag tone="bad" shape="square">
                {t("task.lookBack.escalatedShort")}
              </StateTag>
            </div>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("task.lookBack.listCaption")}
      captionHidden
      density="dense"
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.number}
      rowHref={(task) => `?task=${task.number}`}
      rowMarked={(task) => task.escalated}
      empty={<EmptyState title={t("task.lookBack.emptyTitle")}>{t("task.lookBack.emptyText")}</EmptyState>}
    />
  );
}
