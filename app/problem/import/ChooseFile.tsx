import { getFormProps, useForm } from "@conform-to/react";
import { listTemplateAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FileField } from "~/ui/form/FileField";
import { tableFiles } from "~/ui/form/PlainFile";
import { OnceForm } from "~/ui/OnceForm";
import { EarlierImports } from "./EarlierImports";
import type { ImportView } from "./showImport.server";

interface ChooseFileProps {
  view: Extract<ImportView, { step: "file" }>;
  now: string;
}

/** Shows the first step, in which the file is chosen, and what was imported into the list before. */
export function ChooseFile({ view, now }: ChooseFileProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ file: string }>({ id: "import-file" });
  return (
    <div className="stack">
      <OnceForm encType="multipart/form-data" {...getFormProps(form)} className="form">
        <input type="hidden" name="intent" value="upload" />
        <FileField
          field={fields.file}
          label={t("problem.import.file")}
          hint={t("problem.import.fileHint", view.limits)}
          optional={false}
          accept={tableFiles}
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
      {view.earlier.length > 0 && <EarlierImports imports={view.earlier} now={now} />}
    </div>
  );
}
