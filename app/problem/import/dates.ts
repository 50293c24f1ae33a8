import { instantOf, isDay } from "~/calendar/day";

/** How dates with the year at the end are written in a file. */
export type DateOrder = "monthFirst" | "dayFirst";

/** Where a date without a year lies, seen from the day of the import. */
type DateSide = "past" | "ahead";

/** A date as read: a day (YYYY-MM-DD) or, with a time, an instant (UTC ISO). */
export interface ReadDate {
  date: string;
  /** No year stood there; the nearest such day was taken, before the import or after it. */
  yearTaken?: true;
}

const time = String.raw`(?<half>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|[AP]M)?\s*(?:(?<hour>\d{1,2})\s*(?:[:时点]\s*(?:(?<minute>\d{1,2})(?:\s*[:分]\s*(?:(?<second>\d{1,2})(?:\.\d+)?\s*秒?)?)?|(?<halfPast>半))?)\s*(?<after>[AP]\.?M\.?)?)?`;
const dayAndTime = (day: string) => new RegExp(`^${day}[ T]*${time}$`, "i");

const yearFirst = dayAndTime(
  String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?`,
);
const shortYear = dayAndTime(
  String.raw`(?<year>\d{2})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]?`,
);
const withoutYear = dayAndTime(String.raw`(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号]`);
const yearLast = dayAndTime(String.raw`(?<first>\d{1,2})[/.-](?<other>\d{1,2})[/.-](?<year>\d{4})`);
const compact =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?$/;
const serial = /^\d{5}(?:\.\d+)?$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

const endsInYear = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/;

/** Reads from a whole column whether the day or the month comes first; the month where nothing tells. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const dayFirst = cells.some(
    (cell) => endsInYear.test(cell) && Number(yearLast.exec(plainDate(cell))?.groups?.first ?? 0) > 12,
  );
  return dayFirst ? "dayFirst" : "monthFirst";
}

const numerals = "〇一二三四五六七八九";

/** Writes a date as it is read: half width, without the day of the week, with figures for Chinese numerals. */
function plainDate(cell: string): string {
  const text = cell
    .normalize("NFKC")
    .replace(/[((]?\s*(星期|周|礼拜)[一二三四五六日天]\s*[))]?/g, " ")
    .replace(/\((Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?\)/gi, " ")
    .replace(/[左右许前后]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
  return /[〇零一二三四五六七八九十]+[年月日号]/.test(text) ? withFigures(text) : text;
}

function withFigures(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+/g, (word) => {
    const digits = [...word.replace(/零/g, "〇")];
    const ten = digits.indexOf("十");
    if (ten === -1) return digits.map((digit) => numerals.indexOf(digit)).join("");
    const tens = ten === 0 ? 1 : numerals.indexOf(digits[0]!);
    const ones = ten === digits.length - 1 ? 0 : numerals.indexOf(digits[ten + 1]!);
    return String(tens * 10 + ones);
  });
}

interface Parts {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
}

const twoDigits = (count: number) => String(count).padStart(2, "0");

function toText({ year, month, day, hour, minute = 0, second = 0 }: Parts): string | undefined {
  if (year < 1970 || year > 2100 || (hour ?? 0) > 23 || minute > 59 || second > 59) return undefined;
  const written = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  if (!isDay(written)) return undefined;
  return hour === undefined ? written : instantOf(written, [hour, minute, second].join(":"));
}

type Groups = Record<string, string | undefined>;

/** Reads the time of day; the halves of the day count the hours from noon anew. */
function timeOf(groups: Groups): Pick<Parts, "hour" | "minute" | "second"> {
  if (groups.hour === undefined) return {};
  const half = (groups.half ?? groups.after ?? "").toUpperCase().replace(/\./g, "");
  let hour = Number(groups.hour);
  if (/^(下午|傍晚|晚上|晚|PM)$/.test(half) && hour < 12) hour += 12;
  if (half === "中午" && hour < 3) hour += 12;
  if (/^(凌晨|上午|AM)$/.test(half) && hour === 12) hour = 0;
  const minute = groups.halfPast ? 30 : Number(groups.minute ?? 0);
  return { hour, minute, second: Number(groups.second ?? 0) };
}

const dayOfGroups = (groups: Groups, year: number): Parts => ({
  year,
  month: Number(groups.month),
  day: Number(groups.day),
  ...timeOf(groups),
});

/** Reads days since 1899-12-30 with the time as a fraction, as spreadsheets count. */
function fromSerial(value: number): string | undefined {
  const at = new Date(Math.round((value - 25_569) * 86_400) * 1000);
  const parts = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  if (Number.isInteger(value)) return toText(parts);
  return toText({
    ...parts,
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  });
}

function fromYearLast(groups: Groups, order: DateOrder): string | undefined {
  const [first, other] = [Number(groups.first), Number(groups.other)];
  const [month, day] = order === "dayFirst" ? [other, first] : [first, other];
  return toText({ year: Number(groups.year), month, day, ...timeOf(groups) });
}

/** Takes the last such day that is not after the import, or the next one that is not before it. */
function fromDayAlone(groups: Groups, today: string, side: DateSide): ReadDate | undefined {
  const year = Number(today.slice(0, 4));
  const day = `${twoDigits(Number(groups.month))}-${twoDigits(Number(groups.day))}`;
  const past = day <= today.slice(5) ? year : year - 1;
  const date = toText(dayOfGroups(groups, side === "past" ? past : day >= today.slice(5) ? year : year + 1));
  return date === undefined ? undefined : { date, yearTaken: true };
}

/**
 * Reads a date as files and people write it: 2026/1/6 12:09:38, 2026年1月6号（周二）下午3点半, 10月8日, 20260106152011,
 * 01/06/2026 12:09 PM, a spreadsheet's serial day, full width too. Times are the district's.
 * @param today the day of the import (YYYY-MM-DD)
 * @param side where a day lies of which no year is said
 * @returns undefined when it is no date, or not a whole one, such as "6号"
 */
export function readDate(
  cell: string,
  order: DateOrder,
  today: string,
  side: DateSide = "past",
): ReadDate | undefined {
  const text = plainDate(cell);
  const whole = (date: string | undefined) => (date === undefined ? undefined : { date });
  const named = (yearFirst.exec(text) ?? compact.exec(text))?.groups;
  if (named) return whole(toText(dayOfGroups(named, Number(named.year))));
  const short = shortYear.exec(text)?.groups;
  if (short) return whole(toText(dayOfGroups(short, 2000 + Number(short.year))));
  const alone = withoutYear.exec(text)?.groups;
  if (alone) return fromDayAlone(alone, today, side);
  const last = yearLast.exec(text)?.groups;
  if (last) return whole(fromYearLast(last, order));
  if (serial.test(text)) return whole(fromSerial(Number(text)));
  const at = instant.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : { date: new Date(at).toISOString() };
}
