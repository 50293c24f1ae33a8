import { daysBetween, districtTimeZone } from "~/calendar/day";
import { type DateParts, dateParts, dayIn } from "~/calendar/writtenDate";
import type { Translate } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";

/** Props of {@link DateText}. */
export interface DateTextProps {
  /** A day "YYYY-MM-DD" of the district, or an ISO instant. */
  value: string;
  /** The ISO instant the page was made; decides the distance and whether the year is written. */
  now: string;
  /** Adds "，还有3天" / ", in 3 days". */
  withDistance?: boolean;
  /** Adds the hour and minute of an instant. */
  withTime?: boolean;
}

function distance(t: Translate, days: number): string {
  if (days === 0) return t("ui.date.today");
  if (days === 1) return t("ui.date.tomorrow");
  if (days === -1) return t("ui.date.yesterday");
  return days > 0 ? t("ui.date.ahead", { days }) : t("ui.date.past", { days: -days });
}

function exactly(t: Translate, at: DateParts): string {
  if (!at.time) return t("ui.date.exactDay", { ...at });
  return t("ui.date.exact", { ...at, zone: districtTimeZone });
}

/** Writes a date out ("11月20日 周五，还有3天"), its exact time on hover. The year is written when it is not this one. */
export function DateText({ value, now, withDistance, withTime }: DateTextProps) {
  const { t, i18n } = useTranslation();
  const at = dateParts(value, i18n.language);
  const today = dayIn(now);
  const day = t(today.startsWith(`${at.year}-`) ? "ui.date.day" : "ui.date.dayYear", { ...at });
  const date = withTime && at.time ? t("ui.date.timed", { date: day, time: at.time.slice(0, 5) }) : day;
  const text = withDistance
    ? t("ui.date.distant", { date, distance: distance(t, daysBetween(today, dayIn(value))) })
    : date;
  return (
    <time className="date" dateTime={value} title={exactly(t, at)}>
      {text}
    </time>
  );
}
