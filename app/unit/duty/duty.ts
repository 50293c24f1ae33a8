import type { DutyList } from "~/unit/dutyList";
import type { NamedUnit } from "~/unit/namedUnits.server";
import type { ProblemClass } from "~/unit/problemClass";

/** An item of a duty list. */
export interface Duty {
  id: string;
  /** How addresses name it. */
  ref: string;
  list: DutyList;
  number: number;
  problemClass: ProblemClass;
  matter: string;
  /** Who answers for it; null where each street does itself. */
  unit: NamedUnit | null;
  assisting: NamedUnit[];
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
