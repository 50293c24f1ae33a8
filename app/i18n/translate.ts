import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";

/** A translator for one language from its texts; ready at once. */
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
