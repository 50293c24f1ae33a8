import { instantOf, isDay } from "~/calendar/day";

/** How dates with the year at the end are written in a file. */
export type DateOrder = "monthFirst" | "dayFirst";

const yearFirst =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2}))?)?(?:\.\d+)?(秒)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: *([AP])\.?M\.?)?)?$/i;
const serial = /^\d{5}(?:\.\d+)?$/;

/** Reads from a whole column whether the day or the month comes first; the month where nothing tells. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const dayFirst = cells.some((cell) => Number(yearLast.exec(cell.trim())?.[1] ?? 0) > 12);
  return dayFirst ? "dayFirst" : "monthFirst";
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

const whole = (text: string | undefined) => (text === undefined ? undefined : Number(text));

function fromYearLast(match: RegExpExecArray, order: DateOrder): string | undefined {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [month, day] = order === "dayFirst" ? [second, first] : [first, second];
  const half = match[7]?.toUpperCase();
  let hour = whole(match[4]);
  if (hour !== undefined && half) hour = (hour % 12) + (half === "P" ? 12 : 0);
  return toText({ year, month, day, hour, minute: whole(match[5]), second: whole(match[6]) });
}

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

/**
 * Reads a date as files write it: 2026/1/6 12:09:38, 2026年1月6日, 20260106, 01/06/2026 12:09 PM, a
 * spreadsheet's serial day. Times are the district's.
 * @returns a day (YYYY-MM-DD) or, with a time, an instant (UTC ISO); undefined when it is no date
 */
export function readDate(cell: string, order: DateOrder): string | undefined {
  const text = cell.trim();
  const first = yearFirst.exec(text) ?? compact.exec(text);
  if (first)
    return toText({
      year: Number(first[1]),
      month: Number(first[2]),
      day: Number(first[3]),
      hour: whole(first[4]),
      minute: whole(first[5]),
      second: whole(first[6]),
    });
  const last = yearLast.exec(text);
  if (last) return fromYearLast(last, order);
  if (serial.test(text)) return fromSerial(Number(text));
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
