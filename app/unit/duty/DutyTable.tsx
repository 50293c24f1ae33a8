import { dutyAddress } from "~/address/units";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { UnitName } from "~/unit/UnitName";
import type { Duty } from "./duty";

/** Who answers for an item: a unit, or each street itself. */
export function DutyUnit({ duty }: { duty: Pick<Duty, "unit"> }) {
  const { t } = useTranslation();
  return duty.unit ? <UnitName unit={duty.unit} /> : <span>{t("duty.eachStreet")}</span>;
}

function useColumns(oneList: boolean): Column<Duty>[] {
  const { t, i18n } = useTranslation();
  const { nameOf } = useCodeNames("classes");
  const list: Column<Duty> = {
    key: "list",
    head: t("duty.field.list"),
    width: "tight",
    cell: (duty) => t(`duty.list.${duty.list}`),
  };
  return [
    {
      key: "number",
      head: t("duty.field.number"),
      width: "tight",
      cell: (duty) => <span className="num">{duty.number}</span>,
    },
    ...(oneList ? [] : [list]),
    {
      key: "matter",
      head: t("duty.field.matter"),
      width: "wide",
      cell: (duty) => (
        <>
          {duty.matter}
          {duty.places && <span className="muted small duty-places">{duty.places}</span>}
        </>
      ),
    },
    {
      key: "class",
      head: t("duty.field.problemClass"),
      width: "tight",
      cell: (duty) => nameOf(duty.problemClass),
    },
    {
      key: "unit",
      head: t("duty.field.unitId"),
      cell: (duty) => (
        <>
          <DutyUnit duty={duty} />
          {duty.assisting.length > 0 && (
            <span className="muted small duty-places">
              {t("duty.assistedBy", {
                units: duty.assisting.map((unit) => named(unit.name, i18n.language)).join(t("ui.filter.and")),
              })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "basis",
      head: t("duty.field.basis"),
      cell: (duty) => <span className="muted small">{duty.basis}</span>,
    },
  ];
}

/** The items of duty lists that were asked for; `filtered` where that may be why there are none. */
export function DutyTable(props: { duties: readonly Duty[]; oneList: boolean; filtered: boolean }) {
  const { t } = useTranslation();
  const { duties, oneList, filtered } = props;
  return (
    <DataTable
      caption={t("duty.caption")}
      captionHidden
      columns={useColumns(oneList)}
      rows={duties}
      rowKey={(duty) => duty.ref}
      rowHref={(duty) => dutyAddress(duty.ref)}
      empty={
        <EmptyState title={t(filtered ? "duty.none" : "duty.empty")}>
          <p>{t(filtered ? "duty.noneText" : "duty.emptyText")}</p>
        </EmptyState>
      }
    />
  );
}
