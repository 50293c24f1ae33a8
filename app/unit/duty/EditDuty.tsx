import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/access/formAnswer";
import { named } from "~/i18n/language";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { type DutyList, dutyLists } from "~/unit/dutyList";
import { UnitBox, UnitsBox } from "~/unit/typing/UnitBox";
import type { UnitChoice } from "~/unit/typing/unitMatch";
import type { Duty } from "./duty";
import { dutyForm, dutyLimits } from "./dutyForm";

/** Props of {@link EditDuty}. */
export interface EditDutyProps {
  units: readonly UnitChoice[];
  /** The item that is changed; left out, a new one. */
  duty?: Duty;
  answer?: FormAnswer;
}

/** What a form of an item begins with. */
const begin = (duty: Duty) => ({
  ...duty,
  number: String(duty.number),
  unitId: duty.unit?.id,
  assistingUnitIds: duty.assisting.map(({ id }) => id),
});

const shown = Object.keys(dutyForm.shape) as (keyof typeof dutyForm.shape)[];

/** What the form shows of an item, as it sends it. */
const stateOf = (duty: Duty) => ({
  version: duty.version,
  values: Object.fromEntries(shown.map((field) => [field, begin(duty)[field] ?? ""])),
});

/** Says what a field of choices holds in words. */
function useWords(units: readonly UnitChoice[]) {
  const { t, i18n } = useTranslation();
  const { pathOf } = useCodeNames("classes");
  return (field: string, value: string): string => {
    if (field === "list") return t(`duty.list.${value as DutyList}`);
    if (field === "problemClass") return pathOf(value);
    const unit = units.find(({ id }) => id === value);
    return unit ? named(unit.name, i18n.language) : value;
  };
}

/** An item of a duty list, as the office writes it. */
export function EditDuty({ units, duty, answer }: EditDutyProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<
    Record<keyof typeof dutyForm.shape, string> & { assistingUnitIds: string[] }
  >({
    id: "duty",
    lastResult: answer?.reply,
    defaultValue: duty && (begin(duty) as never),
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: dutyForm }) as never,
  });
  const say = useWords(units);
  const labels = Object.fromEntries(shown.map((field) => [field, t(`duty.field.${field}`)]));
  const lists = dutyLists.map((value) => ({ value, label: t(`duty.list.${value}`) }));
  const { codes, pathOf } = useCodeNames("classes");
  const classes = codes
    .filter(({ code, retired }) => !retired || code === duty?.problemClass)
    .map(({ code }) => ({ value: code, label: pathOf(code) }));
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={labels} saidElsewhere="refusal.changedMeanwhile" />
      {duty && <Meanwhile now={stateOf(duty)} labels={labels} say={say} answer={answer} />}
      <div className="form-grid">
        <SelectField field={fields.list} label={t("duty.field.list")} options={lists} />
        <TextField
          field={fields.number}
          label={t("duty.field.number")}
          type="number"
          size="short"
          optional={false}
        />
      </div>
      <TextField field={fields.matter} label={t("duty.field.matter")} optional={false} />
      <div className="form-grid">
        <SelectField field={fields.problemClass} label={t("duty.field.problemClass")} options={classes} />
        <UnitBox
          field={fields.unitId}
          label={t("duty.field.unitId")}
          hint={t("duty.hint.unitId")}
          units={units}
          optional={false}
        />
      </div>
      <UnitsBox
        field={fields.assistingUnitIds}
        label={t("duty.field.assistingUnitIds")}
        units={units}
        optional
      />
      <TextField field={fields.basis} label={t("duty.field.basis")} hint={t("duty.hint.basis")} optional />
      <TextField field={fields.places} label={t("duty.field.places")} hint={t("duty.hint.places")} optional />
      <TextAreaField
        field={fields.departmentDoes}
        label={t("duty.field.departmentDoes")}
        limit={dutyLimits.does}
        optional
      />
      <TextAreaField
        field={fields.streetDoes}
        label={t("duty.field.streetDoes")}
        limit={dutyLimits.does}
        optional
      />
      <div className="form-actions">
        <Button variant="primary" name="intent" value="save">
          {t("duty.save")}
        </Button>
      </div>
    </OnceForm>
  );
}
