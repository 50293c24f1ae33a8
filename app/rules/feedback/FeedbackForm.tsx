import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { useRuleName } from "../useRuleName";
import { feedbackForm, rulePaths } from "./feedback";

/** Says where a rule hurts: which rule, what happened, and at which meeting or with which problem. */
export function FeedbackForm({ rule, reply }: { rule?: string; reply?: SubmissionResult<string[]> | null }) {
  const { t } = useTranslation();
  const nameOf = useRuleName();
  const [form, fields] = useForm<{ rule: string; text: string; about: string }>({
    id: "feedback-form",
    lastResult: reply,
    defaultValue: { rule },
    shouldRevalidate: "onInput",
    onValidate: ({ formData }) => parseWithZod(formData, { schema: feedbackForm }),
  });
  const labels = {
    rule: t("rules.feedback.rule"),
    text: t("rules.feedback.text"),
    about: t("rules.feedback.where"),
  };
  return (
    <section className="section stack no-print" id="feedback" aria-labelledby="feedback-title">
      <h2 id="feedback-title">{t("rules.feedback.title")}</h2>
      <p className="prose">{t("rules.feedback.lead")}</p>
      <OnceForm {...getFormProps(form)} className="form">
        <ErrorSummary form={form} labels={labels} />
        <SelectField
          key={rule}
          field={fields.rule}
          label={labels.rule}
          options={rulePaths.map((path) => ({ value: path, ...nameOf(path) }))}
        />
        <TextAreaField
          field={fields.text}
          label={labels.text}
          hint={t("rules.feedback.textHint")}
          limit={1000}
        />
        <TextField
          field={fields.about}
          label={labels.about}
          hint={t("rules.feedback.whereHint")}
          size="medium"
          optional
        />
        <div className="form-actions">
          <Button variant="primary" name="intent" value="report">
            {t("rules.feedback.submit")}
          </Button>
        </div>
      </OnceForm>
    </section>
  );
}
