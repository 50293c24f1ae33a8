import { setImmediate } from "node:timers/promises";
import type { Actor } from "~/access/actor";
import type { Translate } from "~/i18n/textKey";
import { type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreet } from "~/unit/namedUnits.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { read } from "~db/read";
import { findImport, pagesOfRefusedRows } from "./doneImport.server";
import type { CellFinding } from "./importedRow";
import { sayFinding } from "./sayFinding";

/**
 * Writes the rows of an import that were not taken as an XLSX file, as they were read, each with why: to be put right
 * there and imported again. Refuses with `notFound`, `notAllowed` and like `writeWorkbook`.
 * @param t writes the reasons in the reader's language
 */
export async function refusedWorkbook(
  actor: Actor,
  { street: slug, fileId }: { street: string; fileId: string },
  t: Translate,
): Promise<Result<Uint8Array>> {
  const street = await read((db) => findStreet(db, slug));
  if (!street || !canList(actor, "see", { streetId: street.id })) return refuse("notFound");
  if (!canList(actor, "import", { streetId: street.id })) return refuse("notAllowed");
  const file = await read((db) => findImport(db, street.id, fileId));
  if (file?.state !== "done") return refuse("notFound");
  const filled = await filledHeaders(fileId);
  // What was imported before the headers were kept has only its rows to name them.
  const headers = file.headers ? (JSON.parse(file.headers) as string[]) : [...filled];
  const used = headers.filter((header) => filled.has(header));
  const reason = (finding: CellFinding) => sayFinding(t, finding);
  async function* rows() {
    for await (const page of pagesOfRefusedRows(fileId))
      for (const { cells, findings } of page) {
        const kept = cellsOf(cells);
        yield [...used.map((header) => kept[header] ?? null), findings.map(reason).join("；")];
      }
  }
  const head = [...used, t("problem.import.reason")];
  return writeWorkbook([{ name: t("problem.import.refusedSheet"), head, rows: rows() }]);
}

const cellsOf = (cells: string) => JSON.parse(cells) as Record<string, string>;

/** The headers under which something stands in the rows that were not taken, in the order in which they come. */
async function filledHeaders(fileId: string): Promise<Set<string>> {
  const filled = new Set<string>();
  for await (const page of pagesOfRefusedRows(fileId)) {
    for (const { cells } of page) for (const header of Object.keys(cellsOf(cells))) filled.add(header);
    // Others have their turn.
    await setImmediate();
  }
  return filled;
}
