import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import type { Actor } from "~/access/actor";
import type { Translate } from "~/i18n/textKey";
import { done, type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreet } from "~/unit/namedUnits.server";
import { read } from "~db/read";
import { findImport, refusedRows } from "./doneImport.server";
import type { CellFinding } from "./rows";

const head = { fontWeight: "bold", backgroundColor: "#f3f1eb" } as const;

/**
 * Writes the rows of an import that were not taken as an XLSX file, as they were read, each with why: to be put right
 * there and imported again. Refuses with `notFound` and `notAllowed`.
 * @param t writes the reasons in the reader's language
 */
export async function refusedWorkbook(
  actor: Actor,
  { street: slug, fileId }: { street: string; fileId: string },
  t: Translate,
): Promise<Result<Buffer>> {
  const street = await read((db) => findStreet(db, slug));
  if (!street || !canList(actor, "see", { streetId: street.id })) return refuse("notFound");
  if (!canList(actor, "import", { streetId: street.id })) return refuse("notAllowed");
  const file = await read((db) => findImport(db, street.id, fileId));
  if (file?.state !== "done") return refuse("notFound");
  const rows = await read((db) => refusedRows(db, fileId));
  const headers = file.headers ? (JSON.parse(file.headers) as string[]) : headersOf(rows);
  const used = headers.filter((header) => rows.some(({ cells }) => cells.includes(JSON.stringify(header))));
  const reason = (finding: CellFinding) => t(`problem.import.finding.${finding.code}`, { ...finding });
  const data: SheetData = [
    [...used, t("problem.import.reason")].map((value) => ({ value, ...head })),
    ...rows.map(({ cells, findings }) => {
      const kept = JSON.parse(cells) as Record<string, string>;
      const texts = [...used.map((header) => kept[header] ?? ""), findings.map(reason).join("；")];
      return texts.map((value) => (value ? { value, type: String } : null));
    }),
  ];
  const sheet = { sheet: t("problem.import.refusedSheet"), data, stickyRowsCount: 1 };
  return done(await writeXlsxFile([sheet]).toBuffer());
}

/** The columns' names from the rows themselves, for what was imported before they were kept. */
function headersOf(rows: readonly { cells: string }[]): string[] {
  return [...new Set(rows.flatMap(({ cells }) => Object.keys(JSON.parse(cells) as object)))];
}
