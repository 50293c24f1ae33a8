import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";

interface SubstituteFormProps {
  postId: string;
  today: string;
  answered: SubmissionResult<string[]> | undefined;
}

/** Has somebody stand in for whoever holds a post, from a day to a day. */
export function SubstituteForm({ postId, today, answered }: SubstituteFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "substitute",
    lastResult: answered?.initialValue?.intent === "substitute" ? answered : undefined,
    defaultValue: { account: "", fromDay: today, toDay: "" },
  });
  const label = {
    account: t("unit.appoint.account"),
    fromDay: t("unit.standIn.fromDay"),
    toDay: t("unit.standIn.toDay"),
  };
  return (
    <section className="section">
      <h2>{t("unit.standIn.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p>{t("unit.standIn.text")}</p>
        <ErrorSummary form={form} labels={label} />
        <input type="hidden" name="intent" value="substitute" />
        <input type="hidden" name="postId" value={postId} />
        <TextField field={fields.account} label={label.account} size="medium" autoComplete="off" />
        <DateField field={fields.fromDay} label={label.fromDay} />
        <DateField field={fields.toDay} label={label.toDay} />
        <div className="form-actions">
          <Button>{t("unit.standIn.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
