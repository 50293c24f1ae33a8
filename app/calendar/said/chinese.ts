import { addDays, addMonths, monthOf } from "~/calendar/day";
import {
  afterSpan,
  comingDay,
  dayIn,
  inMonth,
  lastOf,
  monthAfter,
  type Parts,
  type Saying,
  weekdayAfter,
  whole,
  yearOf,
} from "./saying";

const chineseDigits = "零一二三四五六七八九";

/** A number up to 99 in digits or in Chinese: 20, 二十, 两, 十五; NaN where it is none. */
function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  if (said === "两") return 2;
  const [, tens, ones] = /^(?:([一二三四五六七八九])?十)?([零一二三四五六七八九])?$/.exec(said) ?? [];
  if (!said.includes("十")) return ones ? chineseDigits.indexOf(ones) : Number.NaN;
  return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0);
}

const number = "\\d{1,3}|[零一二三四五六七八九十两]{1,3}";
const named = (name: string, pattern = number) => `(?<${name}>${pattern})`;
// 月底前, 20日之前, 三天内: by that day, which is the last on which it can be done.
const by = "(?:以前|之前|前|以内|之内|内|止)?";
const wholeOf = (pattern: string) => whole(`${pattern}${by}`);

const yearsAhead: Readonly<Record<string, number>> = { 今: 0, 本: 0, 明: 1, 后: 2 };
const wordsAhead: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  当天: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};
const weekdays = "一二三四五六日";
const weekdayNamed = (said: string) => (said === "天" ? 7 : weekdays.indexOf(said) + 1);

/** The month that is meant by its number, in the year that is said or the coming one. */
function monthSaid({ year, ahead, month }: Parts, today: string) {
  const said = year ? Number(year) : ahead ? yearOf(today) + yearsAhead[ahead]! : null;
  return inMonth(numberOf(month ?? ""), said, today);
}

const chineseYear = "(?:(?<year>\\d{4})年|(?<ahead>[今本明后])年)?";

/** How days are said in Chinese. */
export const chinese: readonly Saying[] = [
  {
    pattern: wholeOf(`(?<word>${Object.keys(wordsAhead).join("|")})`),
    day: ({ word }, today) => addDays(today, wordsAhead[word!]!),
  },
  {
    pattern: wholeOf(`${chineseYear}${named("month")}月(?:份)?${named("day")}[日号]?`),
    day: (parts, today) => monthSaid(parts, today)((month) => dayIn(month, numberOf(parts.day!))),
  },
  {
    pattern: wholeOf(`${chineseYear}${named("month")}月(?:份)?(?:底|末)`),
    day: (parts, today) => monthSaid(parts, today)(lastOf),
  },
  {
    pattern: wholeOf(`${chineseYear}${named("month")}月(?:份)?中(?:旬)?`),
    day: (parts, today) => monthSaid(parts, today)((month) => dayIn(month, 15)),
  },
  {
    pattern: wholeOf(
      `${named("next", "本|这|这个|当|下|下个|下下|下下个")}?月${named("day", `${number}|底|末`)}[日号]?`,
    ),
    day: ({ next = "", day }, today) => {
      const month = addMonths(monthOf(today), next.split("下").length - 1);
      return /底|末/.test(day!) ? lastOf(month) : dayIn(month, numberOf(day!));
    },
  },
  {
    pattern: wholeOf(`${named("day")}[日号]`),
    day: ({ day }, today) => comingDay(numberOf(day!), today),
  },
  {
    pattern: wholeOf(`${named("ahead", "[今本明后]?")}年(?:底|末)`),
    day: ({ ahead }, today) => `${yearOf(today) + (yearsAhead[ahead!] ?? 0)}-12-31`,
  },
  {
    pattern: whole(
      `${named("next", "本|这|这个|下|下个|下下|下下个")}?(?:周|星期|礼拜)${named("weekday", `[${weekdays}天末]`)}${by}`,
    ),
    day: ({ next, weekday }, today) =>
      weekdayAfter(
        today,
        weekday === "末" ? 7 : weekdayNamed(weekday!),
        next === undefined ? null : next.split("下").length - 1,
      ),
  },
  {
    pattern: wholeOf(
      `(?:再过|过)?${named("count")}(?:个)?${named("unit", "天|日|周|星期|礼拜|月|年")}(?:以后|之后|后|以内|之内|内)`,
    ),
    day: ({ count, unit }, today) => afterSpan(today, numberOf(count!), unit!),
  },
  {
    pattern: wholeOf(`半(?:个)?${named("unit", "月|年")}(?:以后|之后|后|以内|之内|内)`),
    day: ({ unit }, today) => (unit === "月" ? addDays(today, 15) : monthAfter(today, 6)),
  },
];
