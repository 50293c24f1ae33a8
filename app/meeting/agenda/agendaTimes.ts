/** When a topic is called and when the next one is, as "HH:MM"; null while nobody has said when the meeting begins. */
export interface TopicTime {
  from: string | null;
  until: string | null;
  /** It ends after the planned end of the meeting. */
  over: boolean;
}

/** An entry of the agenda, as far as its length goes. */
export interface TimedLine {
  minutesAllotted: number | null;
}

const minutesOfDay = 24 * 60;

/** The minutes that all entries take together; one to which none are given takes none. */
export function minutesOf(lines: readonly TimedLine[]): number {
  return lines.reduce((sum, line) => sum + (line.minutesAllotted ?? 0), 0);
}

/**
 * Tells when each entry is called: the beginning of the meeting and the minutes of those before it.
 * @param meeting when it begins ("HH:MM", "" while that is open), and how many minutes it is planned to last
 */
export function agendaTimes(
  lines: readonly TimedLine[],
  meeting: { startsAt: string; planned: number },
): TopicTime[] {
  let begins = 0;
  return lines.map(({ minutesAllotted }) => {
    const ends = begins + (minutesAllotted ?? 0);
    const time = {
      from: clockAfter(meeting.startsAt, begins),
      until: clockAfter(meeting.startsAt, ends),
      over: ends > meeting.planned && ends > begins,
    };
    begins = ends;
    return time;
  });
}

/** What a clock shows so many minutes after a time of day; null where that is not known. */
function clockAfter(startsAt: string, minutes: number): string | null {
  if (startsAt === "") return null;
  const [hour, minute] = startsAt.split(":").map(Number) as [number, number];
  const at = (hour * 60 + minute + minutes) % minutesOfDay;
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
