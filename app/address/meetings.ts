/** What a meeting is addressed by. */
export interface AddressedMeeting {
  /** The month (YYYY-MM) of a consultation day; the number (HS-2026-0007) of any other meeting. */
  slug: string;
}

const aMonth = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Tells whether a meeting is addressed by its month, as a consultation day is, and not by its number. */
export function isNamedByMonth(slug: string): boolean {
  return aMonth.test(slug);
}

/** Every meeting that is no consultation day. */
export const meetingsAddress = "/desk/meetings";

/** Where a meeting is called. */
export const callMeetingAddress = `${meetingsAddress}/new`;

/** The library of topics: what was admitted and waits for an agenda. */
export const topicLibraryAddress = "/desk/topics";

/** A page of a meeting. */
export type MeetingPage =
  | "agenda"
  | "reply"
  | "papers/notice"
  | "papers/notice.docx"
  | "papers/sign-in"
  | "papers/cards"
  | "papers/division"
  | "meeting.ics"
  | "rollcall"
  | "look-back"
  | "opinions"
  | "research"
  | `research/${string}`
  | `opinions/${string}`
  | "room"
  | "screen"
  | "minutes"
  | "minutes/edit"
  | "minutes.docx"
  | "minutes.json"
  | "papers/plan"
  | "papers/plan.docx"
  | "archive.zip"
  | "publish"
  | "corrections"
  | "corrections/hand-in"
  | "history"
  | "history/writers"
  | "mentions"
  | "materials"
  | "slip-help";

/** A page of a meeting, perhaps with a place on it or with what is asked of it. */
export type MeetingPlace = MeetingPage | `${MeetingPage}${"#" | "?"}${string}`;

/** Addresses a page of a meeting, or without one the meeting itself. */
export function meetingAddress({ slug }: AddressedMeeting, page?: MeetingPlace): string {
  const home = isNamedByMonth(slug) ? `/desk/days/${slug}` : `${meetingsAddress}/${slug}`;
  return page ? `${home}/${page}` : home;
}
