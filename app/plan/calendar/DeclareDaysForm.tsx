import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { declaredKinds, holidays } from "~/calendar/holiday";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { RadiosField } from "~/ui/form/RadiosField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { declareDaysForm } from "./calendarForm";

/** Enters days off or make-up working days of a year. */
export function DeclareDaysForm({ year, reply }: { year: number; reply?: SubmissionResult<string[]> }) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "declare",
    lastResult: reply,
    defaultValue: { kind: "holiday" },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: declareDaysForm }),
  });
  const labels = {
    kind: t("planning.calendar.kind"),
    holiday: t("planning.calendar.holiday"),
    fromDay: t("planning.calendar.from"),
    toDay: t("planning.calendar.to"),
    documentNumber: t("planning.calendar.documentNumber"),
  };
  const bounds = { min: `${year}-01-01`, max: `${year}-12-31` };
  return (
    <section className="section">
      <h2>{t("planning.calendar.declare")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p className="prose">{t("planning.calendar.declareText")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="declare" />
        <RadiosField
          field={fields.kind}
          label={labels.kind}
          inline
          options={declaredKinds.map((kind) => ({ value: kind, label: t(`planning.declared.${kind}`) }))}
        />
        <SelectField
          field={fields.holiday}
          label={labels.holiday}
          options={holidays.map((one) => ({ value: one, label: t(`planning.holiday.${one}`) }))}
        />
        <DateField field={fields.fromDay} label={labels.fromDay} {...bounds} />
        <DateField field={fields.toDay} label={labels.toDay} {...bounds} />
        <TextField
          field={fields.documentNumber}
          label={labels.documentNumber}
          hint={t("planning.calendar.documentHint")}
          size="medium"
        />
        <div className="form-actions">
          <Button variant="primary">{t("planning.calendar.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
