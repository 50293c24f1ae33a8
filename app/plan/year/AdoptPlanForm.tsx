import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";

/** Props of {@link AdoptPlanForm}. */
export interface AdoptPlanFormProps {
  year: number;
  documentNumber: string;
  /** Days of the plan that are not working days. */
  daysOff: string[];
  reply: SubmissionResult<string[]> | undefined;
}

/** Adopts a drafted plan. */
export function AdoptPlanForm({ year, documentNumber, daysOff, reply }: AdoptPlanFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "adopt",
    lastResult: reply,
    defaultValue: { documentNumber, reason: "" },
    shouldRevalidate: "onInput",
  });
  const labels = { documentNumber: t("plan.adopt.documentNumber"), reason: t("plan.adopt.reason") };
  return (
    <section className="section">
      <h2>{t("plan.adopt.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p className="prose">{t("plan.adopt.text")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="adopt" />
        <input type="hidden" name="year" value={year} />
        <TextField
          field={fields.documentNumber}
          label={labels.documentNumber}
          hint={t("plan.adopt.documentHint")}
          size="medium"
        />
        {daysOff.length > 0 && (
          <TextAreaField
            field={fields.reason}
            label={labels.reason}
            hint={t("plan.adopt.reasonHint", { days: daysOff.join(t("ui.filter.and")) })}
          />
        )}
        <div className="form-actions">
          <Button variant="primary">{t("plan.adopt.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
