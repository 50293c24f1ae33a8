import type { Name } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";

/** What a paper is worded with: texts, their language, and a unit's name in it. */
export interface Say {
  t: Translate;
  language: string;
  name: (one: Name) => string;
}
