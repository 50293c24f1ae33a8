const month = String.raw`\d{4}-(?:0[1-9]|1[0-2])`;
const isMonth = new RegExp(`^${month}$`);
const pattern = new RegExp(`^(?:day-(${month})|meeting-(HS-\\d{4}-\\d{4,}))$`);

/**
 * Names the live room of a meeting: `day-2026-11` for the month (YYYY-MM) of a consultation day,
 * `meeting-HS-2026-0007` for the number of any other meeting.
 */
export function liveRoomName(meeting: string): string {
  return isMonth.test(meeting) ? `day-${meeting}` : `meeting-${meeting}`;
}

/** Reads from a room's name whose it is: the month or the number it was named after; null for no meeting's room. */
export function monthOfRoom(room: string): string | null {
  const [, ofDay, ofMeeting] = pattern.exec(room) ?? [];
  return ofDay ?? ofMeeting ?? null;
}
