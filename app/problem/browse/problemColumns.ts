import { writtenMonth } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { PlaceState } from "~/problem/listing";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";

/** What the list of problems says of one. */
interface ProblemLine {
  number: string;
  title: string;
  street: Name;
  problemClass: string;
  place: string;
  month: string | null;
  state: PlaceState | null;
  raisedAt: string;
}

/**
 * The columns of the list of problems.
 * @param classNamed names a class in the same language
 */
export function problemColumns(
  t: Translate,
  language: string,
  classNamed: (code: string) => string,
): TextColumn<ProblemLine>[] {
  return [
    { key: "number", head: t("problem.field.number"), text: (row) => row.number },
    {
      key: "title",
      head: t("problem.field.title"),
      text: (row) => row.title || t("problem.untitled"),
      width: 40,
    },
    { key: "street", head: t("problem.field.street"), text: (row) => named(row.street, language) },
    {
      key: "class",
      head: t("problem.field.problemClass"),
      text: (row) => classNamed(row.problemClass),
    },
    { key: "place", head: t("problem.field.place"), text: (row) => row.place, width: 30 },
    {
      key: "month",
      head: t("problem.field.month"),
      text: (row) => row.month && writtenMonth(row.month, language, true),
    },
    {
      key: "state",
      head: t("problem.field.state"),
      text: (row) => row.state && t(`problem.state.${row.state}`),
    },
    {
      key: "raisedAt",
      head: t("problem.field.raisedAt"),
      text: (row) => (row.raisedAt ? dayValue(row.raisedAt) : t("problem.raisedUnknown")),
    },
  ];
}
