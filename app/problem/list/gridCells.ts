import { readHouseholds } from "~/problem/fact/readHouseholds";
import { readCsv } from "~/problem/import/csv";
import { readDate } from "~/problem/import/dates";
import { unitFinder, unitsNamed } from "~/problem/import/unitsWritten";
import { type ClassEntry, classNamed } from "~/rules/ruleLists";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { GridField } from "./gridForm";
import { isUnitField } from "./unitTyping";

/** What a row shows, cell by cell, as text. */
export type CellTexts = Record<GridField, string>;

/** A cell's content as it is saved. */
export type CellValue = string | string[];

/** A text that does not name what its column holds, with the message that says so. */
export interface Misread {
  key:
    | "problem.grid.unknownUnit"
    | "problem.grid.unknownClass"
    | "problem.grid.noHouseholds"
    | "problem.grid.noDay"
    | "problem.grid.wishPassed";
  name: string;
}

/** How cells are written and read in the reader's language. */
export interface Wording {
  /** What every class is called that a problem may have. */
  className: (code: string) => string;
  /** Those that can be chosen. */
  classes: readonly ClassEntry[];
  units: readonly { id: string; label: string; names: readonly string[] }[];
  /** The units as they are typed. */
  choices: readonly UnitChoice[];
  /** YYYY-MM-DD. */
  today: string;
}

/** A value of the list as a cell holds it. */
export function cellValue(value: CellValue | number | null | undefined): CellValue {
  return typeof value === "number" ? String(value) : (value ?? "");
}

/** The text of a cell. */
export function textOf(field: GridField, value: CellValue, wording: Wording): string {
  if (field === "problemClass") return value === "" ? "" : wording.className(value as string);
  if (!isUnitField(field)) return String(value);
  return [value]
    .flat()
    .map((id) => wording.units.find((unit) => unit.id === id)?.label ?? "")
    .filter(Boolean)
    .join("、");
}

/** What a typed or pasted text means in its column. */
export function readCell(
  field: GridField,
  text: string,
  wording: Wording,
): { value: CellValue } | { misread: Misread } {
  if (field === "problemClass") return classValue(text, wording);
  if (field === "concernedUnitIds") return unitsValue(text, wording);
  if (isUnitField(field)) return unitValue(text, wording);
  if (field === "households") return householdsValue(text);
  if (field === "wishOn") return wishValue(text, wording.today);
  return { value: text.trim() };
}

function classValue(text: string, { classes, className }: Wording) {
  const labelled = classes.find(({ code }) => className(code) === text.trim());
  const value = labelled?.code ?? classNamed(classes, text);
  if (value) return { value };
  return { misread: { key: "problem.grid.unknownClass" as const, name: text.trim() } };
}

function unitsValue(text: string, { units }: Wording) {
  const { ids, unknown } = unitsNamed(text, unitFinder(units));
  if (unknown[0]) return { misread: { key: "problem.grid.unknownUnit" as const, name: unknown[0] } };
  return { value: ids };
}

/** A single unit; none where nothing is said. */
function unitValue(text: string, wording: Wording) {
  const read = unitsValue(text, wording);
  if ("misread" in read) return read;
  if (read.value.length < 2) return { value: read.value[0] ?? "" };
  return { misread: { key: "problem.grid.unknownUnit" as const, name: text.trim() } };
}

function householdsValue(text: string) {
  const name = text.trim();
  if (name === "") return { value: "" };
  const read = readHouseholds(name);
  return read
    ? { value: String(read.count) }
    : { misread: { key: "problem.grid.noHouseholds" as const, name } };
}

function wishValue(text: string, today: string) {
  const name = text.trim();
  if (name === "") return { value: "" };
  const day = readDate(name, "monthFirst", today, "ahead")?.date.slice(0, 10);
  if (!day) return { misread: { key: "problem.grid.noDay" as const, name } };
  return day < today ? { misread: { key: "problem.grid.wishPassed" as const, name } } : { value: day };
}

/** A block of cells as copied from a spreadsheet: tabs between cells, a cell with line breaks in quotes. */
export function readClipboard(text: string): string[][] {
  const rows = readCsv(text.replace(/\r\n?/g, "\n").replace(/\n$/, ""), 500, "\t");
  return rows.map((row) => row.cells);
}
