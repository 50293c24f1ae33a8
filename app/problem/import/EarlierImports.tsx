import { useTranslation } from "~/i18n/useTranslation";
import { type Column, DataTable } from "~/ui/DataTable";
import { DateText } from "~/ui/DateText";
import type { ImportView } from "./showImport.server";

type Earlier = Extract<ImportView, { step: "file" }>["earlier"][number];

/** Lists the imports into this list, each leading to what became of it and to undoing it. */
export function EarlierImports({ imports, now }: { imports: readonly Earlier[]; now: string }) {
  const { t } = useTranslation();
  const columns: Column<Earlier>[] = [
    { key: "file", head: t("problem.import.fileName"), cell: (one) => one.file },
    {
      key: "at",
      head: t("problem.import.importedAt"),
      cell: (one) => <DateText value={one.at} now={now} withTime />,
    },
    { key: "rows", head: t("problem.import.rowsRead"), align: "end", cell: (one) => one.rows },
    { key: "state", head: t("problem.import.became"), cell: (one) => t(`problem.import.state.${one.state}`) },
  ];
  return (
    <section className="stack-tight">
      <h2>{t("problem.import.earlier")}</h2>
      <DataTable
        caption={t("problem.import.earlier")}
        captionHidden
        columns={columns}
        rows={imports}
        rowKey={(one) => one.fileId}
        rowHref={(one) => `?done=${one.fileId}`}
        density="dense"
      />
    </section>
  );
}
