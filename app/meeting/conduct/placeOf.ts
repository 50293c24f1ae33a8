import { isNamedByMonth } from "~/address/meetings";
import { type Name, named } from "~/i18n/language";

/** What of a meeting says where it is held. */
export interface PlacedMeeting {
  slug: string;
  place: string;
  host: Name;
}

/** Says where a meeting is held; a consultation day is at its host street as long as nothing else is said. */
export function placeOf({ slug, place, host }: PlacedMeeting, language: string): string {
  return place || (isNamedByMonth(slug) ? named(host, language) : "");
}
