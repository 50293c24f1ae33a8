import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { TextColumn } from "~/workbook/tableSheet";

/** What the directory says of a unit. */
interface UnitLine {
  name: Name;
  contact: Name;
  posts: readonly { title: Name; holders: readonly string[] }[];
}

/** The columns of the directory of units; a community stands below its street. */
export function unitColumns(t: Translate, language: string): TextColumn<UnitLine>[] {
  return [
    { key: "unit", head: t("unit.table.unit"), text: (unit) => named(unit.name, language), width: 28 },
    {
      key: "posts",
      head: t("unit.table.posts"),
      text: (unit) =>
        unit.posts
          .map(({ title, holders }) => `${named(title, language)} ${holders.join("、")}`.trim())
          .join("\n"),
      width: 40,
    },
    {
      key: "contact",
      head: t("unit.table.contact"),
      text: (unit) => named(unit.contact, language),
      width: 40,
    },
  ];
}

/** Lists units as the directory does, each street followed by its communities. */
export function unitRows<Unit extends UnitLine & { communities: Unit[] }>(units: readonly Unit[]): Unit[] {
  return units.flatMap((unit) => [unit, ...unit.communities]);
}
