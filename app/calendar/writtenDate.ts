import { addDays, dayOf, districtTimeZone } from "./day";

// "en" alone is American order; official English writes the day first.
const localeOf = (language: string) => (language === "en" ? "en-GB" : language);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Gives a format; it is kept, because making one costs a hundred times what it costs to use it. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

// A day has no zone: it is read and written in the same one. Moved by nothing, a day that does not exist becomes one.
const midnightOf = (day: string) => new Date(`${addDays(day, 0)}T00:00:00Z`);
const onDay = { timeZone: "UTC" } as const;

/**
 * Writes a day out as in official papers: "2026年11月20日", "20 November 2026".
 * @param day YYYY-MM-DD
 */
export function writtenDay(day: string, language: string): string {
  const options = { ...onDay, year: "numeric", month: "long", day: "numeric" } as const;
  return formatOf(localeOf(language), options).format(midnightOf(day));
}

/**
 * Writes a month in words: "November", "11月"; with its year "November 2026", "2026年11月".
 * @param month YYYY-MM
 */
export function writtenMonth(month: string, language: string, withYear = false): string {
  // In Chinese "long" alone would spell it out (十一月), "numeric" with a year would write 2026/11.
  const form = language === "en" || withYear ? "long" : "numeric";
  const options = { ...onDay, month: form, year: withYear ? "numeric" : undefined } as const;
  return formatOf(localeOf(language), options).format(midnightOf(`${month}-01`));
}

/** A moment in the words of one language, for sentences to be made of: "11月", 20, "周五"; "Nov", 20, "Fri". */
export interface DateParts {
  year: number;
  month: string;
  day: number;
  weekday: string;
  /** "HH:MM:SS" in the district; undefined when the value was a day and not an instant. */
  time: string | undefined;
}

/**
 * Reads a day or an instant in the district's zone.
 * @param value YYYY-MM-DD, or an instant (UTC ISO)
 */
export function dateParts(value: string, language: string): DateParts {
  const day = dayIn(value);
  const at = midnightOf(day);
  // The three letters of a month are American: the British "Sept" has four.
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatOf(language === "en" ? "en-US" : language, { ...onDay, ...options }).format(at);
  return {
    year: at.getUTCFullYear(),
    month: part({ month: "short" }),
    day: at.getUTCDate(),
    weekday: part({ weekday: "short" }),
    time: day === value ? undefined : clockTime(value, true) || undefined,
  };
}

/** Names the day (YYYY-MM-DD, district's zone) of a day or an instant. */
export function dayIn(value: string): string {
  return value.length <= 10 ? value : dayOf(value);
}

/**
 * Writes the time of day of an instant as a clock in the district shows it: "09:12", with seconds "09:12:09"; nothing
 * for what is no instant.
 */
export function clockTime(instant: string, withSeconds = false): string {
  const options = {
    timeZone: districtTimeZone,
    hourCycle: "h23",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "";
  return formatOf("en-GB", withSeconds ? { ...options, second: "2-digit" } : options).format(at);
}

/** A month with its year in both languages. */
export function monthInBoth(month: string): { zh: string; en: string } {
  return { zh: writtenMonth(month, "zh-CN", true), en: writtenMonth(month, "en", true) };
}
