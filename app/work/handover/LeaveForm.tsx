import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";

interface LeaveFormProps {
  holdingId: string;
  today: string;
  answered: SubmissionResult<string[]> | undefined;
}

/** Ends the present holder's time, with what they hand over. */
export function LeaveForm({ holdingId, today, answered }: LeaveFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "leave",
    lastResult: answered?.initialValue?.intent === "leave" ? answered : undefined,
    defaultValue: { toDay: today, handover: "" },
  });
  const labels = { toDay: t("unit.leave.toDay"), handover: t("unit.leave.handover") };
  return (
    <section className="section">
      <h2>{t("unit.leave.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p>{t("unit.leave.text")}</p>
        <ErrorSummary form={form} labels={labels} />
        <input type="hidden" name="intent" value="leave" />
        <input type="hidden" name="holdingId" value={holdingId} />
        <TextAreaField
          field={fields.handover}
          label={labels.handover}
          hint={t("unit.leave.handoverHint")}
          limit={5000}
        />
        <DateField field={fields.toDay} label={labels.toDay} />
        <div className="form-actions">
          <Button variant="danger">{t("unit.leave.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
