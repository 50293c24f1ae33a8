import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { ListState } from "~/problem/listing";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";

/** What is said of a street's list among the others. */
interface ListLine {
  street: { name: Name };
  state: ListState;
  submittedAt: string | null;
  problems: number;
  undecided: number;
  admitted: number;
}

/** The columns of all streets' lists of a day; a list that was not sent has no counts. */
export function listsColumns(t: Translate, language: string): TextColumn<ListLine>[] {
  const count = (key: "problems" | "undecided" | "admitted"): TextColumn<ListLine> => ({
    key,
    head: t(`problem.lists.${key}`),
    text: (row) => (row.submittedAt ? row[key] : null),
  });
  return [
    { key: "street", head: t("problem.lists.street"), text: (row) => named(row.street.name, language) },
    { key: "state", head: t("problem.lists.state"), text: (row) => t(`problem.listState.${row.state}`) },
    count("problems"),
    count("undecided"),
    count("admitted"),
    { key: "submittedAt", head: t("problem.lists.submittedAt"), text: (row) => dayValue(row.submittedAt) },
  ];
}
