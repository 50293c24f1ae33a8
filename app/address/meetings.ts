/** What a meeting is addressed by. */
export interface AddressedMeeting {
  /** The month (YYYY-MM) of a consultation day; the number (HS-2026-0007) of any other meeting. */
  month: string;
}

const aMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** A page of a meeting. */
export type MeetingPage =
  | "agenda"
  | "rollcall"
  | "look-back"
  | "room"
  | "screen"
  | "minutes"
  | "minutes.docx"
  | "corrections"
  | "corrections/hand-in"
  | "history"
  | "history/writers"
  | "mentions";

/** A page of a meeting, perhaps with a place on it or with what is asked of it. */
export type MeetingPlace = MeetingPage | `${MeetingPage}${"#" | "?"}${string}`;

/** Addresses a page of a meeting, or without one the meeting itself. */
export function meetingAddress({ month }: AddressedMeeting, page?: MeetingPlace): string {
  const home = aMonth.test(month) ? `/desk/days/${month}` : `/desk/meetings/${month}`;
  return page ? `${home}/${page}` : home;
}
