import type { TFunction } from "i18next";
import { texts } from "~/i18n/texts.server";
import { createTranslator } from "~/i18n/translate";
import { requestLanguage } from "./requestLanguage.server";

/** The texts in the language of a request, for what is said outside components: titles of pages. */
export function translator(request: Parameters<typeof requestLanguage>[0]): TFunction {
  const language = requestLanguage(request);
  return createTranslator(language, texts[language]).t;
}
