import type { Translate } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";
import { type CivilTime, civilTime, daysBetween } from "./writtenDate";

/** Props of {@link DateText}. */
export interface DateTextProps {
  /** A day "YYYY-MM-DD" of the district, or an ISO instant. */
  value: string;
  /** The ISO instant the page was made; decides the distance and whether the year is written. */
  now: string;
  /** Adds ", 还有3天" / ", in 3 days". */
  withDistance?: boolean;
  /** Adds the hour and minute of an instant. */
  withTime?: boolean;
  timeZone?: string;
}

function words(t: Translate, at: CivilTime) {
  const month = t("ui.date.months").split(" ")[at.month - 1];
  const weekday = t("ui.date.weekdays").split(" ")[at.weekday];
  return { year: at.year, month, day: at.day, weekday };
}

function distance(t: Translate, days: number): string {
  if (days === 0) return t("ui.date.today");
  if (days === 1) return t("ui.date.tomorrow");
  if (days === -1) return t("ui.date.yesterday");
  return days > 0 ? t("ui.date.ahead", { days }) : t("ui.date.past", { days: -days });
}

function exactly(t: Translate, at: CivilTime, zone: string): string {
  if (!at.time) return t("ui.date.exactDay", words(t, at));
  return t("ui.date.exact", { ...words(t, at), time: at.time, zone });
}

/** A date written out ("11月20日 周五, 还有3天"), its exact time on hover. The year is written when it is not this one. */
export function DateText({ value, now, withDistance, withTime, timeZone = "Asia/Shanghai" }: DateTextProps) {
  const { t } = useTranslation();
  const at = civilTime(value, timeZone);
  const today = civilTime(now, timeZone);
  const day = t(at.year === today.year ? "ui.date.day" : "ui.date.dayYear", words(t, at));
  const date = withTime && at.time ? t("ui.date.timed", { date: day, time: at.time.slice(0, 5) }) : day;
  const text = withDistance
    ? t("ui.date.distant", { date, distance: distance(t, daysBetween(today, at)) })
    : date;
  return (
    <time className="date" dateTime={value} title={exactly(t, at, timeZone)}>
      {text}
    </time>
  );
}
