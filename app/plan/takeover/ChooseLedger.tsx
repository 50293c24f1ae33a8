import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Button } from "~/ui/Button";
import { PlainFile, tableFiles } from "~/ui/form/PlainFile";
import { OnceForm } from "~/ui/OnceForm";
import { ledgerColumns } from "./ledgerColumns";
import type { TakeoverPage } from "./showTakeover.server";

/** The step in which the file is chosen, and which columns are read. */
export function ChooseLedger({ limits, refusal }: Pick<TakeoverPage, "limits"> & { refusal?: Refusal }) {
  const { t } = useTranslation();
  const columns = ledgerColumns.map((one) => t(`takeover.column.${one}`)).join(t("ledger.comma"));
  return (
    <OnceForm encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="upload" />
      <PlainFile
        name="file"
        label={t("takeover.file")}
        hint={`${t("takeover.fileHint", limits)} ${t("takeover.reads", { columns })}`}
        accept={tableFiles}
        megabytes={limits.megabytes}
        refusal={refusal}
      />
      <div className="form-actions">
        <Button variant="primary">{t("takeover.upload")}</Button>
      </div>
    </OnceForm>
  );
}
