import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import type { Refusal } from "~/ledger/result";
import { done, type Result, refuse } from "~/ledger/result";
import { mayAppoint } from "~/unit/permission";
import { type HeldChange, tellHeld } from "~/unit/tellHeld.server";
import type { Queries } from "~db/connect";
import { applyRow } from "./applyRow.server";
import { type NumberedRow, readRegister } from "./readRegister.server";
import type { RegisterRow, RowOutcome } from "./registerColumns";

/** A row of a file, with what would become of it or why it cannot be entered. */
export interface PreviewedRow extends NumberedRow {
  outcomes: RowOutcome[];
  refusal: Pick<Refusal, "code" | "field"> | null;
}

/**
 * Shows row by row what a file would bring: it is entered as it would be, and taken back. Refuses with `notAllowed` and
 * like `readRegister`.
 */
export async function previewRegister(
  actor: Actor,
  bytes: Uint8Array,
  now: string,
): Promise<Result<PreviewedRow[]>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const rows = await readRegister(bytes);
  if (!rows.ok) return rows;
  let shown: PreviewedRow[] = [];
  await change(actor, now, async (tx, book) => {
    shown = await enter({ tx, book, now, held: [] }, rows.value);
    // Whatever it brings: it was only looked at.
    return refuse("registerRowsRefused");
  });
  return done(shown);
}

/**
 * Enters the rows of a file that was looked at, all of them in one act. Refuses with `notAllowed`, `nothingChosen` and,
 * where a row cannot be entered, `registerRowsRefused` with how many.
 */
export async function importRegister(
  actor: Actor,
  rows: readonly RegisterRow[],
  now: string,
): Promise<Result<{ rows: number }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const numbered = rows.map((row, at) => ({ number: at + 1, row }));
  const held: HeldChange[] = [];
  const result = await change(actor, now, async (tx, book) => {
    const entered = await enter({ tx, book, now, held }, numbered);
    const refused = entered.filter(({ refusal }) => refusal !== null).length;
    if (refused > 0) return refuse("registerRowsRefused", { values: { count: refused } });
    if (entered.every(({ outcomes }) => outcomes.includes("known"))) return refuse("nothingChosen");
    return done({ rows: entered.length });
  });
  if (result.ok) await tellHeld(held, { by: actor.account, now });
  return result;
}

async function enter(
  within: { tx: Queries; book: Book; now: string; held: HeldChange[] },
  rows: readonly NumberedRow[],
): Promise<PreviewedRow[]> {
  const shown: PreviewedRow[] = [];
  for (const { number, row } of rows) {
    const result = await applyRow(within, row);
    const refusal = result.ok ? null : { code: result.refusal.code, field: result.refusal.field };
    shown.push({ number, row, outcomes: result.ok ? result.value : [], refusal });
  }
  return shown;
}
