import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { ledgerColumns } from "./ledgerColumns";
import type { TakeoverPage } from "./showTakeover.server";

/** The step in which the file is chosen, and which columns are read. */
export function ChooseLedger({ limits }: Pick<TakeoverPage, "limits">) {
  const { t } = useTranslation();
  return (
    <OnceForm encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="upload" />
      <div className="field">
        <label className="field-label" htmlFor="ledger-file">
          {t("takeover.file")}
        </label>
        <div className="field-hint" id="ledger-file-hint">
          {t("takeover.fileHint", limits)}{" "}
          {t("takeover.reads", {
            columns: ledgerColumns.map((one) => t(`takeover.column.${one}`)).join(t("ledger.comma")),
          })}
        </div>
        <input
          id="ledger-file"
          className="input-file"
          type="file"
          name="file"
          required
          aria-describedby="ledger-file-hint"
          accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
      </div>
      <div className="form-actions">
        <Button variant="primary">{t("takeover.upload")}</Button>
      </div>
    </OnceForm>
  );
}
