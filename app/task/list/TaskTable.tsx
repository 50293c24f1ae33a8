import { taskAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { DueMark } from "~/task/DueMark";
import { TaskRemark } from "~/task/TaskRemark";
import { TaskStateTag } from "~/task/TaskStateTag";
import { type Column, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Words } from "~/ui/Words";
import "./taskList.css";
import { type TaskColumn, taskColumns } from "./taskColumns";
import { type TaskFilter, type TaskSort, taskQuery } from "./taskFilter";
import type { ListedTask } from "./taskRows.server";

/**
 * On the page a date that slipped stands under the date that holds, and a witness stands with the verification of the
 * task; the file has columns of their own for them.
 */
type ShownColumn = Exclude<TaskColumn, "original" | "witness">;
const shownColumns = taskColumns.filter((key): key is ShownColumn => key !== "original" && key !== "witness");

const sorts: Partial<Record<TaskColumn, TaskSort>> = {
  number: "number",
  lead: "lead",
  street: "street",
  due: "due",
};
const widths: Partial<Record<TaskColumn, "tight" | "wide">> = {
  number: "tight",
  state: "tight",
};

/** Props of {@link TaskTable}. */
export interface TaskTableProps {
  tasks: readonly ListedTask[];
  filter: TaskFilter;
  now: string;
}

/** The ledger as a dense table; pressing a head sorts by it. */
export function TaskTable({ tasks, filter, now }: TaskTableProps) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const cells: Record<ShownColumn, (task: ListedTask) => React.ReactNode> = {
    number: (task) => <span className="num">{task.number}</span>,
    title: (task) => (
      <span className="task-title">
        <Words text={task.title} />
      </span>
    ),
    lead: (task) => <span className="task-lead">{named(task.lead.name, i18n.language)}</span>,
    street: (task) => named(task.street.name, i18n.language),
    state: (task) => <TaskStateTag state={task.state} />,
    due: (task) => <DueMark task={task} now={now} />,
    meeting: (task) => meetingName(task.resolvedAt),
    carried: (task) => task.timesCarriedOver > 0 && <span className="num">{task.timesCarriedOver}</span>,
    remark: (task) => <TaskRemark task={task} />,
  };
  const columns = shownColumns.map((key): Column<ListedTask> => {
    const sort = sorts[key];
    const sorted = sort === filter.sort ? (filter.descending ? "desc" : "asc") : undefined;
    return {
      key,
      head: t(`task.column.${key}`),
      cell: cells[key],
      width: widths[key],
      align: key === "carried" ? "end" : undefined,
      sorted,
      sortHref: sort && (taskQuery(filter, { sort, descending: sorted === "asc" }) || "?"),
    };
  });
  return (
    <DataTable
      caption={t("task.list.caption")}
      captionHidden
      density="dense"
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.number}
      rowHref={(task) => taskAddress(task.number)}
      rowMarked={(task) => task.overdue || task.escalated}
      empty={<EmptyState title={t("task.list.emptyTitle")}>{t("task.list.emptyText")}</EmptyState>}
    />
  );
}
