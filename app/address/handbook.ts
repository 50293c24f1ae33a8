/** The handbook on the work side. */
export const deskHandbookAddress = "/desk/help";

/** The handbook as anybody reads it. */
export const publicHandbookAddress = "/help";

/** Where the handbook is read; its chapters lie below. */
export type HandbookAddress = typeof deskHandbookAddress | typeof publicHandbookAddress;

/** Addresses a chapter of the handbook by its key. */
export function chapterAddress(handbook: HandbookAddress, chapter: string): string {
  return `${handbook}/${chapter}`;
}

/** Addresses the whole handbook on one page. */
export function wholeHandbookAddress(handbook: HandbookAddress): string {
  return `${handbook}/all`;
}
