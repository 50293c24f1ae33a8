import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { readSheets } from "~/problem/import/readSheets.server";
import { unitFinder } from "~/problem/import/unitsWritten";
import { leadKinds } from "~/unit/unit";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { takenOverRow, unit } from "~db/schema";
import { type Choices, ledgerFileLimits, noUnit } from "./choices";
import { findLedgerTable, type LedgerColumns, type LedgerTable, ledgerColumns } from "./ledgerColumns";
import { type LedgerContext, type LedgerRow, readLedgerRows } from "./readLedgerRows";
import type { WaitingLedger } from "./takeoverUpload.server";

/** What becomes of a row: it is new, was taken over before, or cannot be. */
export type PlannedRow = LedgerRow & { does: "add" | "known" | "refused"; key: string };

/** What becomes of a file. */
export interface TakeoverPlan {
  rows: PlannedRow[];
  /** Of its first table: what can be chosen from, and what holds. */
  headers: string[];
  columns: LedgerColumns;
  /** Names that no unit has, with how many rows name them. */
  unknown: { name: string; rows: number }[];
}

/**
 * Plans what becomes of each row of an earlier ledger. Refuses with what the file is refused for, `noLedgerColumns` and
 * `tooManyRows`.
 */
export async function planTakeover(
  actor: Pick<Actor, "unitId">,
  file: WaitingLedger,
  now: string,
): Promise<Result<TakeoverPlan>> {
  const sheets = await readSheets(file.bytes, ledgerFileLimits.sheets);
  if (!sheets.ok) return sheets;
  const common = {
    ...(await read((db) => unitsFor(db, file.choices))),
    choices: file.choices,
    today: dayOf(now),
    officeId: actor.unitId,
  };
  const rows: LedgerRow[] = [];
  let shown: LedgerTable | undefined;
  for (const { name, rows: sheet } of sheets.value) {
    const found = findLedgerTable(sheet);
    if (!found) continue;
    const table = { ...found, columns: columnsChosen(found, file.choices) };
    shown ??= table;
    rows.push(...readLedgerRows(table, { ...common, sheet: name }));
    if (rows.length > ledgerFileLimits.rows)
      return refuse("tooManyRows", { values: { rows: ledgerFileLimits.rows } });
  }
  if (!shown) return refuse("noLedgerColumns");
  const planned = await planRows(rows);
  return done({ rows: planned, headers: shown.headers, columns: shown.columns, unknown: unknownIn(planned) });
}

/** The columns as they were chosen, or else as the headers tell them. */
function columnsChosen({ headers, columns }: LedgerTable, { columns: chosen }: Choices): LedgerColumns {
  if (!chosen) return columns;
  const found = ledgerColumns.flatMap((one) => {
    const at = chosen[one] === "" ? -1 : headers.indexOf(chosen[one]);
    return at === -1 ? [] : [[one, at]];
  });
  return Object.fromEntries(found);
}

async function unitsFor(
  db: Queries,
  { units: chosen }: Choices,
): Promise<Pick<LedgerContext, "unitCalled" | "isStreet">> {
  const rows = await db
    .select()
    .from(unit)
    .where(inArray(unit.kind, [...leadKinds]));
  const inForce = new Map(rows.filter(({ closedAt }) => closedAt === null).map((row) => [row.id, row.kind]));
  const today = successors(rows);
  const named = unitFinder(
    rows.map((row) => ({ id: today(row.id), names: [row.nameZh, row.shortZh, row.nameEn] })),
  );
  const byChoice = new Map(chosen.map(({ name, unitId }) => [name, unitId]));
  return {
    isStreet: (id) => inForce.get(id) === "street",
    unitCalled: (name) => {
      const id = byChoice.get(name);
      if (id === noUnit) return null;
      const found = id || named(name);
      return found && inForce.has(found) ? found : undefined;
    },
  };
}

/** An old ledger names units that are part of others by now: it is the one that took everything over that is meant. */
function successors(rows: readonly (typeof unit.$inferSelect)[]): (id: string) => string {
  const mergedInto = new Map(rows.map((row) => [row.id, row.mergedInto]));
  const follow = (id: string, steps: number): string => {
    const next = mergedInto.get(id);
    return next && steps > 0 ? follow(next, steps - 1) : id;
  };
  return (id) => follow(id, rows.length);
}

async function planRows(rows: LedgerRow[]): Promise<PlannedRow[]> {
  const keyed = rows.map((row) => ({ row, key: createHash("sha256").update(row.known).digest("hex") }));
  const known = new Set(await read((db) => keysTaken(db)));
  const first = new Map<string, LedgerRow>();
  return keyed.map(({ row, key }) => {
    if (known.has(key)) return { ...row, faults: [], does: "known", key };
    const before = first.get(key);
    if (before)
      return { ...row, faults: [{ code: "twice", text: String(before.row) }], does: "refused", key };
    first.set(key, row);
    return { ...row, does: row.task ? "add" : "refused", key };
  });
}

/** The keys of all rows that were taken over. */
export async function keysTaken(db: Queries): Promise<string[]> {
  return (await db.select({ key: takenOverRow.key }).from(takenOverRow)).map(({ key }) => key);
}

function unknownIn(rows: readonly PlannedRow[]): TakeoverPlan["unknown"] {
  const counted = new Map<string, number>();
  for (const { unknown, does } of rows)
    if (does !== "known")
      for (const name of new Set(unknown)) counted.set(name, (counted.get(name) ?? 0) + 1);
  return [...counted]
    .map(([name, count]) => ({ name, rows: count }))
    .sort((one, other) => other.rows - one.rows)
    .slice(0, ledgerFileLimits.names);
}
