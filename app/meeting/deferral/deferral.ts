import { isDay, isFarAhead } from "~/calendar/day";
import { saidDay } from "~/calendar/said/saidDay";

/** Where a topic was put off to: a day, and the meeting held on it that takes it up, where there is one. */
export interface Deferral {
  date: string;
  meetingId: string | null;
}

/** What a deferral depends on of a later meeting. */
interface Later {
  id: string;
  slug: string;
  date: string;
}

/**
 * Reads to when a topic is put off: a later meeting by its slug, or a day as people say it. A day on which a later
 * meeting is held is that meeting.
 * @param today the day of the meeting that puts it off: "in two weeks" counts from it
 * @returns null where it is no day, none after that meeting, or years ahead
 */
export function deferralSaid(said: string, today: string, later: readonly Later[]): Deferral | null {
  const words = said.trim();
  const named = later.find(({ slug }) => slug === words);
  if (named) return { date: named.date, meetingId: named.id };
  const date = isDay(words) ? words : saidDay(words, today);
  if (date === null || date <= today || isFarAhead(date, today)) return null;
  return { date, meetingId: later.find((one) => one.date === date)?.id ?? null };
}
