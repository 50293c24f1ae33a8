import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { LookedAt } from "./LookedAt";
import { withdrawalLimit } from "./publicationForm";

/** Asks why the standing outcome is taken back, and says what will follow. */
export function WithdrawForm({ reply }: { reply: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ reason: string }>({ id: "withdraw", lastResult: reply });
  return (
    <details className="confirm" open={reply !== undefined}>
      <summary className="btn btn-danger">{t("outcome.publish.withdraw")}</summary>
      <div className="confirm-panel">
        <OnceForm {...getFormProps(form)} className="form">
          <ErrorSummary form={form} labels={{ reason: t("outcome.publish.reason") }} />
          <input type="hidden" name="intent" value="withdraw" />
          <p>{t("outcome.publish.consequence")}</p>
          <TextAreaField
            field={fields.reason}
            label={t("outcome.publish.reason")}
            hint={t("outcome.publish.reasonHint")}
            limit={withdrawalLimit}
          />
          <LookedAt text={reply?.initialValue?.reason} />
          <div className="form-actions">
            <Button variant="danger">{t("outcome.publish.withdraw")}</Button>
          </div>
        </OnceForm>
      </div>
    </details>
  );
}
