import type { ReactNode } from "react";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DutyUnit } from "./DutyTable";
import type { Duty } from "./duty";

/** What an item of a duty list says; what it does not say is left out. */
export function DutyFacts({ duty }: { duty: Duty }) {
  const { t, i18n } = useTranslation();
  const { pathOf } = useCodeNames("classes");
  const assisting = duty.assisting.map((unit) => named(unit.name, i18n.language)).join(t("ui.filter.and"));
  const rows: [string, ReactNode][] = [
    [t("duty.field.unitId"), <DutyUnit key="unit" duty={duty} />],
    [t("duty.field.assistingUnitIds"), assisting],
    [t("duty.field.departmentDoes"), duty.departmentDoes],
    [t("duty.field.streetDoes"), duty.streetDoes],
    [t("duty.field.basis"), duty.basis],
    [t("duty.field.places"), duty.places],
    [t("duty.field.problemClass"), pathOf(duty.problemClass)],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="as-written">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
