import { useTranslation } from "~/i18n/useTranslation";
import { Notice } from "~/ui/Notice";
import type { TaskTraceData } from "./taskTrace.server";

/** Props of {@link TakenOverRow}. */
export interface TakenOverRowProps {
  row: NonNullable<TaskTraceData["takenOver"]>;
}

/** The row of an earlier ledger that a task came from, as it was read: what was resolved was not resolved here. */
export function TakenOverRow({ row }: TakenOverRowProps) {
  const { t } = useTranslation();
  const { cells, fileName, sheet, documentNumber } = row;
  return (
    <section className="section" aria-labelledby="taken-over-title">
      <h2 id="taken-over-title">{t("task.takenOver.row")}</h2>
      <div className="stack">
        <Notice>
          {t("task.takenOver.note")}
          {documentNumber && ` ${t("task.takenOver.document", { number: documentNumber })}`}
        </Notice>
        <dl className="facts">
          {cells.map(({ header, text }) => (
            <div key={header}>
              <dt>{header}</dt>
              <dd className="as-written">{text}</dd>
            </div>
          ))}
        </dl>
        <p className="muted small">{t("task.takenOver.place", { fileName, sheet, row: row.row })}</p>
      </div>
    </section>
  );
}
