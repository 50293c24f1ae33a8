import { addDays, addMonths, monthOf } from "~/calendar/day";
import {
  afterSpan,
  comingDay,
  dayIn,
  inMonth,
  lastOf,
  type Parts,
  type Saying,
  weekdayAfter,
  whole,
  yearOf,
} from "./saying";

const named = (name: string, pattern: string) => `(?<${name}>${pattern})`;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const englishDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const englishNumbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];
const monthName = named("month", `(?:${months.join("|")})[a-z]*`);
const englishCount = (said: string) =>
  /^an?$/.test(said) ? 1 : /^\d/.test(said) ? Number(said) : englishNumbers.indexOf(said);
const monthNumber = (said: string) => months.indexOf(said.slice(0, 3)) + 1;
const inNamedMonth = ({ month, year }: Parts, today: string) =>
  inMonth(monthNumber(month!), year ? Number(year) : null, today);
const ordinal = "(?:st|nd|rd|th)?";

/** How days are said in English. */
export const english: readonly Saying[] = [
  { pattern: /^today$/, day: (_, today) => today },
  { pattern: /^tomorrow$/, day: (_, today) => addDays(today, 1) },
  {
    pattern: whole(
      `${named("next", "this |next ")}?${named("weekday", `(?:${englishDays.join("|")})[a-z]*`)}`,
    ),
    day: ({ next, weekday }, today) =>
      weekdayAfter(
        today,
        englishDays.indexOf(weekday!.slice(0, 3)) + 1,
        next === undefined ? null : next === "next " ? 1 : 0,
      ),
  },
  {
    pattern: whole(
      `(?:in |within )${named("count", `\\d{1,3}|an?|${englishNumbers.join("|")}`)} ${named("unit", "days?|weeks?|months?|years?")}`,
    ),
    day: ({ count, unit }, today) => afterSpan(today, englishCount(count!), unit!),
  },
  {
    pattern: whole(
      `(?:the )?${named("day", "\\d{1,2}")}${ordinal} (?:of )?${monthName}(?:,? (?<year>\\d{4}))?`,
    ),
    day: (parts, today) => inNamedMonth(parts, today)((month) => dayIn(month, Number(parts.day))),
  },
  {
    pattern: whole(`${monthName} ${named("day", "\\d{1,2}")}${ordinal}(?:,? (?<year>\\d{4}))?`),
    day: (parts, today) => inNamedMonth(parts, today)((month) => dayIn(month, Number(parts.day))),
  },
  {
    pattern: whole(`(?:the )?end of ${monthName}(?: (?<year>\\d{4}))?`),
    day: (parts, today) => inNamedMonth(parts, today)(lastOf),
  },
  {
    pattern: whole(`(?:the )?end of (?:the |this )?${named("next", "next ")}?month`),
    day: ({ next }, today) => lastOf(addMonths(monthOf(today), next ? 1 : 0)),
  },
  {
    pattern: whole(`(?:the )?end of (?:the |this )?${named("next", "next ")}?year`),
    day: ({ next }, today) => `${yearOf(today) + (next ? 1 : 0)}-12-31`,
  },
  {
    pattern: whole(`the ${named("day", "\\d{1,2}")}${ordinal}`),
    day: ({ day }, today) => comingDay(Number(day), today),
  },
];
