import { isNamedByMonth } from "~/address/meetings";

const pattern = /^(?:day|meeting)-(.+)$/;
const isNumber = /^HS-\d{4}-\d{4,}$/;

/**
 * Names the live room of a meeting: `day-2026-11` for the month (YYYY-MM) of a consultation day,
 * `meeting-HS-2026-0007` for the number of any other meeting.
 */
export function liveRoomName(meeting: string): string {
  return isNamedByMonth(meeting) ? `day-${meeting}` : `meeting-${meeting}`;
}

/** Reads from a room's name whose it is: the month or the number it was named after; null for no meeting's room. */
export function meetingOfRoom(room: string): string | null {
  const [, named = ""] = pattern.exec(room) ?? [];
  const isOne = isNamedByMonth(named) || isNumber.test(named);
  return isOne && liveRoomName(named) === room ? named : null;
}
