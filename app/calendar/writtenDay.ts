/**
 * A day written out as in official papers: "2026年11月20日", "20 November 2026".
 * @param day YYYY-MM-DD
 */
export function writtenDay(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    day: "numeric",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
