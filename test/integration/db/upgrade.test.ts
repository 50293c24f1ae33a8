import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { issuedDays } from "~/outcome/issuedDays.server";
import { showPlan } from "~/plan/year/showPlan.server";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { read } from "~db/read";
import { freshDatabase, openFile, rowsOf } from "../../builders/database";
import { mustSucceed } from "../../builders/result";

// A demo district as each earlier version made it, named by its commit, without passwords and sign-ins.
const made = join(import.meta.dirname, "made");
const versions = readdirSync(made).map((name) => name.replace(".sqlite.br", ""));

type Row = Record<string, string | number | null>;

describe.each(versions)("a database made by %s", (version) => {
  const folder = mkdtempSync(join(tmpdir(), "huishang-upgrade-"));
  const file = join(folder, "huishang.sqlite");
  let database: Database;
  let inOld: (query: string) => Row[];
  const inUpgraded = (query: string) => rowsOf(database, query);
  const count = (rows: Row[]) => Number(Object.values(rows[0]!)[0]);

  beforeAll(() => {
    writeFileSync(file, brotliDecompressSync(readFileSync(join(made, `${version}.sqlite.br`))));
    const old = join(folder, "as-it-was.sqlite");
    writeFileSync(old, readFileSync(file));
    const connection = new Sqlite(old, { readonly: true });
    inOld = (query) => connection.prepare(query).all() as Row[];
    database = openFile(file);
    setDatabase(database);
  });
  afterAll(() => {
    setDatabase(undefined);
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is upgraded to what a new one is", () => {
    const columns = (rows: (query: string) => Row[]) => {
      const tables = rows("select name from sqlite_master where type = 'table' order by name")
        .map(({ name }) => String(name))
        .filter((name) => !name.startsWith("sqlite_") && !name.startsWith("__drizzle"));
      return Object.fromEntries(
        tables.map((table) => [
          table,
          rows(`select name, type, "notnull" from pragma_table_info('${table}') order by name`),
        ]),
      );
    };
    const upgraded = columns(inUpgraded);
    const fresh = freshDatabase();
    const wanted = columns((query) => rowsOf(fresh.database, query));
    fresh.remove();
    setDatabase(database);
    expect(upgraded).toEqual(wanted);
    expect(inUpgraded("pragma foreign_key_check")).toEqual([]);
    expect(inUpgraded("pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });

  it("keeps every row", () => {
    const tables = inOld("select name from sqlite_master where type = 'table'")
      .map(({ name }) => String(name))
      // Failed sign-ins are counted in another table now, and begin anew.
      .filter((name) => !/^(sqlite_|__drizzle|search_text|sign_in_failure)/.test(name));
    for (const table of tables)
      expect([table, count(inUpgraded(`select count(*) from ${table}`))]).toEqual([
        table,
        count(inOld(`select count(*) from ${table}`)),
      ]);
  });

  it("changes nothing that is signed or frozen", () => {
    for (const query of [
      "select * from ledger_entry order by sequence",
      "select id, year, number, canonical_json, sha256, issued_at from minutes order by id",
      "select room, epoch, sequence, at from live_update order by room, epoch, sequence",
      "select id, original_wording from problem order by id",
      "select id, original_due_date, due_date, state from task order by id",
    ])
      expect(inUpgraded(query)).toEqual(inOld(query));
  });

  it("makes each consultation day a meeting under the same id, with its address", () => {
    const days = inOld(
      "select id, month, date, stage, host_street_id, chair_post_id from consultation_day order by id",
    );
    const meetings = inUpgraded(
      "select id, slug as month, date, stage, host_unit_id as host_street_id, chair_post_id from meeting where kind = 'consultationDay' order by id",
    );
    expect(meetings).toEqual(days);
    const numbers = inUpgraded("select number from meeting order by date").map(({ number }) =>
      String(number),
    );
    expect(new Set(numbers).size).toBe(days.length);
    expect(numbers.every((number) => /^HS-\d{4}-\d{4}$/.test(number))).toBe(true);
  });

  it("keeps who assists with each resolution, in the same order", () => {
    const wanted = inOld(
      "select resolution.id, one.value as unit from resolution, json_each(assisting_unit_ids) one order by resolution.id, one.key",
    );
    const kept = inUpgraded(
      "select resolution_id as id, unit_id as unit from resolution_assisting_unit order by resolution_id, place",
    );
    expect(kept).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
  });

  it("is read by the pages: residents' days, the year's plan, the look-back of the next day", async () => {
    const issued = count(inOld("select count(distinct day_id) from minutes"));
    expect(await read((db) => issuedDays(db))).toHaveLength(issued);
    const [latest] = inUpgraded(
      "select slug, substr(slug, 1, 4) as year from meeting order by date desc limit 1",
    );
    const office = { role: "office", postId: "", unitId: "", streetId: null } as never;
    const page = mustSucceed(await showPlan(office, Number(latest!.year), "2026-11-30T00:00:00.000Z"));
    expect(page).toBeTruthy();
    const [next] = inUpgraded(
      "select id from meeting where stage in ('agenda', 'inSession') order by date limit 1",
    );
    const open = count(inUpgraded("select count(*) from task where state not in ('solved', 'struckOff')"));
    const called = await read((db) => lookBackOf(db, String(next!.id)));
    expect(called.length).toBeGreaterThan(0);
    expect(called.length).toBeLessThanOrEqual(open + 20);
  });
});
