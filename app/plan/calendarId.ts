/** By what the ledger knows the holidays of a year. */
export const calendarId = (year: string) => `calendar-${year}`;

/** The year (YYYY) of such an id; undefined of anything else. */
export const calendarYear = (id: string): string | undefined => /^calendar-(\d{4})$/.exec(id)?.[1];
