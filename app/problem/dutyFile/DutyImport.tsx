import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { PlainFile, tableFiles } from "~/ui/form/PlainFile";
import { OnceForm } from "~/ui/OnceForm";
import { RefusalNotice } from "~/ui/RefusalNotice";
import type { DutyImportPage } from "./importDuties.server";

/** The step in which the file is chosen. */
export function ChooseDutyFile({ limits, refusal }: Pick<DutyImportPage, "limits"> & { refusal?: Refusal }) {
  const { t } = useTranslation();
  return (
    <OnceForm encType="multipart/form-data" className="form">
      <input type="hidden" name="intent" value="upload" />
      <PlainFile
        name="file"
        label={t("duty.import.file")}
        hint={t("duty.import.fileHint", limits)}
        accept={tableFiles}
        megabytes={limits.megabytes}
        refusal={refusal}
      />
      <div className="form-actions">
        <Button variant="primary">{t("duty.import.upload")}</Button>
      </div>
    </OnceForm>
  );
}

type Waiting = NonNullable<DutyImportPage["waiting"]>;
type Row = Waiting["rows"][number];

function useColumns(): Column<Row>[] {
  const { t } = useTranslation();
  return [
    { key: "sheet", head: t("duty.import.sheet"), width: "tight", cell: ({ sheet }) => sheet },
    {
      key: "row",
      head: t("duty.import.row"),
      width: "tight",
      cell: ({ row }) => <span className="num">{row}</span>,
    },
    { key: "matter", head: t("duty.field.matter"), width: "wide", cell: ({ matter }) => matter },
    {
      key: "does",
      head: t("duty.import.becomes"),
      cell: ({ does, faults }) => (
        <>
          {t(`duty.import.does.${does}`)}
          {faults.length > 0 && ": "}
          {faults.map(({ code, text }) => t(`duty.import.why.${code}`, { text })).join(t("ledger.comma"))}
        </>
      ),
    },
  ];
}

// What needs a look comes first.
const order: readonly Row["does"][] = ["refused", "change", "add", "same"];

/** What will become of each row. */
export function DutyPreview({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const { rows, counts, refusal } = waiting;
  const count = counts.add + counts.change;
  const columns = useColumns();
  const sorted = order.flatMap((does) => rows.filter((row) => row.does === does));
  return (
    <div className="stack">
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {!refusal && <p>{t("duty.import.summary", counts)}</p>}
      <OnceForm className="form-actions">
        {count > 0 && (
          <Button variant="primary" name="intent" value="import">
            {t("duty.import.submit", { count })}
          </Button>
        )}
        {count === 0 && !refusal && <span className="muted">{t("duty.import.nothing")}</span>}
        <Button variant="quiet" name="intent" value="drop">
          {t("duty.import.other")}
        </Button>
      </OnceForm>
      {rows.length > 0 && (
        <DataTable
          caption={t("duty.import.caption")}
          columns={columns}
          rows={sorted}
          rowKey={({ sheet, row }) => `${sheet} ${row}`}
          rowMarked={({ does }) => does === "refused"}
        />
      )}
    </div>
  );
}
