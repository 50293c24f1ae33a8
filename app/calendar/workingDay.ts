import chineseDays from "chinese-days";
import { addDays, dayOf, hourOf, isWeekend } from "./day";
import type { DeclaredDay, DeclaredDays, Holiday } from "./holiday";
import { lawfulHoliday } from "./lawfulHoliday";

/** What a day is in the calendar of statutory holidays and make-up working weekends. */
export interface DayKind {
  working: boolean;
  why: "weekday" | "makeUp" | "weekend" | "holiday";
  /** The holiday that the day is part of, or makes up for. */
  holiday: Holiday | null;
  /** False while the State Council's arrangement for that year is not known: then weekends and the law count. */
  announced: boolean;
}

// By the library's own English names.
const known: Readonly<Record<string, Holiday>> = {
  "New Year's Day": "newYear",
  "Spring Festival": "springFestival",
  "Tomb-sweeping Day": "qingming",
  "Labour Day": "labour",
  "Dragon Boat Festival": "dragonBoat",
  "Mid-autumn Festival": "midAutumn",
  "National Day": "national",
};

// With a time the library counts in the machine's zone on both sides; a bare date slips by a day west of
// Greenwich.
const detailOf = (day: string) => chineseDays.getDayDetail(`${day}T12:00:00`);

/** True where the arrangement of a year (YYYY) came with the program: the national day is in every one. */
export function isKnownYear(year: string): boolean {
  return detailOf(`${year}-10-01`).name.includes(",");
}

function knownDay(day: string): DeclaredDay | undefined {
  const { work, name } = detailOf(day);
  const [en, zh] = name.split(",");
  return zh ? { kind: work ? "makeUp" : "holiday", holiday: known[en!] ?? "other" } : undefined;
}

function lawfulDay(day: string): DeclaredDay | undefined {
  const holiday = lawfulHoliday(day);
  return holiday ? { kind: "holiday", holiday } : undefined;
}

function isAnnounced(year: string, declared: DeclaredDays): boolean {
  return isKnownYear(year) || [...declared.keys()].some((day) => day.startsWith(year));
}

/**
 * What kind of day `day` (YYYY-MM-DD) is. A holiday by law is off whatever was declared; for the rest what the
 * district has entered goes before what came with the program.
 */
export function dayKind(day: string, declared: DeclaredDays): DayKind {
  const year = day.slice(0, 4);
  const byLaw = isKnownYear(year) ? undefined : lawfulDay(day);
  const found = byLaw ?? declared.get(day) ?? knownDay(day);
  const announced = isAnnounced(year, declared);
  if (found) {
    const working = found.kind === "makeUp";
    return { working, why: found.kind, holiday: found.holiday, announced };
  }
  const weekend = isWeekend(day);
  return { working: !weekend, why: weekend ? "weekend" : "weekday", holiday: null, announced };
}

/** True on days when offices work. */
export function isWorkingDay(day: string, declared: DeclaredDays): boolean {
  return dayKind(day, declared).working;
}

/**
 * The working day (YYYY-MM-DD, district's zone) that is going on at an instant; null on days off, and before the
 * hour at which a working day begins.
 */
export function workingDayBegun(now: string, beginsAtHour: number, declared: DeclaredDays): string | null {
  const day = dayOf(now);
  return isWorkingDay(day, declared) && hourOf(now) >= beginsAtHour ? day : null;
}

/** `day` itself, or the first working day after it. */
export function workingDayFrom(day: string, declared: DeclaredDays): string {
  return isWorkingDay(day, declared) ? day : workingDayFrom(addDays(day, 1), declared);
}

/** The working day that lies `count` working days before `day`; `day` itself for 0. */
export function workingDaysBefore(day: string, count: number, declared: DeclaredDays): string {
  if (count === 0) return day;
  const before = addDays(day, -1);
  return workingDaysBefore(before, isWorkingDay(before, declared) ? count - 1 : count, declared);
}
