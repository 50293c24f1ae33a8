import { writtenMonth } from "~/calendar/writtenDate";
import { type Name, named } from "~/i18n/language";
import type { Translate } from "~/i18n/textKey";
import type { Stage } from "~/meeting/kind/stage";
import { dayValue, type TextColumn } from "~/workbook/tableSheet";

/** What a year's plan says of a month. */
interface PlanLine {
  month: string;
  date: string;
  startsAt: string;
  place: string;
  host: { name: Name };
  joining: readonly { name: Name }[];
  chair: { holders: readonly string[]; title: Name } | null;
  windowOpensOn: string;
  windowClosesOn: string;
  stage: Stage;
  swapReason: string | null;
  outOfTurn: boolean;
  rules: { version: number };
}

function hostOf({ host, joining, swapReason, outOfTurn }: PlanLine, t: Translate, language: string) {
  const names = joining.map((street) => named(street.name, language)).join(t("ui.filter.and"));
  return [
    named(host.name, language),
    names && t("plan.table.joining", { names }),
    swapReason && t("plan.table.swap", { reason: swapReason }),
    outOfTurn && t("plan.table.outOfTurn"),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The columns of a year's plan. */
export function planColumns(t: Translate, language: string): TextColumn<PlanLine>[] {
  return [
    { key: "month", head: t("plan.table.month"), text: (row) => writtenMonth(row.month, language) },
    { key: "host", head: t("plan.table.host"), text: (row) => hostOf(row, t, language), width: 36 },
    { key: "date", head: t("plan.table.date"), text: (row) => dayValue(row.date) },
    {
      key: "place",
      head: t("meeting.index.place"),
      text: ({ startsAt, place }) => [startsAt, place].filter(Boolean).join(" "),
      width: 30,
    },
    {
      key: "chair",
      head: t("plan.table.chair"),
      text: ({ chair }) =>
        chair && `${chair.holders[0] ?? t("plan.table.vacant")} ${named(chair.title, language)}`,
      width: 24,
    },
    {
      key: "window",
      head: t("plan.table.window"),
      text: (row) => `${row.windowOpensOn} ${t("plan.table.until")} ${row.windowClosesOn}`,
      width: 26,
    },
    { key: "stage", head: t("plan.table.stage"), text: (row) => t(`plan.stage.${row.stage}`) },
    { key: "rules", head: t("planning.table.rules"), text: ({ rules }) => t("plan.rules.version", rules) },
  ];
}
