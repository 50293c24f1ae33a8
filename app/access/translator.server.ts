import type { Translate } from "~/i18n/textKey";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { requestLanguage } from "./requestLanguage.server";

/** Gives the texts in the language of a request, for what is said outside components: titles of pages. */
export function translator(request: Parameters<typeof requestLanguage>[0]): Translate {
  const language = requestLanguage(request);
  return createTranslate(language, texts[language]);
}
