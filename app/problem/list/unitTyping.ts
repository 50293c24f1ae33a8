import { matchUnits, type UnitChoice, type UnitFound, unitCalled } from "~/unit/typing/unitMatch";
import type { GridField } from "./gridForm";

const unitFields: readonly GridField[] = ["concernedUnitIds", "powerUnitId", "seesUnitId"];

/** Whether units are typed into a column. */
export const isUnitField = (field: GridField) => unitFields.includes(field);

// Between the names of several units.
const lastName = /[^、,，;；\n]*$/;
const mostShown = 8;

/** The name that is being typed: the last of several. */
export function nameTyped(text: string): string {
  return lastName.exec(text)?.[0].trim() ?? "";
}

/** The units that the name being typed may mean; none where it is the whole name of one, or nothing is typed. */
export function unitsMeant(units: readonly UnitChoice[], text: string): UnitFound[] {
  const name = nameTyped(text);
  if (name === "" || unitCalled(units, name)) return [];
  return matchUnits(units, name).slice(0, mostShown);
}

/** Puts the name of a unit in place of what was typed of it. */
export function withUnit(text: string, label: string): string {
  return text.replace(lastName, label);
}
