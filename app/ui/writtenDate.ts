/** A moment as a calendar and clock in one zone show it. `month` counts from 1, `weekday` from Sunday = 0. */
export interface CivilTime {
  year: number;
  month: number;
  day: number;
  weekday: number;
  /** "HH:MM:SS"; undefined when the value was a day and not an instant. */
  time: string | undefined;
}

const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

function civilDay(year: number, month: number, day: number): CivilTime {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, weekday, time: undefined };
}

/** Reads a day ("YYYY-MM-DD", already in the district's zone) or an ISO instant, as seen in `timeZone`. */
export function civilTime(value: string, timeZone: string): CivilTime {
  const match = dayOnly.exec(value);
  if (match) return civilDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const parts = Object.fromEntries(
    format.formatToParts(new Date(value)).map((part) => [part.type, part.value]),
  );
  const day = civilDay(Number(parts.year), Number(parts.month), Number(parts.day));
  return { ...day, time: `${parts.hour}:${parts.minute}:${parts.second}` };
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. Clock times do not count. */
export function daysBetween(from: CivilTime, to: CivilTime): number {
  const midnight = (at: CivilTime) => Date.UTC(at.year, at.month - 1, at.day);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
