import type { Column } from "./DataTable";

/** What a column says, whatever it looks like. */
interface ReadColumn<Row> {
  key: string;
  head: string;
  text: (row: Row) => string | number | Date | null;
}

/**
 * Makes the columns of a page's table from those in which its file is written, so that both have the same.
 * @param looks by key of the column: how its cells look, where that is more than their text
 */
export function shownColumns<Row>(
  columns: readonly ReadColumn<Row>[],
  looks: Readonly<Record<string, Partial<Column<Row>>>> = {},
): Column<Row>[] {
  return columns.map(({ key, head, text }) => ({
    key,
    head,
    cell: (row) => {
      const value = text(row);
      return value instanceof Date ? value.toISOString().slice(0, 10) : value;
    },
    ...looks[key],
  }));
}
