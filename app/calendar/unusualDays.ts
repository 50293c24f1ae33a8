import { addDays, isWeekend } from "./day";
import type { DeclaredDays } from "./holiday";
import { type DayKind, dayKind } from "./workingDay";

/** Days (YYYY-MM-DD) that are off without being a weekend, part of a holiday, or worked on a weekend. */
export type UnusualDays = Readonly<Record<string, DayKind>>;

/** The unusual ones of `count` days from `first` on, for a page that is to tell of any day whether offices work. */
export function unusualDays(first: string, count: number, declared: DeclaredDays): UnusualDays {
  const found: Record<string, DayKind> = {};
  for (let at = 0; at < count; at++) {
    const day = addDays(first, at);
    const kind = dayKind(day, declared);
    if (kind.holiday || kind.working === isWeekend(day)) found[day] = kind;
  }
  return found;
}
