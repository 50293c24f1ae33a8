import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Stage } from "~/meeting/kind/stage";
import { publicDay } from "~/outcome/publicDay.server";
import { publicHome } from "~/outcome/publicHome.server";
import { publicMatter } from "~/outcome/publicMatter.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { myWorkCount } from "~/work/myWork.server";
import { setDatabase } from "~db/current";
import { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";
import { dayAt, dispatchedTasks } from "../../builders/task";

const now = "2026-11-22T02:00:00.000Z";
let folder: string;
let database: SqliteDatabase;
let district: SmallDistrict;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huishang-work-"));
  database = new SqliteDatabase(join(folder, "huishang.sqlite"), "db");
  setDatabase(database);
  district = await smallDistrict();
});
afterAll(() => {
  setDatabase(undefined);
  database.close();
  rmSync(folder, { recursive: true });
});

// These do not grow with the work that is done: units and posts, versions of the rules and drafts of them, months of the
// plan, days that were declared.
const small = ["unit", "post", "rule_set", "rule_proposal", "year_plan", "consultation_day", "calendar_day"];

// An index that holds only what is open: going through it is reading what is asked for.
const ofOpenOnly = /USING (COVERING )?INDEX (amendment_open|public_topic_waiting)$/;

/** Every step in which a statement goes through a whole table or index, of one that grows. */
function fullScans(statement: string): string[] {
  const parameters = Array.from(statement.matchAll(/\?/g), () => null);
  const plan = database.reader.prepare(`explain query plan ${statement}`);
  const steps = plan.all(...parameters) as { detail: string }[];
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN /.test(detail) && !ofOpenOnly.test(detail))
    .filter((detail) => !small.includes(detail.split(" ")[1]!));
}

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(database.reader, "prepare");
  try {
    await work();
    return prepare.mock.calls.map(([statement]) => statement);
  } finally {
    prepare.mockRestore();
  }
}

async function solvedTask(month: string): Promise<void> {
  const day = await dayAt(district, month, "issued");
  const wish = { street: "east", lead: "works", due: "2026-12-10" };
  const [number] = await dispatchedTasks(district, day, [wish], `${month}-20T02:00:00.000Z`);
  const { "dept-works": works, "street-east": east } = district.actors;
  mustSucceed(await acknowledgeTask(works!, { number: number! }, now));
  mustSucceed(await claimHandled(works!, { number: number!, text: "好了", evidence: "照片" }, now));
  mustSucceed(await verifySolved(east!, { number: number!, text: "属实" }, now));
}

it("no page goes through a table that grows to say how much work waits", async () => {
  await solvedTask("2026-01");
  const stages: Stage[] = ["planned", "collecting", "screening", "agenda", "inSession", "minutes", "issued"];
  for (const [at, stage] of stages.entries()) await dayAt(district, `2026-0${at + 2}`, stage);
  for (const [account, actor] of Object.entries(district.actors)) {
    const statements = await statementsOf(() => myWorkCount(actor, now));
    expect(statements.length, account).toBeGreaterThan(1);
    expect(statements.flatMap(fullScans), account).toEqual([]);
  }
});

it("no page of residents goes through all topics, or all that is left out of them", async () => {
  for (const month of ["2026-09", "2026-10"]) {
    const wish = { street: "east", lead: "works", due: "2026-12-10" };
    await dispatchedTasks(
      district,
      await dayAt(district, month, "issued"),
      [wish],
      `${month}-20T02:00:00.000Z`,
    );
  }
  // A search reads every decided topic by its nature.
  const reads = {
    home: () => publicHome(now),
    day: () => publicDay("2026-01", now),
    matter: () => publicMatter("EST-2026-0001", now),
  };
  const kept = /^SCAN (topic|public_topic|left_out|problem|resolution)\b/;
  for (const [name, work] of Object.entries(reads)) {
    const scans = (await statementsOf(work)).flatMap(fullScans);
    expect(
      scans.filter((step) => kept.test(step)),
      name,
    ).toEqual([]);
  }
});

it("a look through the whole table is noticed", () => {
  expect(fullScans("select id from task where blocked <> ''")).toEqual(["SCAN task"]);
  expect(fullScans("select id from task where lead_unit_id = 'x' and state = 'rework'")).toEqual([]);
});
