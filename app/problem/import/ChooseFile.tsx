import { getFormProps, useForm } from "@conform-to/react";
import { listTemplateAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FileField } from "~/ui/form/FileField";
import { OnceForm } from "~/ui/OnceForm";

/** Shows the first step, in which the file is chosen. */
export function ChooseFile({ limits }: { limits: { megabytes: number; rows: number } }) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ file: string }>({ id: "import-file" });
  return (
    <OnceForm encType="multipart/form-data" {...getFormProps(form)} className="form">
      <input type="hidden" name="intent" value="upload" />
      <FileField
        field={fields.file}
        label={t("problem.import.file")}
        hint={t("problem.import.fileHint", limits)}
        optional={false}
        accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        required
      />
      <div className="form-actions">
        <Button variant="primary">{t("problem.import.upload")}</Button>
      </div>
      <p className="muted">{t("problem.import.templateText")}</p>
      <p>
        <a href={listTemplateAddress}>{t("problem.import.template")}</a>
      </p>
    </OnceForm>
  );
}
