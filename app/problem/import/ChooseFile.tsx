import { listTemplateAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Button } from "~/ui/Button";
import { PlainFile, tableFiles } from "~/ui/form/PlainFile";
import { OnceForm } from "~/ui/OnceForm";
import { EarlierImports } from "./EarlierImports";
import type { ImportView } from "./showImport.server";

interface ChooseFileProps {
  view: Extract<ImportView, { step: "file" }>;
  now: string;
  /** Why the file that was sent was not taken. */
  refusal?: Refusal;
}

/** Shows the first step, in which the file is chosen, and what was imported into the list before. */
export function ChooseFile({ view, now, refusal }: ChooseFileProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <OnceForm encType="multipart/form-data" className="form">
        <input type="hidden" name="intent" value="upload" />
        <PlainFile
          name="file"
          label={t("problem.import.file")}
          hint={t("problem.import.fileHint", view.limits)}
          accept={tableFiles}
          megabytes={view.limits.megabytes}
          refusal={refusal}
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
