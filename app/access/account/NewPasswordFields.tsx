import type { FieldMetadata } from "@conform-to/react";
import { useTranslation } from "~/i18n/useTranslation";
import { TextField } from "~/ui/form/TextField";
import { shortestPassword } from "./newPassword";

/** What the fields of a new password are called, for the summary of what is wrong. */
export function useNewPasswordLabels() {
  const { t } = useTranslation();
  return { password: t("account.password.new"), repeat: t("account.password.repeat") };
}

/** A new password, written twice. */
export function NewPasswordFields<Schema>({
  fields,
}: {
  fields: { password: FieldMetadata<Schema>; repeat: FieldMetadata<Schema> };
}) {
  const { t } = useTranslation();
  const labels = useNewPasswordLabels();
  const kind = { type: "password", size: "medium", autoComplete: "new-password" } as const;
  return (
    <>
      <TextField
        field={fields.password}
        label={labels.password}
        hint={t("account.password.hint", { number: shortestPassword })}
        {...kind}
      />
      <TextField field={fields.repeat} label={labels.repeat} {...kind} />
    </>
  );
}
