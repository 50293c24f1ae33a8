/**
 * The place in a calendar's sequence after a meeting's planned length was written: calendars take a change only by a
 * higher one. What else they show is counted where it is stored.
 */
export function sequenceAfter(
  held: { calendarSequence: number; plannedMinutes: number | null },
  plannedMinutes: number | null,
): number {
  return plannedMinutes === held.plannedMinutes ? held.calendarSequence : held.calendarSequence + 1;
}
