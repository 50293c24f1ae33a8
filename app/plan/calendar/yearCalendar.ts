import { addDays } from "~/calendar/day";
import type { DeclaredDay, DeclaredDays } from "~/calendar/holiday";
import { dayKind, isKnownYear } from "~/calendar/workingDay";

/** Where a day off or make-up day comes from: entered here, with the program, or from the law alone. */
export type CalendarSource = "declared" | "known" | "law";

/** Days in a row of one holiday, off or made up for. */
export interface CalendarStretch extends DeclaredDay {
  from: string;
  to: string;
  source: CalendarSource;
}

function stretchOf(day: string, declared: DeclaredDays): CalendarStretch | null {
  const { why, holiday } = dayKind(day, declared);
  if (!holiday || (why !== "holiday" && why !== "makeUp")) return null;
  const entered = declared.get(day);
  const known = isKnownYear(day.slice(0, 4));
  const source = entered?.kind === why ? "declared" : known ? "known" : "law";
  return { from: day, to: day, kind: why, holiday, source };
}

/** The days off and make-up days of a year, in order, days in a row of one kind and origin as one. */
export function yearCalendar(year: number, declared: DeclaredDays): CalendarStretch[] {
  const stretches: CalendarStretch[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const next = stretchOf(day, declared);
    const last = stretches.at(-1);
    if (!next) continue;
    const goesOn =
      last &&
      addDays(last.to, 1) === day &&
      last.kind === next.kind &&
      last.holiday === next.holiday &&
      last.source === next.source;
    if (goesOn) last.to = day;
    else stretches.push(next);
  }
  return stretches;
}
