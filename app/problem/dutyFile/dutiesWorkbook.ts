import type { Duty } from "~/unit/duty/duty";
import { type DutyList, dutyLists } from "~/unit/dutyList";
import type { Sheet } from "~/workbook/workbook";
import { type DutyColumn, dutyColumns } from "./dutyColumns";

/** The words of the file, in the reader's language. */
export interface DutyWords {
  list: (list: DutyList) => string;
  head: (column: DutyColumn) => string;
  problemClass: (one: string) => string;
  unit: (unit: NonNullable<Duty["unit"]>) => string;
  eachStreet: string;
  and: string;
}

const widths: Partial<Record<DutyColumn, number>> = {
  ...{ number: 8, matter: 44, basis: 32, places: 24, departmentDoes: 44, streetDoes: 44 },
};

/** The duty lists as they are shown, a sheet for each list; imported again they change nothing. */
export function dutiesWorkbook(duties: readonly Duty[], words: DutyWords): Sheet[] {
  const lists = dutyLists.filter((list) => duties.some((duty) => duty.list === list));
  return (lists.length > 0 ? lists : dutyLists.slice(0, 1)).map((list) => ({
    name: words.list(list),
    head: dutyColumns.map(words.head),
    columns: dutyColumns.map((column) => ({
      width: widths[column] ?? 16,
      wrap: (widths[column] ?? 0) > 20,
    })),
    stickyColumns: 3,
    rows: duties
      .filter((duty) => duty.list === list)
      .map((duty) => dutyColumns.map((column) => cellOf(duty, words)[column])),
  }));
}

function cellOf(duty: Duty, words: DutyWords): Record<DutyColumn, string | number> {
  const { number, matter, basis, places, departmentDoes, streetDoes } = duty;
  return {
    ...{ number, matter, basis, places, departmentDoes, streetDoes },
    list: words.list(duty.list),
    problemClass: words.problemClass(duty.problemClass),
    unitId: duty.unit ? words.unit(duty.unit) : words.eachStreet,
    assistingUnitIds: duty.assisting.map(words.unit).join(words.and),
  };
}
