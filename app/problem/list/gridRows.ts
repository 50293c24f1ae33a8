import type { Name } from "~/i18n/language";
import type { Requirement } from "~/problem/completeness";
import type { PlaceState } from "~/problem/listing";
import { type CellTexts, type CellValue, cellValue, textOf, type Wording } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";

/** Cells of a row, as far as they are written. */
export type CellValues = Partial<Record<GridField, CellValue>>;

/** A row of the table: a problem, or one that is being written (`number` null). */
export interface GridRow {
  key: string;
  number: string | null;
  /** Its place on the list; null for a row that has none yet. */
  listingId: string | null;
  values: Record<GridField, CellValue>;
  texts: CellTexts;
  canChange: boolean;
  missing: readonly Requirement[];
  /** Of its place on the list. */
  state: PlaceState;
  /** Whom it comes from; null for a row that is being written. */
  from: Name | null;
}

/** A row that does not exist yet. */
export interface DraftRow {
  key: string;
  cells: CellValues;
}

/** What the list says of a problem, as far as the table shows it. */
export interface ListedRow extends Record<GridField, CellValue | number | null> {
  number: string;
  listingId: string;
  canChange: boolean;
  missing: readonly Requirement[];
  state: PlaceState;
  from: Name;
}

const textsOf = (values: Record<GridField, CellValue>, wording: Wording) =>
  Object.fromEntries(gridFields.map((field) => [field, textOf(field, values[field], wording)])) as CellTexts;

/** A problem's row, with what was written since it was loaded in place of what was loaded. */
export function gridRow(row: ListedRow, written: CellValues | undefined, wording: Wording): GridRow {
  const { number, listingId, canChange, missing, state, from } = row;
  const loaded = Object.fromEntries(gridFields.map((field) => [field, cellValue(row[field])]));
  const values = { ...loaded, ...written } as Record<GridField, CellValue>;
  const texts = textsOf(values, wording);
  return { key: number, number, listingId, values, texts, canChange, missing, state, from };
}

/** The row of a problem that does not exist yet. */
export function draftRow(draft: DraftRow, wording: Wording, canChange: boolean): GridRow {
  const empty = Object.fromEntries(
    gridFields.map((field) => [field, field === "concernedUnitIds" ? [] : ""]),
  );
  const values = { ...empty, ...draft.cells } as Record<GridField, CellValue>;
  const texts = textsOf(values, wording);
  const place = { number: null, listingId: null, state: "draft" as const, from: null };
  return { key: draft.key, ...place, values, texts, canChange, missing: [] };
}

/** The words are a resident's: once they are there, they stay. */
export function isFixed(row: GridRow, field: GridField): boolean {
  return !row.canChange || (field === "originalWording" && row.number !== null && row.values[field] !== "");
}

/** A new row that can be saved: it has a name or the words. What else is missing is marked, and asked for later. */
export function isWhole(draft: DraftRow): boolean {
  return Boolean(draft.cells.title) || Boolean(draft.cells.originalWording);
}
