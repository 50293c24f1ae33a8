/** The district's time zone. Days are counted in it; instants are stored in UTC. */
export const districtTimeZone = "Asia/Shanghai";

const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: districtTimeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day (YYYY-MM-DD, district's zone) on which an instant (UTC ISO) lies. */
export function dayOf(instant: string): string {
  return dayFormat.format(new Date(instant));
}

const hourFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: districtTimeZone,
  hour: "2-digit",
  hourCycle: "h23",
});

/** The hour of the day (0 to 23, district's zone) in which an instant (UTC ISO) lies. */
export function hourOf(instant: string): number {
  return Number(hourFormat.format(new Date(instant)));
}

/** A day moved by a number of days, forwards or backwards. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A month (YYYY-MM) moved by a number of months. */
export function addMonths(month: string, months: number): string {
  const [year, index] = month.split("-").map(Number) as [number, number];
  const count = year * 12 + index - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day a month begins. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** True for a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  // 2026-02-30 would be read as the 2nd of March: a day is one that reads back the same.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
