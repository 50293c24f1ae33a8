import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { writtenMonth } from "~/calendar/writtenMonth";
import { named } from "~/i18n/language";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateField } from "~/ui/DateField";
import type { Choice } from "~/ui/SelectField";
import { SelectField } from "~/ui/SelectField";
import { TextField } from "~/ui/TextField";
import { DayKindNote } from "./DayKindNote";
import type { PlanDayInput } from "./planForm";
import type { PlanChoices } from "./proposePlan.server";
import type { DayKind } from "./workingDay";
import "./day.css";

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

/** The twelve months of a year not yet drafted, each field to be changed in place. */
export function DraftTable(props: {
  year: number;
  rows: Row[];
  kinds: ReadonlyMap<string, DayKind>;
  choices: PlanChoices;
}) {
  const { t, i18n } = useTranslation();
  const { hosts, leaders } = useChoices(props.choices);
  const monthOf = (row: Row) => writtenMonth(row.getFieldset().month.initialValue ?? "", i18n.language);
  const label = (row: Row, field: string) => t("plan.draft.row", { month: monthOf(row), field });
  const kindOf = (row: Row) => props.kinds.get(row.getFieldset().date.value ?? "");
  const head = {
    host: t("plan.table.host"),
    date: t("plan.table.date"),
    chair: t("plan.table.chair"),
    opens: t("plan.draft.opens"),
    closes: t("plan.draft.closes"),
    swap: t("plan.draft.swapReason"),
  };
  const columns: Column<Row>[] = [
    {
      key: "month",
      head: t("plan.table.month"),
      width: "tight",
      cell: (row) => (
        <>
          {monthOf(row)}
          <input
            type="hidden"
            name={row.getFieldset().month.name}
            value={row.getFieldset().month.initialValue}
          />
        </>
      ),
    },
    {
      key: "host",
      head: head.host,
      cell: (row) => (
        <SelectField
          field={row.getFieldset().hostStreetId}
          label={label(row, head.host)}
          labelHidden
          options={hosts}
          blank={null}
        />
      ),
    },
    {
      key: "date",
      head: head.date,
      cell: (row) => {
        const kind = kindOf(row);
        return (
          <>
            <DateField field={row.getFieldset().date} label={label(row, head.date)} labelHidden />
            {kind && <DayKindNote kind={kind} />}
          </>
        );
      },
    },
    {
      key: "chair",
      head: head.chair,
      cell: (row) => (
        <SelectField
          field={row.getFieldset().chairPostId}
          label={label(row, head.chair)}
          labelHidden
          options={leaders}
          blank={null}
        />
      ),
    },
    {
      key: "opens",
      head: head.opens,
      cell: (row) => (
        <DateField field={row.getFieldset().windowOpensOn} label={label(row, head.opens)} labelHidden />
      ),
    },
    {
      key: "closes",
      head: head.closes,
      cell: (row) => (
        <DateField field={row.getFieldset().windowClosesOn} label={label(row, head.closes)} labelHidden />
      ),
    },
    {
      key: "swap",
      head: head.swap,
      cell: (row) => (
        <TextField
          field={row.getFieldset().swapReason}
          label={label(row, head.swap)}
          labelHidden
          size="medium"
        />
      ),
    },
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
