import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { taskAddress } from "~/address/tasks";
import { dayOf } from "~/calendar/day";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { TaskStateTag } from "~/task/TaskStateTag";
import { EmptyState } from "~/ui/EmptyState";
import { Words } from "~/ui/Words";
import type { MilestoneMark } from "./milestonesOf.server";
import { TimetableLines, TimetableRow } from "./TimetableRow";
import type { ListedTask } from "./taskRows.server";
import { daysOf, placeOf, type TimeScale, timeScale } from "./timetable";
import "./taskList.css";

/** Props of {@link TaskTimetable}. */
export interface TaskTimetableProps {
  tasks: readonly ListedTask[];
  milestones: Record<string, MilestoneMark[]>;
  now: string;
}

const onDay = (instant: string | null) => (instant ? dayOf(instant) : null);

function MonthScale({ scale, today }: { scale: TimeScale; today: string }) {
  const { t, i18n } = useTranslation();
  const x = placeOf(scale, today);
  return (
    <svg className="timetable-scale" width={scale.width} height={36} aria-hidden="true">
      {scale.months.map((month) => (
        <g key={month.month}>
          <line className="timetable-grid" x1={month.x} x2={month.x} y1={0} y2={36} />
          <text x={month.x + 4} y={14}>
            {writtenMonth(month.month, i18n.language, month.x === 0 || month.month.endsWith("-01"))}
          </text>
        </g>
      ))}
      <text className="timetable-today" x={x} y={31} textAnchor="middle">
        {t("ui.date.today")}
      </text>
    </svg>
  );
}

function KeyItem({
  width = 14,
  drawing,
  children,
}: {
  width?: number;
  drawing: ReactNode;
  children: ReactNode;
}) {
  return (
    <span>
      <svg width={width} height={14} aria-hidden="true">
        {drawing}
      </svg>
      {children}
    </span>
  );
}

function Key() {
  const { t } = useTranslation();
  const slip = (
    <>
      <path className="mark-original" d="M7 2 12 7 7 12 2 7z" />
      <path className="mark-slip" d="M14 7h28m-5-4 5 4-5 4" />
    </>
  );
  return (
    <p className="timetable-key small muted">
      <KeyItem drawing={<path className="mark-due" d="M7 1 13 7 7 13 1 7z" />}>
        {t("task.timetable.due")}
      </KeyItem>
      <KeyItem width={44} drawing={slip}>
        {t("task.timetable.slipped")}
      </KeyItem>
      <KeyItem drawing={<circle className="mark-milestone" cx={7} cy={7} r={4} />}>
        {t("task.timetable.milestone")}
      </KeyItem>
      <KeyItem drawing={<path className="mark-solved" d="m2 7 4 4 7-8" />}>
        {t("task.timetable.solved")}
      </KeyItem>
      <KeyItem drawing={<line className="timetable-now" x1={7} x2={7} y1={0} y2={14} />}>
        {t("ui.date.today")}
      </KeyItem>
    </p>
  );
}

/** Brings today into sight where the box is too narrow for all months. */
function useTodayInSight(x: number) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const shown = box.current;
    if (shown && shown.scrollWidth > shown.clientWidth) shown.scrollLeft = x - shown.clientWidth / 3;
  }, [x]);
  return box;
}

/** The tasks over the months: from dispatch to due date, slipped dates drawn from the original to the new one. */
export function TaskTimetable({ tasks, milestones, now }: TaskTimetableProps) {
  const { t, i18n } = useTranslation();
  const today = dayOf(now);
  const drawn = tasks.map((task) => ({
    ...task,
    dispatchedOn: dayOf(task.dispatchedAt),
    solvedOn: onDay(task.solvedAt),
    milestones: milestones[task.id] ?? [],
  }));
  const scale = timeScale(drawn.flatMap(daysOf), today);
  const box = useTodayInSight(placeOf(scale, today));
  if (drawn.length === 0)
    return <EmptyState title={t("task.list.emptyTitle")}>{t("task.list.emptyText")}</EmptyState>;
  return (
    <>
      <Key />
      <section
        className="table-scroll"
        data-phone="scroll"
        aria-label={t("task.timetable.caption")}
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table timetable" data-density="dense">
          <caption className="visually-hidden">{t("task.timetable.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("task.column.title")}</th>
              <th scope="col" className="timetable-cell">
                <span className="visually-hidden">{t("task.timetable.course")}</span>
                <MonthScale scale={scale} today={today} />
              </th>
            </tr>
          </thead>
          <tbody>
            {drawn.map((task) => (
              <tr key={task.number} data-marked={task.overdue ? "" : undefined}>
                <th scope="row" className="timetable-name">
                  <Link to={taskAddress(task.number)}>
                    <Words text={task.title} />
                  </Link>
                  <span className="muted">
                    <span className="num">{task.number}</span> {named(task.lead.name, i18n.language)}
                  </span>
                  <TaskStateTag state={task.state} />
                </th>
                <td className="timetable-cell">
                  <TimetableLines scale={scale} today={today} />
                  <TimetableRow task={task} scale={scale} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
