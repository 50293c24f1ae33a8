import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import "./outcome.css";
import type { PublicDayName } from "./published";

/** When a day was held, the number of its minutes, and what these replace. */
export function DayLine({ day, now }: { day: PublicDayName; now: string }) {
  const { t } = useTranslation();
  const { replaces, ...minutes } = day.minutes;
  return (
    <p className="day-line">
      <span>
        {t("outcome.heldOn")} <DateText value={day.date} now={now} />
      </span>
      <span className="num">{t("outcome.minutesNumber", { ...minutes })}</span>
      {replaces && (
        <span>
          {t("outcome.replaces", { ...replaces })} <DateText value={replaces.issuedAt} now={now} />
        </span>
      )}
    </p>
  );
}
