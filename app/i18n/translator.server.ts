import type { TFunction } from "i18next";
import { requestLanguage } from "./request.server";
import { texts } from "./texts.server";
import { createTranslator } from "./translate";

/** The texts in the language of a request, for what is said outside components: titles of pages. */
export function translator(request: Request): TFunction {
  const language = requestLanguage(request);
  return createTranslator(language, texts[language]).t;
}
