import { useTranslation } from "~/i18n/useTranslation";
import { ButtonLink } from "~/ui/ButtonLink";
import { Meter } from "~/ui/Meter";
import { Notice } from "~/ui/Notice";
import type { ImportView } from "./showImport.server";
import { useProgress } from "./useProgress";

interface ProgressProps {
  view: Extract<ImportView, { step: "reading" | "running" }>;
  /** The address of the list. */
  list: string;
}

/** Shows how far a file is read, or its rows are written. Whoever leaves finds it done later. */
export function ImportProgress({ view, list }: ProgressProps) {
  const { t } = useTranslation();
  useProgress();
  const reading = view.step === "reading";
  return (
    <div className="stack">
      <Notice title={t(`problem.import.progress.${view.step}`)}>
        <p role="status">
          {reading
            ? t("problem.import.progress.read", { name: view.file, count: view.rows })
            : t("problem.import.progress.written", { name: view.file, count: view.rowsDone })}
        </p>
        <p>{t(`problem.import.progress.${reading ? "mayLeaveReading" : "mayLeave"}`)}</p>
      </Notice>
      {!reading && (
        <Meter label={t("problem.import.progress.running")} have={view.rowsDone} need={view.rowsRead} />
      )}
      <div className="form-actions">
        <ButtonLink to={reading ? "?" : `?done=${view.fileId}`}>
          {t("problem.import.progress.look")}
        </ButtonLink>
        <ButtonLink to={list}>{t("problem.import.toList")}</ButtonLink>
      </div>
    </div>
  );
}
