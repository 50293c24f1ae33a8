/** The languages of the product; the first is the default. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Narrows any text to a language, or undefined. */
export function asLanguage(value: string | null | undefined): Language | undefined {
  return languages.find((language) => language === value);
}

/** The name of something in the reader's language, Chinese where there is no other. */
export function named(name: { zh: string; en: string }, language: string): string {
  return language === "en" && name.en ? name.en : name.zh;
}

/** A name in both languages, as it was on the day. */
export interface Name {
  zh: string;
  en: string;
}
