import type { Name } from "~/i18n/language";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { Days, NeededBy, NeedState } from "./need";
import type { OfferStanding, OfferState } from "./offer";
import type { Quantity } from "./resource";
import type { SlipPromise } from "./slip";

/** What a need stands on, as pages name it. */
export interface NeedSubject {
  on: NeededBy;
  /** Of the problem or task; null for a resolution that is being drafted. */
  number: string | null;
  title: string;
  /** Of a resolution that is being drafted. */
  meeting: NamedMeeting | null;
  to: string;
}

/** So much of an offer for a need, on the days that both have in common. */
export interface ShownPromise extends Quantity, Days {
  id: string;
  /** Such as GJ-2026-0003-1. */
  number: string;
  needId: string;
  /** Null where the reader does not see the offer: of a promise everybody who sees the need sees this much. */
  offerNumber: string | null;
  unitId: string;
  unit: Name;
  behalfOf: string;
  words: string;
  conditions: string;
  acceptedAt: string;
  takenBackAt: string | null;
  takenBackReason: string;
}

/** A need with what is promised for it. */
export interface ShownNeed extends Quantity, Days {
  id: string;
  number: string;
  words: string;
  state: NeedState;
  endReason: string;
  endedAt: string | null;
  createdAt: string;
  version: number;
  subject: NeedSubject;
  /** Its problem is on a list that is not sent yet: only its street sees it. */
  unsent: boolean;
  ownerUnitId: string;
  owner: Name;
  promises: ShownPromise[];
  /** What is not promised yet. */
  lacking: number;
}

/** A need with how many offers could serve it; null for whoever does not answer for it, and where nothing lacks. */
export type ListedNeed = ShownNeed & { matches: number | null };

/** An offer, with what is left of it. */
export interface ShownOffer extends Quantity, Days {
  id: string;
  number: string;
  words: string;
  conditions: string;
  behalfOf: string;
  broughtBy: string;
  state: OfferState;
  standing: OfferStanding;
  endReason: string;
  endedAt: string | null;
  createdAt: string;
  version: number;
  unitId: string;
  unit: Name;
  /** The need it was made to. */
  needId: string | null;
  left: number;
}

/** What was promised for the resolutions of a topic, as the room takes it onto a slip. */
export interface RoomPromise extends SlipPromise {
  topicId: string;
  /** The resolution whose need it serves; null where it serves the problem of the topic. */
  resolutionId: string | null;
}
