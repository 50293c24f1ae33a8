import { cleanCell, isBeside, type SheetRow } from "~/problem/import/table";
import { namesIn } from "~/problem/import/unitsWritten";
import { type ClassEntry, classNamed, otherClass } from "~/rules/ruleLists";
import { type DutyValues, dutyForm } from "~/unit/duty/dutyForm";
import type { DutyList } from "~/unit/dutyList";
import { dutyRef } from "~/unit/dutyList";
import { type DutyColumn, type DutyTable, listNamed } from "./dutyColumns";

/** Why a row is not imported, with the text that is meant. */
export interface DutyFault {
  code: "list" | "number" | "matter" | "matterLong" | "problemClass" | "unitId" | "unitUnknown" | "twice";
  text?: string;
}

/** A row of a file as an item of a duty list, or why it is none. */
export interface DutyRow {
  /** In its file, from 1. */
  row: number;
  sheet: string;
  matter: string;
  faults: DutyFault[];
  /** Only where nothing is wrong. */
  values?: DutyValues;
}

/** What is known while a file is read. */
export interface DutyContext {
  sheet: string;
  unitCalled: (name: string) => string | undefined;
  /** The class of an item that is there already, where the file has no column of classes. */
  classOf: (ref: string) => DutyValues["problemClass"] | undefined;
  /** Those that can be chosen. */
  classes: readonly ClassEntry[];
  /** The items read so far, by reference, with the row each stands in. */
  seen: Map<string, number>;
}

/** Reads the rows of a sheet; those that are empty, totals or signatures are left out. */
export function readDutyRows(table: DutyTable, context: DutyContext): DutyRow[] {
  return table.rows
    .filter((row) => row.cells.some((cell) => cell.trim() !== "") && !isBeside(row))
    .map((row) => readRow(row, table, context));
}

function readRow(row: SheetRow, { columns }: DutyTable, context: DutyContext): DutyRow {
  const cell = (column: DutyColumn) => {
    const at = columns[column];
    return at === undefined ? "" : cleanCell(row.cells[at] ?? "");
  };
  const faults: DutyFault[] = [];
  const matter = cell("matter").replace(/\s+/g, " ");
  const list =
    listNamed(cell("list")) ??
    (columns.list === undefined || !cell("list") ? listNamed(context.sheet) : undefined);
  const number = Number(cell("number"));
  const isNumber = cell("number") !== "" && Number.isInteger(number) && number > 0;
  if (!list) faults.push({ code: "list" });
  if (!isNumber) faults.push({ code: "number" });
  if (!matter) faults.push({ code: "matter" });
  const ref = list && isNumber ? dutyRef({ list, number }) : undefined;
  const unitOf = (name: string) => {
    const id = context.unitCalled(name);
    if (!id) faults.push({ code: "unitUnknown", text: name.slice(0, 50) });
    return id ?? "";
  };
  const lead = isStreet(cell("unitId"), list) ? "" : cell("unitId");
  if (!lead && list && list !== "basic") faults.push({ code: "unitId" });
  const problemClass = cell("problemClass")
    ? classNamed(context.classes, cell("problemClass"))
    : ref && context.classOf(ref);
  if (cell("problemClass") && !problemClass) faults.push({ code: "problemClass" });
  const given = {
    ...{ list, number, matter, problemClass: problemClass ?? otherClass },
    unitId: lead ? unitOf(lead) : undefined,
    assistingUnitIds: namesIn(cell("assistingUnitIds")).map(unitOf),
    ...{ basis: cell("basis").replace(/\s+/g, " "), places: cell("places").replace(/\s+/g, " ") },
    ...{ departmentDoes: cell("departmentDoes"), streetDoes: cell("streetDoes") },
  };
  noteTwice(ref, row.row, context.seen, faults);
  return { row: row.row, sheet: context.sheet, matter: matter.slice(0, 100), ...checked(given, faults) };
}

// A basic duty names the street itself in many lists.
const isStreet = (name: string, list: DutyList | undefined) =>
  list === "basic" && /^(各|本)?(街镇|街道|镇街|乡镇|镇)(办事处|\(街道\))?$|^each street$/i.test(name);

function noteTwice(
  ref: string | undefined,
  row: number,
  seen: Map<string, number>,
  faults: DutyFault[],
): void {
  if (!ref) return;
  const first = seen.get(ref);
  if (first !== undefined) faults.push({ code: "twice", text: String(first) });
  else seen.set(ref, row);
}

/** Checks a row as the form would. */
function checked(given: object, faults: DutyFault[]): Pick<DutyRow, "faults" | "values"> {
  if (faults.length > 0) return { faults };
  const parsed = dutyForm.safeParse(given);
  return parsed.success ? { faults, values: parsed.data } : { faults: [{ code: "matterLong" }] };
}
