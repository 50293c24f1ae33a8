import { dayOf } from "~/calendar/day";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag } from "~/ui/StateTag";

/** Props of {@link MilestoneList}. */
export interface MilestoneListProps {
  milestones: readonly { id: string; text: string; due: string; doneAt: string | null }[];
  now: string;
  /** Only the list, inside a section that has its own title. */
  bare?: boolean;
}

/** The timetable of a task as resolved: each milestone with its date and whether it was reached. */
export function MilestoneList({ milestones, now, bare }: MilestoneListProps) {
  const { t } = useTranslation();
  if (milestones.length === 0) return null;
  const today = dayOf(now);
  const list = (
    <ol className="milestones" aria-label={t("task.milestone.title")}>
      {milestones.map(({ id, text, due, doneAt }) => (
        <li key={id}>
          <span className="num">
            <DateText value={due} now={now} />
          </span>
          <span>{text}</span>
          {doneAt ? (
            <StateTag tone="good">
              {t("task.milestone.done")} <DateText value={dayOf(doneAt)} now={now} />
            </StateTag>
          ) : due < today ? (
            <StateTag tone="bad">{t("task.milestone.late")}</StateTag>
          ) : (
            <StateTag tone="neutral">{t("task.milestone.open")}</StateTag>
          )}
        </li>
      ))}
    </ol>
  );
  if (bare) return list;
  return (
    <section className="section" aria-labelledby="milestones-title">
      <h2 id="milestones-title">{t("task.milestone.title")}</h2>
      {list}
    </section>
  );
}
