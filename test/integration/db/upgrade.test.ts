import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setLedgerKey } from "~/ledger/key.server";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { issuedDays } from "~/outcome/issuedDays.server";
import { findPersonalData } from "~/outcome/personalData";
import { publicDay } from "~/outcome/publicDay.server";
import { publicMatter } from "~/outcome/publicMatter.server";
import { putBack } from "~/outcome/publishing/putBack.server";
import { showPublishing } from "~/outcome/publishing/showPublishing.server";
import { withoutPassages } from "~/outcome/withheld";
import { showPlan } from "~/plan/year/showPlan.server";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { read } from "~db/read";
import { indexVersion } from "~db/search";
import { searchables } from "~server/jobs/handlers";
import { reindexHandler } from "~server/jobs/reindex";
import { freshDatabase, openFile, rowsOf, runStatement } from "../../builders/database";
import { mustSucceed } from "../../builders/result";

// A demo district as each earlier version made it, named by its commit, without passwords and sign-ins.
const made = join(import.meta.dirname, "made");
const versions = readdirSync(made).map((name) => name.replace(".sqlite.br", ""));

type Row = Record<string, string | number | null>;

/** Puts a number that nobody has into the words of every fifth problem: the demo has none to be left out. */
function markSome(file: string): void {
  const guard = "problem_wording_frozen";
  const connection = new Sqlite(file);
  const { sql } = connection.prepare("select sql from sqlite_master where name = ?").get(guard) as {
    sql: string;
  };
  connection.exec(`drop trigger ${guard}`);
  connection.exec(
    "update problem set original_wording = original_wording || '请打00000000000。' where rowid % 5 = 0",
  );
  connection.exec(sql);
  connection.close();
}

describe.each(versions)("a database made by %s", (version) => {
  const folder = mkdtempSync(join(tmpdir(), "huishang-upgrade-"));
  const file = join(folder, "huishang.sqlite");
  let database: Database;
  let inOld: (query: string) => Row[];
  const inUpgraded = (query: string) => rowsOf(database, query);
  const count = (rows: Row[]) => Number(Object.values(rows[0]!)[0]);

  beforeAll(() => {
    writeFileSync(file, brotliDecompressSync(readFileSync(join(made, `${version}.sqlite.br`))));
    markSome(file);
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

  it("keeps each resolution with its minutes, and refuses to change or remove it", async () => {
    const columns =
      "id, minutes_id, topic_id, ordinal, text, resident_text, lead_unit_id, due_date, milestones, measure";
    const kept = inUpgraded(`select ${columns}, meeting_id as held from resolution order by id`);
    expect(kept).toEqual(inOld(`select ${columns}, day_id as held from resolution order by id`));
    for (const statement of [
      "update resolution set text = 'x'",
      "update resolution set minutes_id = null",
      "delete from resolution",
      "delete from resolution_assisting_unit",
      "insert into resolution select 'x', null, meeting_id, topic_id, 9, text, '', lead_unit_id, due_date, '[]', '', '', 'none', '', null from resolution limit 1",
    ])
      await expect(runStatement(database, statement), statement).rejects.toThrow(/resolution/);
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

  it("shows residents what it showed them, word for word", async () => {
    const now = "2026-11-30T00:00:00.000Z";
    const decided = inOld(
      `select topic.id, topic.title, day.month, problem.number, problem.original_wording as words from topic
       join consultation_day day on day.id = topic.day_id left join problem on problem.id = topic.problem_id
       where day.id in (select day_id from minutes) and topic.kind in ('topic', 'other')
       and topic.outcome is not null and topic.withdrawn_at is null`,
    );
    const promised = inOld(
      `select topic_id as topic, resident_text as text from resolution order by day_id, ordinal`,
    );
    const months = [...new Set(decided.map(({ month }) => String(month)))];
    const days = await Promise.all(months.map((month) => publicDay(month, now)));
    const shown = days.flatMap((day) => day!.decisions);
    const ofTopic = (id: unknown) => promised.filter(({ topic }) => topic === id).map(({ text }) => text);
    const asShown = (rows: { id: unknown; title: unknown; texts: unknown[] }[]) =>
      rows.sort((one, other) => String(one.id).localeCompare(String(other.id)));
    expect(
      asShown(
        shown.map((one) => ({
          id: one.topicId,
          title: one.title,
          texts: one.promises.map(({ text }) => text),
        })),
      ),
    ).toEqual(asShown(decided.map(({ id, title }) => ({ id, title, texts: ofTopic(id) }))));
    let marked = 0;
    for (const { number, words } of decided) {
      const found = number === null ? null : await publicMatter(String(number), now);
      if (!found || !("matter" in found)) throw new Error(`${number} is not public`);
      expect(found.matter.words).toBe(withoutPassages(String(words), findPersonalData(String(words))));
      if (found.matter.words !== words) marked += 1;
    }
    expect(marked).toBeGreaterThan(3);
    const told = inOld("select text from publication where withdrawn_at is null").map(({ text }) => text);
    const happenings = JSON.stringify(
      await Promise.all(decided.map(({ number }) => publicMatter(String(number), now))),
    );
    for (const text of told) expect(happenings).toContain(JSON.stringify(text));
    expect(count(inUpgraded("select count(*) from public_topic where waits_since is not null"))).toBe(0);
  });

  it("lets the office decide about what the check alone had left out", async () => {
    const [row] = inUpgraded(
      `select topic.id, meeting.slug, problem.number, problem.original_wording as words from left_out
       join topic on topic.problem_id = left_out.subject_id join problem on problem.id = topic.problem_id
       join meeting on meeting.id = topic.meeting_id join public_topic on public_topic.topic_id = topic.id
       where problem.original_wording like '%00000000000%' limit 1`,
    );
    const [post] = inUpgraded("select id, unit_id from post where role = 'office' limit 1");
    const [person] = inUpgraded("select id from person limit 1");
    const office = { role: "office", postId: post!.id, unitId: post!.unit_id, personId: person!.id } as never;
    const [slug, topicId] = [String(row!.slug), String(row!.id)];
    const now = "2026-11-30T00:00:00.000Z";
    setLedgerKey("a key of the tests, long enough to be one");
    const { topics } = mustSucceed(await showPublishing(office, slug, now));
    const topic = topics.find(({ id }) => id === topicId)!;
    const left = topic.texts.flatMap((text) => text.left).find(({ words }) => words === "00000000000")!;
    const back = {
      slug,
      topicId,
      version: topic.version,
      leftOutId: left.id,
      start: left.start,
      reason: "号码为空",
    };
    mustSucceed(await putBack(office, back, now));
    const found = await publicMatter(String(row!.number), now);
    expect(found).toMatchObject({ matter: { words: row!.words } });
  });

  it("finds everything by the same words once its index was made anew", async () => {
    const words = () => inUpgraded("select kind, subject_id, tokens from search_text order by rowid");
    const earlier = words();
    expect(new Set(earlier.map(({ kind }) => kind)).size).toBeGreaterThan(3);
    const handler = reindexHandler(searchables);
    const left = () => count(inUpgraded("select count(*) from search_entry where version = 1"));
    while (left() > 0) await handler.outside({ version: indexVersion }, { now: "2026-11-30T00:00:00.000Z" });
    const anew = words();
    expect(anew.map((row) => row.subject_id)).toEqual(earlier.map((row) => row.subject_id));
    const lost = earlier.flatMap(({ tokens }, at) => {
      const found = new Set(String(anew[at]!.tokens).split(" "));
      return String(tokens)
        .split(" ")
        .filter((word) => !found.has(word));
    });
    expect(lost).toEqual([]);
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
