import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Translate } from "./textKey";

/** Creates the translator of a page for one language from its texts; it is ready at once. */
export function createTranslator(language: string, texts: object): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initImmediate: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  return instance;
}

/** Creates the function that writes texts outside pages: in titles, workbooks and on paper. */
export function createTranslate(language: string, texts: object): Translate {
  return createTranslator(language, texts).t as Translate;
}
