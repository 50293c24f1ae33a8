import type { NamedMinutes } from "~/address/minutesAddress";
import type { Name } from "~/i18n/language";
import type { Outcome } from "~/meeting/conduct/topic";
import type { PlainState } from "./plainState";

/** A unit as residents meet it: what it is called and where to ask. */
export interface PublicUnit {
  slug: string;
  name: Name;
  contact: Name;
}

/** A street, with the address of its page. */
export interface PublicStreetName {
  slug: string;
  name: Name;
}

/** What residents were told came of a promise, and when. */
export interface PublishedOutcome {
  text: string;
  publishedAt: string;
}

/** One issued resolution in residents' words, and how it stands. */
export interface PublicPromise {
  id: string;
  /** Its place in the minutes. */
  ordinal: number;
  text: string;
  lead: PublicUnit;
  dueDate: string;
  /** As decided on the day, when it has been moved since; else null. */
  movedFrom: string | null;
  state: PlainState;
  late: boolean;
  /** While paused: the day on which it is looked at again. */
  reviewOn: string | null;
  /** When the street found it solved. */
  solvedAt: string | null;
  outcome: PublishedOutcome | null;
}

/** Why something stands in no public text, and since when; the reason is empty where it tells of a person. */
export interface PublicReason {
  reason: string;
  at: string;
}

/** One topic that was seen, of a day whose minutes are issued. Its texts have a mark where something is left out. */
export interface PublicDecision {
  topicId: string;
  /** YYYY-MM of the day that decided it. */
  month: string;
  date: string;
  host: PublicStreetName;
  /** The matter's number; null when no resident's matter stands behind the topic. */
  number: string | null;
  /** In whose territory it lies; null where no matter stands behind it. */
  street: PublicStreetName | null;
  title: string;
  outcome: Outcome;
  /** Of a matter that was put off: until when; null of any other. */
  deferredTo: string | null;
  /** Empty when nothing was resolved. */
  promises: PublicPromise[];
  /** Why something is left out of its texts, each reason once. */
  leftOut: PublicReason[];
}

/** A day whose minutes are issued. */
export interface PublicDayName {
  month: string;
  date: string;
  host: PublicStreetName;
  /** Those in force, and the earlier ones in whose place they stand; null where they were issued first. */
  minutes: NamedMinutes & { replaces: (NamedMinutes & { issuedAt: string }) | null };
}

/** One promise with the decision it belongs to: a row of a list of news. */
export interface PublicNews {
  decision: Omit<PublicDecision, "promises">;
  promise: PublicPromise;
}
