const pattern = /^day-(\d{4}-(?:0[1-9]|1[0-2]))$/;

/** The live room of a day: `day-2026-11`. */
export function liveRoomName(month: string): string {
  return `day-${month}`;
}

/** The month (YYYY-MM) whose room this is, or null when it is no day's room. */
export function monthOfRoom(room: string): string | null {
  return pattern.exec(room)?.[1] ?? null;
}
