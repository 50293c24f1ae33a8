import { chinese } from "./chinese";
import { english } from "./english";
import { dayIn, existing, inMonth, type Saying, two, whole } from "./saying";

// Nobody writes a day in more characters; what is longer is not looked at.
const mostCharacters = 40;

// Read alike in both languages; the month comes first, as in papers and in ISO 8601.
const digits: readonly Saying[] = [
  {
    pattern: whole("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})"),
    day: ({ year, month, day }) => existing(`${year}-${two(Number(month))}-${two(Number(day))}`),
  },
  {
    pattern: whole("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"),
    day: ({ year, month, day }) => existing(`${year}-${month}-${day}`),
  },
  {
    pattern: whole(`(?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:前|之前|以前)?`),
    day: ({ month, day }, today) => inMonth(Number(month), null, today)((one) => dayIn(one, Number(day))),
  },
];

/**
 * Reads a day as people say it: 下周五, 月底前, 12月20日, 20日前, 三天内, 12-20, "in two weeks", "20 December", "next
 * Friday". A day without a year is the coming one. "By" a day (20日前) is that day, the last on which it can be done.
 * @param said at most 40 characters; more are no day
 * @param today the day it is said on (YYYY-MM-DD, district's zone)
 * @returns YYYY-MM-DD, or null where it is none or one that does not exist
 */
export function saidDay(said: string, today: string): string | null {
  if (said.length > mostCharacters) return null;
  const folded = said.normalize("NFKC").toLowerCase().trim();
  // A date that is written with its weekday, as pages write it, is read by its date.
  const together = folded.replace(/\s+/g, "").replace(/(?<=[日号])(周|星期)[一二三四五六日天]$/, "");
  const apart = folded
    .replace(/^(by|before|until) /, "")
    .replace(/\s+/g, " ")
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\d|[a-z]+ \d)/, "");
  return readBy([...digits, ...chinese], together, today) ?? readBy(english, apart, today);
}

function readBy(sayings: readonly Saying[], text: string, today: string): string | null {
  for (const { pattern, day } of sayings) {
    const found = pattern.exec(text);
    const read = found && day(found.groups ?? {}, today);
    if (read) return existing(read);
  }
  return null;
}
