import { TZDate } from "@date-fns/tz";
import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { districtTimeZone } from "~/calendar/day";
import type { CalendarEntry } from "./calendarEntry";

// Calendars look again after so long, where they follow what a feed asks for.
const hour = 3600;

// Whoever answers in a calendar reaches no person: answers are given on the page.
const nobody = "no-reply@huishang.invalid";

// No summer time since 1991, and no meeting of this district is older.
const zone = (name: string) =>
  [
    ...["BEGIN:VTIMEZONE", `TZID:${name}`, "BEGIN:STANDARD", "DTSTART:19920101T000000"],
    ...["TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE"],
  ].join("\r\n");

/**
 * Writes entries as an iCalendar text (RFC 5545) that is the same for the same entries: what stands in it of time is when
 * a meeting was last changed, never when it was asked for.
 * @param name the calendar's own; left out for a single meeting
 */
export function writeCalendar(entries: readonly CalendarEntry[], name?: string): string {
  const calendar = ical({
    prodId: { company: "Huishang", product: "Meetings" },
    method: ICalCalendarMethod.PUBLISH,
    // The zone stands at each entry: given to the calendar, it would be written into stamps, which are in UTC.
    timezone: { name: null, generator: zone },
    ...(name ? { name, ttl: hour } : {}),
  });
  for (const entry of entries) {
    const { uid, sequence, changedAt, summary, description, location, organiser, url, time } = entry;
    calendar.createEvent({
      ...{ id: uid, sequence, summary, description, location, url },
      ...{ stamp: new Date(changedAt), lastModified: new Date(changedAt) },
      ...{ start: inZone(time.start), end: inZone(time.end), allDay: time.allDay },
      timezone: time.allDay ? null : districtTimeZone,
      organizer: { name: quotable(organiser), email: nobody },
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: entry.free ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      transparency: entry.free ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  }
  return `${calendar.toString()}\r\n`;
}

// A name stands in quotation marks, and nothing can stand for one inside them (RFC 5545, 3.2).
const quotable = (name: string) => name.replaceAll('"', "'");

// A day is written as UTC has it, an instant as a clock in the district shows it.
const inZone = (value: string) =>
  value.length > 10 ? new TZDate(value, districtTimeZone) : new Date(`${value}T00:00:00Z`);
