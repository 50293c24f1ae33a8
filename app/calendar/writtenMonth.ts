/**
 * A month in words: "November", "11月"; with its year "November 2026", "2026年11月".
 * @param month YYYY-MM
 */
export function writtenMonth(month: string, language: string, withYear = false): string {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    // In Chinese "long" alone would spell it out (十一月), "numeric" with a year would write 2026/11.
    month: language === "en" || withYear ? "long" : "numeric",
    year: withYear ? "numeric" : undefined,
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** A month with its year in both languages. */
export function monthInBoth(month: string): { zh: string; en: string } {
  return { zh: writtenMonth(month, "zh-CN", true), en: writtenMonth(month, "en", true) };
}
