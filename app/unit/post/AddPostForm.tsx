import { getFormProps, type SubmissionResult, useForm } from "@conform-to/react";
import type { Role } from "~/access/role";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ErrorSummary } from "~/ui/form/ErrorSummary";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { OnceForm } from "~/ui/OnceForm";

interface AddPostFormProps {
  unit: string;
  roles: readonly Role[];
  answered: SubmissionResult<string[]> | undefined;
}

/** Enters a post of a unit. */
export function AddPostForm({ unit, roles, answered }: AddPostFormProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm({
    id: "add-post",
    lastResult: answered,
    defaultValue: { role: roles[0], titleZh: "", titleEn: "" },
  });
  const label = {
    role: t("unit.post.role"),
    titleZh: t("registry.form.titleZh"),
    titleEn: t("registry.form.titleEn"),
  };
  return (
    <OnceForm {...getFormProps(form)} className="form">
      <ErrorSummary form={form} labels={label} />
      <input type="hidden" name="unit" value={unit} />
      <TextField field={fields.titleZh} label={label.titleZh} size="medium" />
      <TextField field={fields.titleEn} label={label.titleEn} size="medium" />
      <SelectField
        field={fields.role}
        label={label.role}
        blank={null}
        options={roles.map((role) => ({ value: role, label: t(`unit.role.${role}`) }))}
      />
      <div className="form-actions">
        <Button variant="primary">{t("registry.addPost")}</Button>
      </div>
    </OnceForm>
  );
}
