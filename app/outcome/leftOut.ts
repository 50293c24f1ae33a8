import { findPersonalData } from "./personalData";
import type { Extent, PublicTextName } from "./publicText";
import { type Passage, withoutPassages } from "./withheld";

/** Something that is left out of a public text now. */
export interface LeftOut extends PublicTextName {
  id: string;
  extent: Extent;
  /** Of a passage, in UTF-16 units of the stored text; `end` is the first one after it. */
  start: number;
  end: number;
  /** In words for residents; empty where it tells of a person. */
  reason: string;
  /** UTC instant. */
  at: string;
}

/** A place in a stored text that is left out. */
export interface LeftOutPlace extends Passage {
  leftOut: LeftOut;
}

/** The places that are left out of a text, in order; they may overlap. A text taken down as a whole has none. */
export function placesLeftOut(text: string, all: readonly LeftOut[]): LeftOutPlace[] {
  return all
    .flatMap((leftOut) => passagesOf(text, leftOut).map((passage) => ({ ...passage, leftOut })))
    .sort((one, other) => one.start - other.start);
}

function passagesOf(text: string, { extent, start, end }: LeftOut): Passage[] {
  if (extent === "marks") return findPersonalData(text).map((mark) => ({ start: mark.start, end: mark.end }));
  // A place behind the end of the text is in none.
  return extent === "passage" && end <= text.length ? [{ start, end }] : [];
}

/** Finds the act by which a text was taken down as a whole. */
export function takenDownBy(all: readonly LeftOut[]): LeftOut | undefined {
  return all.find(({ extent }) => extent === "whole");
}

/** A text as residents read it: what is left out is gone, and its place marked. */
export function shownText(text: string, all: readonly LeftOut[]): string {
  return takenDownBy(all) ? "" : withoutPassages(text, placesLeftOut(text, all));
}
