import { addDays, instantOf } from "~/calendar/day";
import { type Name, named } from "~/i18n/language";
import { meetingName } from "~/i18n/meetingName";
import type { Translate } from "~/i18n/textKey";
import { isCancelled } from "~/meeting/conduct/isCancelled";
import { placeOf } from "~/meeting/conduct/placeOf";
import type { Stage } from "~/meeting/kind/stage";

/** A meeting as calendars are told of it: when and where, and nothing of what it is about. */
export interface CalendarMeeting {
  id: string;
  slug: string;
  title: string;
  date: string;
  /** HH:MM; empty where no time is said. */
  startsAt: string;
  place: string;
  host: Name;
  organiser: Name;
  stage: Stage;
  /** Rises with each change that calendars must take. */
  calendarSequence: number;
  /** Instant of the last change. */
  changedAt: string;
  /** How long it is planned to last. */
  minutes: number;
  /** The reader only waits on call, or writes: the time stays free. */
  onCall: boolean;
}

/** An entry of a calendar. */
export interface CalendarEntry {
  /** The same in every calendar, for as long as the meeting is there. */
  uid: string;
  sequence: number;
  changedAt: string;
  summary: string;
  description: string;
  location: string;
  organiser: string;
  url: string;
  cancelled: boolean;
  free: boolean;
  /** Instants (UTC); of an entry of whole days the day itself and the one after. */
  time: { allDay: boolean; start: string; end: string };
}

/**
 * Makes the entry of a meeting in a language.
 * @param page the whole address of its page, where all the rest is read by those who may
 */
export function calendarEntry(
  held: CalendarMeeting,
  t: Translate,
  language: string,
  page: string,
): CalendarEntry {
  const name = meetingName(held, t, language);
  const cancelled = isCancelled(held);
  return {
    uid: `${held.id}@huishang`,
    sequence: held.calendarSequence,
    changedAt: held.changedAt,
    summary: cancelled
      ? t("calendar.cancelled", { meeting: name })
      : held.onCall
        ? t("calendar.onCall", { meeting: name })
        : name,
    description: t("calendar.seePage", { page }),
    location: placeOf(held, language),
    organiser: named(held.organiser, language),
    url: page,
    cancelled,
    free: held.onCall || cancelled,
    time: timeOf(held),
  };
}

function timeOf({ date, startsAt, minutes }: CalendarMeeting): CalendarEntry["time"] {
  if (!startsAt) return { allDay: true, start: date, end: addDays(date, 1) };
  const start = instantOf(date, startsAt);
  const end = new Date(Date.parse(start) + minutes * 60_000).toISOString();
  return { allDay: false, start, end };
}
