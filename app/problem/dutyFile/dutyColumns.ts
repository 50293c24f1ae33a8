import { plainHeader } from "~/problem/import/columns";
import { cleanCell, type SheetRow } from "~/problem/import/table";
import type { DutyList } from "~/unit/dutyList";

/** What the columns of a file with duty lists hold, in the order in which they are written. */
export const dutyColumns = [
  "list",
  "number",
  "matter",
  "problemClass",
  "unitId",
  "assistingUnitIds",
  "basis",
  "places",
  "departmentDoes",
  "streetDoes",
] as const;
export type DutyColumn = (typeof dutyColumns)[number];

// As the headers of such lists are written; without spaces and signs.
const headers: Record<DutyColumn, string[]> = {
  list: ["清单", "清单类型", "清单类别", "list"],
  number: ["序号", "编号", "项号", "no", "number"],
  matter: ["事项", "事项名称", "职责事项", "履职事项", "收回事项", "matter", "duty"],
  problemClass: ["类别", "事项类别", "分类", "职责类别", "class"],
  unitId: [
    ...["责任单位", "牵头部门", "牵头单位", "对应上级部门", "承接部门", "责任部门", "主管部门"],
    ...["unitthatanswersforit", "unit", "leaddepartment", "department"],
  ],
  assistingUnitIds: ["协同单位", "配合单位", "配合部门", "协助单位", "assistingunits"],
  basis: ["法律依据", "依据", "法规依据", "legalbasis", "basis"],
  places: ["覆盖的场所和设施", "场所和设施", "场所设施", "场所", "placesandfacilities", "places"],
  departmentDoes: [
    ...["部门职责", "上级部门职责", "履职方式", "承接方式", "部门履职方式", "收回后履职方式"],
    ...["whatthedepartmentdoes"],
  ],
  streetDoes: ["街镇职责", "街道职责", "镇街职责", "街镇配合职责", "街道配合职责", "whatthestreetdoes"],
};

// As lists are named in a cell or by the name of a sheet.
const listNames: [DutyList, RegExp][] = [
  ["takenBack", /收回|taken/i],
  ["cooperating", /配合|cooperat/i],
  ["basic", /基本|basic/i],
  ["district", /区职责|区级|district/i],
];

/** Finds the list that a cell or the name of a sheet means. */
export const listNamed = (text: string) => listNames.find(([, name]) => name.test(text))?.[0];

/** A sheet with its header found: which column holds what, and the rows below. */
export interface DutyTable {
  columns: Partial<Record<DutyColumn, number>>;
  rows: SheetRow[];
}

// A list may carry its title above the header.
const headerWithin = 20;

/** Finds the header of a duty list in a sheet, a number and a matter at least; undefined where there is none. */
export function findDutyTable(rows: readonly SheetRow[]): DutyTable | undefined {
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const plain = cells.slice(0, 100).map((cell) => plainHeader(cleanCell(cell)));
    const columns: DutyTable["columns"] = {};
    for (const column of dutyColumns) {
      const found = headers[column].map((header) => plain.indexOf(header)).find((index) => index !== -1);
      if (found !== undefined) columns[column] = found;
    }
    if (columns.number !== undefined && columns.matter !== undefined)
      return { columns, rows: rows.slice(at + 1) };
  }
  return undefined;
}
