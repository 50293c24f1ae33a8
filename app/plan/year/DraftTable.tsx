import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import type { DayKind } from "~/calendar/workingDay";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DayKindNote } from "~/plan/DayKindNote";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateField } from "~/ui/form/DateField";
import { type Choice, SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import type { PlanDayInput } from "./planForm";
import type { PlanChoices } from "./proposePlan.server";
import "./drafts.css";

type Row = FieldMetadata<PlanDayInput>;

/** The choices of hosts and chairs as a select shows them. */
export function useChoices({ streets, chairs }: PlanChoices): { hosts: Choice[]; leaders: Choice[] } {
  const { i18n } = useTranslation();
  return {
    hosts: streets.map(({ id, name }) => ({ value: id, label: named(name, i18n.language) })),
    leaders: chairs.map(({ id, title, holders }) => ({
      value: id,
      label: [holders[0], named(title, i18n.language)].filter(Boolean).join(" "),
    })),
  };
}

function useHeads() {
  const { t } = useTranslation();
  return {
    hostStreetId: t("plan.table.host"),
    date: t("plan.table.date"),
    startsAt: t("meeting.call.startsAt"),
    place: t("meeting.call.place"),
    chairPostId: t("plan.table.chair"),
    windowOpensOn: t("plan.draft.opens"),
    windowClosesOn: t("plan.draft.closes"),
    swapReason: t("plan.draft.swapReason"),
  };
}

type FieldName = keyof ReturnType<typeof useHeads>;

/** The label of each field of each month, by its name in the form. */
export function useDraftLabels(months: readonly string[]): Record<string, string> {
  const { t, i18n } = useTranslation();
  const heads = Object.entries(useHeads());
  const labels = months.flatMap((month, at) =>
    heads.map(([name, field]) => [
      `days[${at}].${name}`,
      t("plan.draft.row", { month: writtenMonth(month, i18n.language), field }),
    ]),
  );
  return Object.fromEntries(labels);
}

function Month({ row }: { row: Row }) {
  const { i18n } = useTranslation();
  const { name, initialValue } = row.getFieldset().month;
  return (
    <>
      {writtenMonth(initialValue ?? "", i18n.language)}
      <input type="hidden" name={name} value={initialValue} />
    </>
  );
}

/** The twelve months of a year not yet drafted, each field to be changed in place. */
export function DraftTable(props: {
  year: number;
  rows: Row[];
  kinds: ReadonlyMap<string, DayKind>;
  choices: PlanChoices;
  labels: Record<string, string>;
}) {
  const { t } = useTranslation();
  const { hosts, leaders } = useChoices(props.choices);
  const about = (row: Row, name: FieldName) => {
    const field = row.getFieldset()[name];
    return { field, label: props.labels[field.name] ?? "", labelHidden: true };
  };
  const kindOf = (row: Row) => props.kinds.get(row.getFieldset().date.value ?? "");
  const day = (row: Row, name: FieldName) => <DateField {...about(row, name)} />;
  const cells: Record<FieldName, (row: Row) => ReactNode> = {
    hostStreetId: (row) => <SelectField {...about(row, "hostStreetId")} options={hosts} blank={null} />,
    date: (row) => {
      const kind = kindOf(row);
      return (
        <>
          {day(row, "date")}
          {kind && <DayKindNote kind={kind} />}
        </>
      );
    },
    startsAt: (row) => <TextField {...about(row, "startsAt")} type="time" size="short" />,
    place: (row) => <TextField {...about(row, "place")} size="medium" />,
    chairPostId: (row) => <SelectField {...about(row, "chairPostId")} options={leaders} blank={null} />,
    windowOpensOn: (row) => day(row, "windowOpensOn"),
    windowClosesOn: (row) => day(row, "windowClosesOn"),
    swapReason: (row) => <TextField {...about(row, "swapReason")} size="medium" />,
  };
  const columns: Column<Row>[] = [
    { key: "month", head: t("plan.table.month"), width: "tight", cell: (row) => <Month row={row} /> },
    ...Object.entries(useHeads()).map(([key, head]) => ({ key, head, cell: cells[key as FieldName] })),
  ];
  return (
    <div className="draft-table">
      <DataTable
        caption={t("plan.draft.caption", { year: props.year })}
        captionHidden
        columns={columns}
        rows={props.rows}
        rowKey={(row) => row.key ?? row.name}
      />
    </div>
  );
}
