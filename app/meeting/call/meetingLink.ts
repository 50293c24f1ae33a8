import type { MeetingPage } from "~/address/meetings";

/** A page that is linked from the meeting's own; its name is `meeting.link.<key>`. */
export type MeetingLink =
  | "agenda"
  | "papers"
  | "research"
  | "opinions"
  | "room"
  | "rollcall"
  | "lookBack"
  | "screen"
  | "minutes"
  | "corrections";

/** Where each of them lies. */
export const linkedPages: Record<MeetingLink, MeetingPage> = {
  agenda: "agenda",
  papers: "papers/notice",
  research: "research",
  opinions: "opinions",
  room: "room",
  rollcall: "rollcall",
  lookBack: "look-back",
  screen: "screen",
  minutes: "minutes",
  corrections: "corrections",
};
