import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { type Column, DataTable } from "~/ui/DataTable";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { choiceEntries, shownRows } from "./chosenColumns";
import type { CellFinding } from "./importedRow";
import { RowAsRead } from "./RowAsRead";
import type { RowRead } from "./rowsRead.server";
import { sayFinding } from "./sayFinding";
import type { ImportView } from "./showImport.server";
import { WordlessRows } from "./WordlessRows";
import "./import.css";

type View = Extract<ImportView, { step: "rows" }>;

/** A row of the file and what happens with it. */
export interface ReportedRow {
  row: number;
  title: string;
  accepted: boolean;
  /** Somebody has to decide about rows of its kind. */
  waits: boolean;
  /** How a row that is taken was understood. */
  read?: RowRead;
  findings: readonly CellFinding[];
}

function Findings({ row }: { row: ReportedRow }) {
  const { t } = useTranslation();
  return (
    <>
      <StateTag tone={row.accepted ? "good" : row.waits ? "warn" : "bad"}>
        {t(`problem.import.${row.accepted ? "accept" : row.waits ? "waits" : "reject"}`)}
      </StateTag>
      {row.findings.length > 0 && (
        <ul className="import-findings">
          {row.findings.map((finding) => (
            <li key={`${finding.column} ${finding.code} ${finding.value}`}>{sayFinding(t, finding)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

interface RowTableProps {
  rows: readonly ReportedRow[];
  /** What stands for a row besides its number. */
  nameOf?: (row: ReportedRow) => ReactNode;
}

function RowName({ row: { title, read }, now }: { row: ReportedRow; now: string }) {
  return (
    <>
      {title}
      {read && <RowAsRead read={read} now={now} />}
    </>
  );
}

/** Shows rows of the file, each with how it was understood, what happens with it and why. */
export function ImportRowTable({ rows, nameOf }: RowTableProps) {
  const { t } = useTranslation();
  const columns: Column<ReportedRow>[] = [
    { key: "row", head: t("problem.import.row"), cell: (row) => row.row, width: "tight" },
    ...(nameOf ? [{ key: "name", head: t("problem.import.name"), cell: nameOf }] : []),
    { key: "what", head: t("problem.import.what"), cell: (row) => <Findings row={row} /> },
  ];
  return (
    <DataTable
      caption={t("problem.import.rowsTitle")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.row)}
      density="dense"
    />
  );
}

/** Shows the third step: what will happen, row by row, and the button that does it. */
export function PreviewRows({ view, now }: { view: View; now: string }) {
  const { t } = useTranslation();
  const entries = choiceEntries(view.choices);
  const address = (more: Record<string, string>) =>
    `?${new URLSearchParams([...entries, ...Object.entries(more)])}`;
  return (
    <div className="stack">
      <ul className="import-counts">
        <li>{t("problem.import.willAccept", { count: view.accepted })}</li>
        <li>
          {view.counts.rejected > view.waiting
            ? t("problem.import.willReject", { count: view.counts.rejected - view.waiting })
            : t("problem.import.noneRejected")}
        </li>
        {view.waiting > 0 && <li>{t("problem.import.willWait", { count: view.waiting })}</li>}
        {view.counts.remarked > 0 && <li>{t("problem.import.remarked", { count: view.counts.remarked })}</li>}
      </ul>
      {view.beside.length > 0 && (
        <p className="muted">
          {t("problem.import.beside", { rows: view.beside.slice(0, 20).join(t("ui.filter.and")) })}
        </p>
      )}
      {view.wordless > 0 && <WordlessRows view={view} />}
      <OnceForm className="form-actions">
        {entries.map(([field, column]) => (
          <input key={field} type="hidden" name={field} value={column} />
        ))}
        {view.waiting > 0 ? (
          <p>{t("problem.import.decideFirst")}</p>
        ) : view.accepted > 0 ? (
          <Button variant="primary" name="intent" value="import">
            {t("problem.import.run", { count: view.accepted })}
          </Button>
        ) : (
          <p>{t("problem.import.nothing")}</p>
        )}
        <ButtonLink to={address({ step: "columns" })}>{t("problem.import.toColumns")}</ButtonLink>
      </OnceForm>
      <p className="cluster">
        {shownRows.map((show) =>
          show === view.show ? (
            <strong key={show}>
              {t(`problem.import.show.${show}`)} {view.counts[show]}
            </strong>
          ) : (
            <Link key={show} to={address({ step: "rows", show })} preventScrollReset>
              {t(`problem.import.show.${show}`)} {view.counts[show]}
            </Link>
          ),
        )}
      </p>
      <ImportRowTable rows={view.rows} nameOf={(row) => <RowName row={row} now={now} />} />
      {view.shownCount > view.rows.length && (
        <p className="muted">{t("problem.import.onlyFirst", { count: view.rows.length })}</p>
      )}
    </div>
  );
}
