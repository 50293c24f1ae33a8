import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import type { DueColour } from "~/task/dueColour";
import type { MilestoneMark } from "./milestonesOf.server";
import { placeOf, type TimeScale } from "./timetable";

/** What is drawn of a task. */
export interface DrawnTask {
  dispatchedOn: string;
  originalDueDate: string;
  dueDate: string;
  solvedOn: string | null;
  colour: DueColour | null;
  overdue: boolean;
  milestones: readonly MilestoneMark[];
}

/** Props of {@link TimetableRow}. */
export interface TimetableRowProps {
  task: DrawnTask;
  scale: TimeScale;
  today: string;
}

const height = 64;
const line = 24;
const lower = 46;

const diamond = (x: number, y: number, r: number) =>
  `M${x} ${y - r} ${x + r} ${y} ${x} ${y + r} ${x - r} ${y}z`;

function Slip({ from, to }: { from: number; to: number }) {
  return (
    <>
      <path className="mark-original" d={diamond(from, lower, 5)} />
      <path className="mark-slip" d={`M${from + 8} ${lower}H${to - 2}m-5-4 5 4-5 4`} />
      <line className="mark-lead" x1={to} x2={to} y1={line + 7} y2={lower} />
    </>
  );
}

function Milestones({ task, scale, today }: TimetableRowProps) {
  const { i18n } = useTranslation();
  return task.milestones.map((mark) => (
    <circle
      key={`${mark.due} ${mark.text}`}
      className="mark-milestone"
      data-done={mark.doneAt ? "" : undefined}
      data-late={!mark.doneAt && mark.due < today ? "" : undefined}
      cx={placeOf(scale, mark.due)}
      cy={line}
      r={4}
    >
      <title>{`${writtenDay(mark.due, i18n.language)} ${mark.text}`}</title>
    </circle>
  ));
}

/** The months and today's line, behind a row. */
export function TimetableLines({ scale, today }: Omit<TimetableRowProps, "task">) {
  const x = placeOf(scale, today);
  return (
    <svg className="timetable-lines" width={scale.width} aria-hidden="true">
      {scale.months.map((month) => (
        <line key={month.month} className="timetable-grid" x1={month.x} x2={month.x} y1={0} y2="100%" />
      ))}
      <line className="timetable-now" x1={x} x2={x} y1={0} y2="100%" />
    </svg>
  );
}

/** One task on the scale: a bar from dispatch to due date, its milestones, where it slipped from. */
export function TimetableRow({ task, scale, today }: TimetableRowProps) {
  const { t } = useTranslation();
  const at = (day: string) => placeOf(scale, day);
  const slipped = task.originalDueDate !== task.dueDate;
  const said = [
    t("task.timetable.dispatchedOn", { day: task.dispatchedOn }),
    slipped && t("task.timetable.originallyBy", { day: task.originalDueDate }),
    t("task.timetable.dueBy", { day: task.dueDate }),
    task.solvedOn && t("task.timetable.solvedOn", { day: task.solvedOn }),
  ].filter(Boolean);
  const start = at(task.dispatchedOn);
  const lateUntil = task.solvedOn ?? (task.overdue ? today : "");
  return (
    <svg
      className={task.colour ? `timetable-row due-${task.colour}` : "timetable-row"}
      width={scale.width}
      height={height}
      role="img"
      aria-label={said.join("; ")}
    >
      <rect
        className="timetable-bar"
        x={start}
        y={line - 3}
        width={Math.max(2, at(task.dueDate) - start)}
        height={6}
      />
      {lateUntil > task.dueDate && (
        <line className="timetable-over" x1={at(task.dueDate)} x2={at(lateUntil)} y1={line} y2={line} />
      )}
      {slipped && <Slip from={at(task.originalDueDate)} to={at(task.dueDate)} />}
      <Milestones task={task} scale={scale} today={today} />
      <path className="mark-due" d={diamond(at(task.dueDate), line, 7)} />
      {task.solvedOn && <path className="mark-solved" d={`m${at(task.solvedOn) - 5} ${line} 4 4 7-8`} />}
    </svg>
  );
}
