import type { HostedMonth } from "./rotation";

/** How long a street has waited for a day, and when its next one is. */
export interface Coverage {
  /** The last month, up to the present one, in which it hosted. */
  last: string | null;
  /** The next month in which it is to host. */
  next: string | null;
  /** Months from the last one to the present one; null when it never hosted. */
  monthsSince: number | null;
}

/** Months from one month (YYYY-MM) to another. */
export function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

/**
 * The coverage of one street.
 * @param hosted every day held or planned
 * @param thisMonth the present month, YYYY-MM
 */
export function coverageOf(streetId: string, hosted: readonly HostedMonth[], thisMonth: string): Coverage {
  const months = hosted.filter((day) => day.hostStreetId === streetId).map((day) => day.month);
  const sorted = months.toSorted();
  const last = sorted.findLast((month) => month <= thisMonth) ?? null;
  return {
    last,
    next: sorted.find((month) => month > thisMonth) ?? null,
    monthsSince: last === null ? null : monthsBetween(last, thisMonth),
  };
}
