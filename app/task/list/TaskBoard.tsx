import { Link } from "@remix-run/react";
import { taskAddress, tasksAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DueMark } from "~/task/DueMark";
import { TaskRemark } from "~/task/TaskRemark";
import { TaskStateTag } from "~/task/TaskStateTag";
import { Words } from "~/ui/Words";
import type { BoardColumn } from "./boardOfTasks.server";
import { type TaskFilter, taskQuery } from "./taskFilter";
import type { ListedTask } from "./taskRows.server";
import "./taskList.css";

function Slip({ task, now }: { task: ListedTask; now: string }) {
  const { i18n } = useTranslation();
  return (
    <li className="board-slip" data-marked={task.overdue || task.escalated ? "" : undefined}>
      <Link to={taskAddress(task.number)}>
        <Words text={task.title} />
      </Link>
      <div className="small muted">
        <span className="num">{task.number}</span> {named(task.lead.name, i18n.language)}
      </div>
      <div className="small">
        <DueMark task={task} now={now} />
        <TaskRemark task={task} />
      </div>
    </li>
  );
}

/** Props of {@link TaskBoard}. */
export interface TaskBoardProps {
  columns: readonly BoardColumn[];
  filter: TaskFilter;
  now: string;
}

/** The tasks side by side by state, each column in the order of the ledger. */
export function TaskBoard({ columns, filter, now }: TaskBoardProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="board" aria-label={t("task.board.caption")} tabIndex={0}>
      {columns.map(({ state, tasks, more }) => (
        <section key={state} className="board-column" aria-labelledby={`board-${state}`}>
          <h2 id={`board-${state}`}>
            <TaskStateTag state={state} />
            <span className="num muted">
              {tasks.length}
              {more && "+"}
            </span>
          </h2>
          {tasks.length === 0 && <p className="muted small">{t("task.board.none")}</p>}
          <ul className="board-slips">
            {tasks.map((task) => (
              <Slip key={task.number} task={task} now={now} />
            ))}
          </ul>
          {more && (
            <Link className="small" to={`${tasksAddress}${taskQuery(filter, { view: "list", state })}`}>
              {t("task.board.more")}
            </Link>
          )}
        </section>
      ))}
    </section>
  );
}
