import type { Name } from "~/i18n/language";
import type { ShownMeeting } from "~/meeting/conduct/shownMeeting";
import type { InvitationClass } from "~/meeting/kind/invitation";

/** A unit on the notice. */
export interface NoticedUnit {
  unit: Name;
  invitation: InvitationClass;
  asksForHead: boolean;
}

/** What the notice of a meeting says. */
export interface NoticeFacts {
  meeting: ShownMeeting & { startsAt: string; place: string };
  /** The unit that signs it, and where one reaches it. */
  organiser: Name;
  contact: Name;
  chair: { post: Name; name: string } | null;
  topics: string[];
  units: NoticedUnit[];
  replyBy: string;
  /** The day that stands under it. */
  signedOn: string;
  /** The reader's unit, for which the slip is printed; none for those who send the notice. */
  slipOf: Name | null;
  /** The reader holds the meeting: the other papers are theirs. */
  holds: boolean;
}

/** Lines on the slip to be filled in by hand. */
export const slipLines = 4;
