/** What a meeting is addressed by: the month (YYYY-MM) of its consultation day. */
export interface AddressedMeeting {
  month: string;
}

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
  return page ? `/desk/days/${month}/${page}` : `/desk/days/${month}`;
}
