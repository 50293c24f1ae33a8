import { useTranslation } from "react-i18next";
import { DateText } from "~/ui/DateText";
import "./outcome.css";
import type { PublicDayName } from "./published";

/** When a day was held, and the number of its minutes. */
export function DayLine({ day, now }: { day: PublicDayName; now: string }) {
  const { t } = useTranslation();
  return (
    <p className="day-line">
      <span>
        {t("outcome.heldOn")} <DateText value={day.date} now={now} />
      </span>
      <span className="num">{t("outcome.minutesNumber", { ...day.minutes })}</span>
    </p>
  );
}
