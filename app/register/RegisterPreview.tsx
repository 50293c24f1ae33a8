import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import type { PreviewedRow } from "./importRegister.server";
import { registerColumns } from "./registerColumns";

function Outcome({ row }: { row: PreviewedRow }) {
  const { t } = useTranslation();
  if (!row.refusal)
    return (
      <StateTag tone="neutral">
        {row.outcomes.map((one) => t(`register.outcome.${one}`)).join(t("ui.filter.and"))}
      </StateTag>
    );
  const column = registerColumns.find((one) => one === row.refusal!.field);
  return (
    <>
      <StateTag tone="bad">{t("register.refused")}</StateTag>{" "}
      {column && t("register.at", { column: t(`register.column.${column}`) })}
      {t(`refusal.${row.refusal.code}`)}
    </>
  );
}

/** What a file would bring, row by row; the button enters all of it, where no row is refused. */
export function RegisterPreview({ rows }: { rows: readonly PreviewedRow[] }) {
  const { t } = useTranslation();
  const refused = rows.filter(({ refusal }) => refusal).length;
  const fresh = rows.filter(({ outcomes, refusal }) => !refusal && !outcomes.includes("known")).length;
  const columns: Column<PreviewedRow>[] = [
    {
      key: "number",
      head: t("register.row"),
      width: "tight",
      cell: ({ number }) => <span className="num">{number}</span>,
    },
    { key: "unit", head: t("register.column.nameZh"), cell: ({ row }) => row.nameZh || row.slug },
    { key: "post", head: t("register.column.titleZh"), cell: ({ row }) => row.titleZh },
    {
      key: "name",
      head: t("register.column.name"),
      cell: ({ row }) => [row.name, row.account].filter(Boolean).join(" "),
    },
    { key: "outcome", head: t("register.becomes"), width: "wide", cell: (row) => <Outcome row={row} /> },
  ];
  return (
    <section className="section stack">
      <h2>{t("register.preview")}</h2>
      <p>{t("register.summary", { fresh, known: rows.length - fresh - refused, refused })}</p>
      {refused > 0 && <Notice>{t("register.mend")}</Notice>}
      {refused === 0 && fresh > 0 && (
        <OnceForm>
          <input type="hidden" name="rows" value={JSON.stringify(rows.map(({ row }) => row))} />
          <Button variant="primary" name="intent" value="import">
            {t("register.import", { count: fresh })}
          </Button>
        </OnceForm>
      )}
      <DataTable
        caption={t("register.preview")}
        captionHidden
        columns={columns}
        rows={[...rows].sort((one, other) => Number(!one.refusal) - Number(!other.refusal))}
        rowKey={({ number }) => String(number)}
      />
    </section>
  );
}
