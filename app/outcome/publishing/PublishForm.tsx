import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { LookedAt } from "./LookedAt";
import { outcomeLimit } from "./publicationForm";

/** Asks what has come of a task, in words for residents. */
export function PublishForm({ reply }: { reply: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ text: string }>({ id: "publish", lastResult: reply });
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={{ text: t("outcome.publish.text") }} />
      <input type="hidden" name="intent" value="publish" />
      <TextAreaField
        field={fields.text}
        label={t("outcome.publish.text")}
        hint={t("outcome.publish.hint")}
        limit={outcomeLimit}
      />
      <LookedAt text={reply?.initialValue?.text} />
      <div className="form-actions">
        <Button variant="primary">{t("outcome.publish.submit")}</Button>
      </div>
    </OnceForm>
  );
}
