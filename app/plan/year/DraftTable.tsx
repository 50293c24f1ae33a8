import { type FieldMetadata, getInputProps } from "@conform-to/react";
import type { DayKind } from "~/calendar/workingDay";
import { writtenMonth } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DayKindNote } from "~/plan/DayKindNote";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateField } from "~/ui/form/DateField";
import { FieldErrors } from "~/ui/form/FieldErrors";
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
    leftOut: t("planning.draft.leftOut"),
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

/** The month of a row, and whether it is left out of what is planned now. */
function Month({ row, label }: { row: Row; label: string }) {
  const { t, i18n } = useTranslation();
  const { month, leftOut } = row.getFieldset();
  const { key, ...control } = getInputProps(leftOut, { type: "checkbox", value: "yes" });
  return (
    <div className="stack-tight">
      <span>{writtenMonth(month.initialValue ?? "", i18n.language)}</span>
      <input type="hidden" name={month.name} value={month.initialValue} />
      <div className="choice">
        <input key={key} {...control} aria-label={label} />
        <label htmlFor={leftOut.id}>{t("planning.draft.leaveOut")}</label>
      </div>
      <FieldErrors field={leftOut} />
    </div>
  );
}

/** The months of a year that are not planned yet, each field to be changed in place, each to be left out. */
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
  const heads = useHeads();
  const both = (one: FieldName, other: FieldName) => [heads[one], heads[other]].join(t("ui.filter.and"));
  const columns: Column<Row>[] = [
    {
      key: "month",
      head: t("plan.table.month"),
      width: "tight",
      cell: (row) => <Month row={row} label={about(row, "leftOut").label} />,
    },
    {
      key: "host",
      head: heads.hostStreetId,
      cell: (row) => <SelectField {...about(row, "hostStreetId")} options={hosts} blank={null} />,
    },
    {
      key: "date",
      head: both("date", "startsAt"),
      width: "tight",
      cell: (row) => {
        const kind = kindOf(row);
        return (
          <div className="stack-tight">
            {day(row, "date")}
            {kind && <DayKindNote kind={kind} />}
            <TextField {...about(row, "startsAt")} type="time" size="short" />
          </div>
        );
      },
    },
    {
      key: "place",
      head: heads.place,
      cell: (row) => <TextField {...about(row, "place")} />,
    },
    {
      key: "chair",
      head: heads.chairPostId,
      cell: (row) => <SelectField {...about(row, "chairPostId")} options={leaders} blank={null} />,
    },
    {
      key: "window",
      head: both("windowOpensOn", "windowClosesOn"),
      width: "tight",
      cell: (row) => (
        <div className="stack-tight">
          {day(row, "windowOpensOn")}
          {day(row, "windowClosesOn")}
        </div>
      ),
    },
    {
      key: "reason",
      head: heads.swapReason,
      cell: (row) => <TextField {...about(row, "swapReason")} />,
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
