import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { PublicLink } from "~/ui/PublicLink";
import "./outcome.css";
import { writtenMonth } from "~/calendar/writtenDate";
import type { PublicDayName } from "./published";

/** Issued days one under the other: month and host, then the date. */
export function PublicDayList(props: { days: readonly PublicDayName[]; now: string; withYear?: boolean }) {
  const { days, now, withYear = false } = props;
  const { t, i18n } = useTranslation();
  return (
    <ul className="divided link-rows">
      {days.map((day) => (
        <li key={day.month}>
          <PublicLink to={`/days/${day.month}`}>
            {t("outcome.dayName", {
              month: writtenMonth(day.month, i18n.language, withYear),
              street: named(day.host.name, i18n.language),
            })}
          </PublicLink>
          <span className="muted">
            <DateText value={day.date} now={now} />
          </span>
        </li>
      ))}
    </ul>
  );
}
