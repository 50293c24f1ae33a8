import { useTranslation } from "~/i18n/useTranslation";
import { Words } from "~/ui/Words";
import type { ProblemView } from "./showProblem.server";

/** The row of the file that a problem came from, as it was read. */
export function ImportedFrom({ imported }: { imported: NonNullable<ProblemView["imported"]> }) {
  const { t } = useTranslation();
  return (
    <section className="section stack">
      <h2>{t("problem.page.imported")}</h2>
      <p>{t("problem.page.importedRow", { file: imported.fileName, row: imported.rowNumber })}</p>
      <details>
        <summary>{t("problem.page.cells")}</summary>
        <dl className="facts">
          {imported.cells.map(([header, cell]) => (
            <div key={header}>
              <dt>{header}</dt>
              <dd className="as-written">
                <Words text={cell} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
