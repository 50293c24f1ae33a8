import { isWeekend } from "~/calendar/day";
import type { UnusualDays } from "~/calendar/unusualDays";
import { useTranslation } from "./useTranslation";

/** Says of a day off (YYYY-MM-DD) what it is: the name of the holiday, or a weekend; null of a working day. */
export function useDayOff(day: string, unusual: UnusualDays): string | null {
  const { t } = useTranslation();
  const kind = unusual[day];
  if (kind?.working) return null;
  if (kind?.holiday) return t("plan.dayKind.holiday", { holiday: t(`planning.holiday.${kind.holiday}`) });
  return day !== "" && isWeekend(day) ? t("plan.dayKind.weekend") : null;
}
