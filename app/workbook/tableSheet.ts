import { dayOf } from "~/calendar/day";
import type { Sheet, WorkbookValue } from "./workbook";

/** A column of a list as it is read: on its page, and in the file in which the list is kept. */
export interface TextColumn<Row> {
  key: string;
  head: string;
  text: (row: Row) => WorkbookValue;
  /** In characters; what is wide is wrapped. */
  width?: number;
}

// What a spreadsheet takes as the name of a sheet.
const longestName = 31;
const usual = 16;
const wide = 30;

/** Describes a list as a sheet: the columns of its page in their order, a row for each of its rows. */
export function tableSheet<Row>(
  name: string,
  columns: readonly TextColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Sheet {
  return {
    name: name.replace(/[[\]:*?/\\]/g, " ").slice(0, longestName),
    head: columns.map((column) => column.head),
    columns: columns.map(({ width = usual }) => ({ width, wrap: width >= wide })),
    stickyColumns: 1,
    rows: valuesOf(columns, rows),
  };
}

async function* valuesOf<Row>(
  columns: readonly TextColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<WorkbookValue[]> {
  for await (const row of rows) yield columns.map((column) => column.text(row));
}

/** A day (YYYY-MM-DD, or the instant in which it lies) as a workbook keeps days; null where there is none. */
export function dayValue(day: string | null | undefined): Date | null {
  return day ? new Date(`${dayOf(day)}T00:00:00Z`) : null;
}
