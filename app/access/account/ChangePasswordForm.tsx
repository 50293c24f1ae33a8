import { getFormProps, useForm } from "@conform-to/react";
import type { FormAnswer } from "~/access/formAnswer";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { NewPasswordFields, useNewPasswordLabels } from "./NewPasswordFields";

/** Somebody changes their own password. */
export function ChangePasswordForm({
  answer,
}: {
  answer: Pick<FormAnswer, "reply" | "refusal"> | undefined;
}) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ current: string; password: string; repeat: string }>({
    id: "change-password",
    lastResult: answer?.reply,
  });
  const labels = { current: t("account.password.current"), ...useNewPasswordLabels() };
  const refused = answer?.refusal && !answer.refusal.field && answer.refusal;
  return (
    <section className="section">
      <h2>{t("account.password.title")}</h2>
      <OnceForm {...getFormProps(form)} className="form">
        <p>{t("account.password.text")}</p>
        {refused ? (
          <RefusalNotice messageKey={`refusal.${refused.code}`} values={refused.values} />
        ) : (
          <ErrorSummary form={form} labels={labels} />
        )}
        <input type="hidden" name="intent" value="changePassword" />
        <TextField
          field={fields.current}
          label={labels.current}
          type="password"
          size="medium"
          autoComplete="current-password"
        />
        <NewPasswordFields fields={{ password: fields.password, repeat: fields.repeat }} />
        <div className="form-actions">
          <Button variant="primary">{t("account.password.submit")}</Button>
        </div>
      </OnceForm>
    </section>
  );
}
