import { and, inArray } from "drizzle-orm";
import { done, type Result, refuse } from "~/ledger/result";
import { readSheets } from "~/problem/import/readSheets.server";
import { unitFinder } from "~/problem/import/unitsWritten";
import { offered } from "~/rules/ruleLists";
import { usualRules } from "~/rules/ruleSet";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { dutiesWhere } from "~/unit/duty/dutiesWhere.server";
import type { Duty } from "~/unit/duty/duty";
import { saysSame } from "~/unit/duty/writeDuty.server";
import { dutyRef } from "~/unit/dutyList";
import { unitInForce } from "~/unit/unitInForce.server";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { findDutyTable } from "./dutyColumns";
import { dutyFileLimits } from "./dutyUpload.server";
import { type DutyRow, readDutyRows } from "./readDutyRows";

/** What becomes of a row of a file. */
export type PlannedDuty = DutyRow & { does: "add" | "change" | "same" | "refused"; there?: Duty };

/**
 * Plans what becomes of each row of a file with duty lists. Refuses with what the file is refused for, `noDutyColumns`
 * and `tooManyRows`.
 */
export async function planDuties(bytes: Uint8Array): Promise<Result<PlannedDuty[]>> {
  const sheets = await readSheets(bytes, dutyFileLimits.sheets);
  if (!sheets.ok) return sheets;
  const { units, known, classes } = await read(async (db) => ({
    classes: offered(((await rulesInForce(db))?.rules ?? usualRules).lists.classes),
    units: await db
      .select()
      .from(unit)
      .where(
        and(inArray(unit.kind, ["office", "department", "utility", "contractor", "street"]), unitInForce()),
      ),
    known: new Map((await dutiesWhere(db, undefined)).map((duty) => [duty.ref, duty])),
  }));
  const unitCalled = unitFinder(
    units.map((row) => ({ id: row.id, names: [row.nameZh, row.shortZh, row.nameEn] })),
  );
  const context = {
    unitCalled,
    classes,
    classOf: (ref: string) => known.get(ref)?.problemClass,
    seen: new Map(),
  };
  const rows: DutyRow[] = [];
  let tables = 0;
  for (const { name, rows: sheet } of sheets.value) {
    const table = findDutyTable(sheet);
    if (!table) continue;
    tables += 1;
    rows.push(...readDutyRows(table, { ...context, sheet: name }));
    if (rows.length > dutyFileLimits.rows)
      return refuse("tooManyRows", { values: { rows: dutyFileLimits.rows } });
  }
  if (tables === 0) return refuse("noDutyColumns");
  return done(rows.map((row) => planned(row, known)));
}

function planned(row: DutyRow, known: ReadonlyMap<string, Duty>): PlannedDuty {
  if (!row.values) return { ...row, does: "refused" };
  const there = known.get(dutyRef(row.values));
  if (!there) return { ...row, does: "add" };
  const same = there.endedAt === null && saysSame(there, row.values);
  return { ...row, there, does: same ? "same" : "change" };
}
