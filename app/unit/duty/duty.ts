import type { Name } from "~/i18n/language";
import type { DutyList } from "~/unit/dutyList";

/** A unit that answers for something or assists. */
export interface AnsweringUnit {
  id: string;
  slug: string;
  name: Name;
  shortZh: string;
}

/** An item of a duty list. */
export interface Duty {
  id: string;
  /** How addresses name it. */
  ref: string;
  list: DutyList;
  number: number;
  problemClass: string;
  matter: string;
  /** Who answers for it; null where each street does itself. */
  unit: AnsweringUnit | null;
  assisting: AnsweringUnit[];
  basis: string;
  places: string;
  departmentDoes: string;
  streetDoes: string;
  /** Since when it is on the list no more. */
  endedAt: string | null;
  version: number;
}

/** The words for places of an item, one by one. */
export function placeWords(places: string): string[] {
  return places.split(/[、，,；;\s]+/).filter(Boolean);
}
