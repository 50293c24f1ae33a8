/** The columns of the register as a file: a row for each post, and one for a unit that has none. */
export const registerColumns = [
  "kind",
  "slug",
  "nameZh",
  "nameEn",
  "shortZh",
  "code",
  "parent",
  "contactZh",
  "contactEn",
  "titleZh",
  "titleEn",
  "role",
  "name",
  "account",
  "fromDay",
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** A row as it stands in the file: what is in its cells, by column; empty where nothing is. */
export type RegisterRow = Record<RegisterColumn, string>;

/** What becomes of a row. */
export const rowOutcomes = ["unit", "post", "holder", "account", "known"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** Most rows that one file brings. */
export const mostRows = 1_000;

/**
 * Finds the columns by the words of a header, in whatever language it was written. Columns that are not there are left
 * out; undefined where the row is no header.
 * @param words what each column is called, in every language
 */
export function columnsOf(
  cells: readonly string[],
  words: Readonly<Record<RegisterColumn, readonly string[]>>,
): Partial<Record<RegisterColumn, number>> | undefined {
  const at = (column: RegisterColumn) => cells.findIndex((cell) => words[column].includes(cell.trim()));
  const found = registerColumns
    .map((column) => [column, at(column)] as const)
    .filter(([, place]) => place >= 0);
  const columns = Object.fromEntries(found) as Partial<Record<RegisterColumn, number>>;
  return columns.slug === undefined || columns.kind === undefined ? undefined : columns;
}
