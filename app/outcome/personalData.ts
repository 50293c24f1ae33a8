// Telephone numbers and numbers of papers, also when written in groups. Years and house numbers are shorter.
const longNumber = /\d(?:[ \-–—]?\d){6,}[\dXx]?/g;
// A day written 2026-11-20 has eight digits too.
const date = /^(?:19|20)\d{2}[ \-–—](?:0?[1-9]|1[0-2])[ \-–—](?:0?[1-9]|[12]\d|3[01])$/;

/** True when a text holds a number that may be a telephone's or a paper's. */
export function holdsLongNumber(text: string): boolean {
  return [...text.matchAll(longNumber)].some(([found]) => !date.test(found));
}

/** The text with every such number replaced by a dash: residents' own words are shown, their telephones are not. */
export function withoutLongNumbers(text: string): string {
  return text.replace(longNumber, (found) => (date.test(found) ? found : "——"));
}
