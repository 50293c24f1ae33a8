/** Rows of a list on one page. */
export const rowsOfPage = 200;

/** A page of a list. */
export interface ListPage<Place> {
  /** Which page, from 1, and of how many. */
  at: number;
  of: number;
  places: Place[];
  /** Up to two places before it, and one behind. */
  before: string[];
  behind: string[];
}

/** Cuts a page out of a list: the one asked for, or the one on which a problem stands. */
export function pageOf<Place extends { listingId: string; number: string }>(
  places: readonly Place[],
  asked: { page?: number; edit?: string },
): ListPage<Place> {
  const of = Math.max(1, Math.ceil(places.length / rowsOfPage));
  const row = asked.edit ? places.findIndex(({ number }) => number === asked.edit) : -1;
  const page = row === -1 ? (asked.page ?? 1) : Math.floor(row / rowsOfPage) + 1;
  const at = Math.min(Math.max(1, page), of);
  const [from, to] = [(at - 1) * rowsOfPage, at * rowsOfPage];
  const ids = (some: readonly Place[]) => some.map(({ listingId }) => listingId);
  return {
    at,
    of,
    places: places.slice(from, to),
    before: ids(places.slice(Math.max(0, from - 2), from)),
    behind: ids(places.slice(to, to + 1)),
  };
}

/** Takes all of a list as one page. */
export const wholePage = <Place>(places: Place[]): ListPage<Place> => ({
  ...{ at: 1, of: 1, places },
  ...{ before: [], behind: [] },
});

/** Reads the page from an address; undefined where it names none. */
export function readPage(search: URLSearchParams): number | undefined {
  const text = search.get("page") ?? "";
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}

/** Addresses a page of a list, with what else is asked for; the first one by the list's own address. */
export function pageAddress(list: string, page: number, more: Record<string, string> = {}): string {
  const search = new URLSearchParams({ ...(page > 1 && { page: String(page) }), ...more }).toString();
  return search ? `${list}?${search}` : list;
}
