import { Link } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { type TaskFilter, taskQuery, taskViews } from "./taskFilter";
import "./taskList.css";

/** Switches between the ways the ledger is drawn, keeping its conditions. */
export function TaskViews({ filter }: { filter: TaskFilter }) {
  const { t } = useTranslation();
  return (
    <nav className="views" aria-label={t("task.view.label")}>
      <ul>
        {taskViews.map((view) => (
          <li key={view}>
            <Link
              to={taskQuery(filter, { view }) || "?"}
              aria-current={view === filter.view ? "page" : undefined}
              preventScrollReset
            >
              {t(`task.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
