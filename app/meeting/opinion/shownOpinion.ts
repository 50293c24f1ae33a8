import type { Name } from "~/i18n/language";
import type { Voice } from "./opinion";

/** What a unit that was asked about a topic has submitted, if anything. */
export interface ShownOpinion {
  id: string;
  topicId: string;
  unitId: string;
  unit: Name;
  dueOn: string;
  late: boolean;
  voice: Voice;
  /** Conditions, or the reason for which it does not agree. */
  terms: string;
  text: string;
  /** Who submitted it last, in which post, and when; null where nothing was submitted. */
  submitted: { at: string; person: string; post: Name; ordinal: number } | null;
  /** Files attached to what was submitted. */
  files: number;
  /** It is the reader's own unit's to write. */
  own: boolean;
}
