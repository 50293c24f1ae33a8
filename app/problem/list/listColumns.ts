import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";
import { cellValue } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";
import type { ListedRow } from "./gridRows";
import { isUnitField } from "./unitTyping";

const widths: Partial<Record<GridField, number>> = {
  title: 30,
  originalWording: 60,
  concernedUnitIds: 24,
  coordination: 40,
  question: 40,
};

/** A list as far as its columns depend on it. */
interface ListShown {
  rows: readonly ListedRow[];
  units: readonly { id: string; name: Name; shortZh: string }[];
}

/**
 * The columns of a street's list as its table shows them; what is missing last, or what became of the problem.
 * @param classNamed names a class in the same language
 */
export function listColumns(
  view: ListShown,
  t: Translate,
  language: string,
  classNamed: (code: string) => string,
): TextColumn<ListedRow>[] {
  const unitName = (id: string) => {
    const unit = view.units.find((one) => one.id === id);
    if (!unit) return "";
    return language === "en" ? named(unit.name, "en") : unit.shortZh;
  };
  const text = (field: GridField, row: ListedRow) => {
    // A number and a day, with which a table can count and sort.
    if (field === "households") return row.households === null ? null : Number(row.households);
    if (field === "wishOn") return dayValue(row.wishOn as string | null);
    if (field === "problemClass") return classNamed(String(row.problemClass));
    const value = cellValue(row[field]);
    if (!isUnitField(field)) return String(value);
    return [value].flat().map(unitName).filter(Boolean).join("、");
  };
  const open = isOpen(view);
  const standing = (row: ListedRow) => {
    if (!row.canChange && row.state !== "draft") return t(`problem.state.${row.state}`);
    if (row.missing.length === 0) return t("problem.list.complete");
    return row.missing.map((one) => t(`problem.short.${one}`)).join(t("ui.filter.and"));
  };
  return [
    { key: "number", head: t("problem.field.number"), text: (row) => row.number },
    { key: "from", head: t("collect.from"), text: (row) => named(row.from, language), width: 16 },
    ...gridFields.map((field) => ({
      key: field,
      head: t(`problem.field.${field}`),
      text: (row: ListedRow) => text(field, row),
      width: widths[field],
    })),
    {
      key: "standing",
      head: t(open ? "problem.field.missing" : "problem.field.state"),
      text: standing,
      width: 24,
    },
  ];
}

/** Whether the last column says what is missing: as long as the list can be changed. */
export function isOpen(view: Pick<ListShown, "rows">): boolean {
  return view.rows.every((row) => row.canChange || row.state === "draft");
}
