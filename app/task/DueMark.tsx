import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Shape, type ShapeName } from "~/ui/Shape";
import type { DueColour } from "./dueColour";
import "./task.css";

/** Props of {@link DueMark}. */
export interface DueMarkProps {
  task: {
    dueDate: string;
    originalDueDate: string;
    reviewOn: string | null;
    state: string;
    colour: DueColour | null;
    overdue: boolean;
  };
  now: string;
  /** Leaves out how far off it is. */
  short?: boolean;
}

const shapes: Record<DueColour, ShapeName> = { blue: "half", yellow: "triangle", red: "square" };

/** Until when: the date with how near it is in words, shape and colour, and the original date where it slipped. */
export function DueMark({ task, now, short }: DueMarkProps) {
  const { t } = useTranslation();
  const suspended = task.state === "suspended" && task.reviewOn !== null;
  const slipped = task.dueDate !== task.originalDueDate;
  return (
    <span className="due">
      <span className={task.colour ? `due-date due-${task.colour}` : "due-date"}>
        {task.colour && <Shape name={shapes[task.colour]} />}
        {task.overdue && <strong>{t("task.due.overdue")} </strong>}
        {suspended && <span>{t("task.due.review")} </span>}
        <DateText
          value={suspended ? task.reviewOn! : task.dueDate}
          now={now}
          withDistance={task.colour !== null && !short}
        />
      </span>
      {slipped && (
        <span className="due-original muted small">
          {t("task.due.original")} <DateText value={task.originalDueDate} now={now} />
        </span>
      )}
    </span>
  );
}
