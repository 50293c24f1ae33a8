import chineseDays from "chinese-days";
import { addDays } from "./day";
import type { Holiday } from "./holiday";

// By the regulation on public holidays in force since 2025; what is moved around them is announced year by year.
const fixed: Readonly<Record<string, Holiday>> = {
  "01-01": "newYear",
  "05-01": "labour",
  "05-02": "labour",
  "10-01": "national",
  "10-02": "national",
  "10-03": "national",
};

/** By month and day of the lunar calendar. */
const lunar: Readonly<Record<string, Holiday>> = {
  "1-1": "springFestival",
  "1-2": "springFestival",
  "1-3": "springFestival",
  "5-5": "dragonBoat",
  "8-15": "midAutumn",
};

// Read as a bare date: with a time the library counts from another midnight west of Greenwich.
function lunarOf(day: string): Holiday | undefined {
  const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(day);
  return isLeap ? undefined : lunar[`${lunarMon}-${lunarDay}`];
}

// The usual reckoning of the solar term for this century.
function isQingming(day: string): boolean {
  const year = Number(day.slice(2, 4));
  const date = Math.floor(year * 0.2422 + 4.81) - Math.floor(year / 4);
  return day.startsWith("20") && day.slice(5) === `04-${String(date).padStart(2, "0")}`;
}

/** The holiday that the law itself puts on a day, announced or not; null where it puts none. */
export function lawfulHoliday(day: string): Holiday | null {
  const found = fixed[day.slice(5)] ?? lunarOf(day);
  if (found) return found;
  if (isQingming(day)) return "qingming";
  // The eve: the last day of the lunar year, whichever its number.
  return lunarOf(addDays(day, 1)) === "springFestival" && lunarOf(day) === undefined
    ? "springFestival"
    : null;
}
