import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { type ImportInput, importList, previewImport } from "~/problem/import/importList.server";
import { beginImport, importHandler, writeSlice } from "~/problem/import/importRun.server";
import { importUploaded } from "~/problem/import/importUploaded.server";
import { showImport } from "~/problem/import/showImport.server";
import { undoImport } from "~/problem/import/undoImport.server";
import { uploadImport } from "~/problem/import/uploadImport.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { showList } from "~/problem/list/showList.server";
import { read } from "~db/read";
import { importedFile } from "~db/schema";
import { type Jobs, startJobs } from "~server/jobs/jobs";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";
const street = () => district.actors["street-east"]!;
const west = () => district.actors["street-west"]!;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
});

const csv = (name: string, count: number) =>
  Buffer.from(
    `名称,群众原话\n${Array.from({ length: count }, (_, at) => `${name}第${at}件,第${at}句话`).join("\n")}`,
  );
const input = (name: string, count: number, slug = "east"): ImportInput => ({
  month,
  street: slug,
  file: { name: `${name}.csv`, bytes: csv(name, count) },
});
const shown = async (slug = "east") => {
  const actor = slug === "east" ? street() : west();
  return (await showList(actor, { month, street: slug }))!.count;
};
const page = (search: Record<string, string>, now = someInstant) =>
  showImport(
    street(),
    { month, street: "east" },
    { step: "columns", show: "all", ...search },
    new URLSearchParams(),
    now,
  );

describe("an import that is written in slices", () => {
  it("lets others write in between, and shows nothing of it until all is there", async () => {
    const counts: number[] = [];
    let running = true;
    const importing = importList(street(), input("积水", 600), someInstant).finally(() => {
      running = false;
    });
    let others = 0;
    while (running) {
      const added = {
        month,
        title: `路灯 ${others}`,
        originalWording: "黑。",
        problemClass: "other" as const,
      };
      mustSucceed(await addProblem(west(), added, someInstant));
      others += 1;
      counts.push(await shown());
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(mustSucceed(await importing)).toMatchObject({ accepted: 600 });
    expect(others).toBeGreaterThan(5);
    expect(new Set(counts.slice(0, -1))).toEqual(new Set([0]));
    expect(await shown()).toBe(600);
  });

  it("makes a list that is shown page by page", async () => {
    const at = (more: { page?: number; edit?: string }) =>
      showList(street(), { month, street: "east", ...more });
    const first = (await at({}))!;
    expect(first).toMatchObject({ count: 600, page: { at: 1, of: 3 }, beside: { before: [] } });
    expect(first.rows).toHaveLength(200);
    expect(first.lacking).toMatchObject([
      { requirement: "concernedUnits", count: 600, first: "EST-2026-0001" },
      { requirement: "coordination", count: 600 },
      { requirement: "question", count: 600 },
    ]);
    const second = (await at({ page: 2 }))!;
    expect(second.rows[0]!.number).toBe("EST-2026-0201");
    expect(second.beside.before).toEqual(first.rows.slice(-2).map((row) => row.listingId));
    expect(first.beside.behind).toEqual([second.rows[0]!.listingId]);
    expect(await at({ edit: "EST-2026-0450" })).toMatchObject({ page: { at: 3 } });
    expect(await at({ page: 99 })).toMatchObject({ page: { at: 3 } });
  });

  it("is undone in one step while nobody has touched what it brought, and can be done again", async () => {
    const [file] = await read((db) => db.select().from(importedFile));
    const undo = (fileId = file!.id) => undoImport(street(), { month, street: "east", fileId }, someInstant);
    expect(await page({ done: file!.id })).toMatchObject({ value: { step: "done", canUndo: true } });
    expect(await undoImport(west(), { month, street: "west", fileId: file!.id }, someInstant)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(mustSucceed(await undo())).toBeNull();
    expect(await shown()).toBe(0);
    expect((await browseProblems(street(), { street: "east" })).rows).toEqual([]);
    expect(await page({ done: file!.id })).toMatchObject({ value: { step: "gone", undone: true } });
    expect(await undo()).toMatchObject({ refusal: { code: "notFound" } });
    const again = mustSucceed(await importList(street(), input("积水", 600), someInstant));
    expect(again).toMatchObject({ accepted: 600, rejected: [] });
    // A number that was given once is not given again.
    expect(again.numbers![0]).toBe("EST-2026-0601");
    const [row] = (await showList(street(), { month, street: "east" }))!.rows;
    const change = { number: row!.number, version: row!.version, title: "改过的名称" };
    mustSucceed(await editProblem(street(), change, someInstant));
    expect(await undo(again.fileId!)).toMatchObject({ refusal: { code: "importTouched" } });
  });

  it("lets no second one begin beside it", async () => {
    const first = importList(west(), input("积水", 2_000, "west"), someInstant);
    const running = () =>
      read((db) => db.select().from(importedFile).where(eq(importedFile.state, "running")));
    await expect.poll(running, { interval: 1 }).toHaveLength(1);
    expect(await importList(west(), input("坑洼", 3, "west"), someInstant)).toMatchObject({
      refusal: { code: "importRunning" },
    });
    const before = await shown("west");
    expect(mustSucceed(await first)).toMatchObject({ accepted: 2_000 });
    expect(await shown("west")).toBe(before + 2_000);
    expect(mustSucceed(await importList(west(), input("坑洼", 3, "west"), someInstant))).toMatchObject({
      accepted: 3,
    });
  });
});

describe("an import that a server writes", () => {
  let jobs: Jobs;
  beforeAll(() => {
    const log = { warn: fail, error: fail };
    jobs = startJobs({
      handlers: [importHandler],
      daily: [],
      timed: [],
      now: () => new Date(someInstant),
      log,
    });
  });
  afterAll(() => jobs.stop());
  function fail(details: object, message: string): never {
    throw new Error(`${message}: ${JSON.stringify(details)}`);
  }

  const bring = async (name: string, count: number) => {
    const place = { month, street: "east" };
    const file = { name: `${name}.csv`, bytes: csv(name, count) };
    mustSucceed(await uploadImport(street(), { ...place, file }, someInstant));
    return mustSucceed(await importUploaded(street(), { ...place, choices: {} }, someInstant));
  };

  it("goes on when whoever began it has left, and tells how far it has come", async () => {
    const before = await shown();
    const { fileId } = await bring("垃圾", 120);
    await jobs.catchUp();
    expect(await page({ done: fileId })).toMatchObject({ value: { step: "done", accepted: 120 } });
    expect(await shown()).toBe(before + 120);
    expect(await page({})).toMatchObject({ value: { step: "file", earlier: [{ state: "done" }, {}, {}] } });
  });

  it("leaves nothing when the process dies in the middle, and the file is imported by pressing once more", async () => {
    const listed = await shown();
    const place = { month, street: "east" };
    const file = { name: "断电.csv", bytes: csv("断电", 120) };
    mustSucceed(await uploadImport(street(), { ...place, file }, someInstant));
    const planned = mustSucceed(await previewImport(street(), { ...place, file }, someInstant));
    const begun = { ...planned, month, file: { name: file.name, sha256: "" } };
    const run = mustSucceed(await beginImport(street(), begun, someInstant));
    expect(await writeSlice(run, someInstant)).toEqual({ ok: true, value: "more" });
    const done = run.fileId;
    expect(await page({ done })).toMatchObject({ value: { step: "running", rowsRead: 120 } });
    // The next process finds the step and does not know what the first was about to write.
    await importHandler.outside({ fileId: done }, { now: someInstant });
    expect(await page({ done })).toMatchObject({ value: { step: "gone", undone: false } });
    expect(await shown()).toBe(listed);
    expect(await page({})).toMatchObject({ value: { step: "columns" } });
    const again = mustSucceed(await importUploaded(street(), { ...place, choices: {} }, someInstant));
    await jobs.catchUp();
    expect(await page({ done: again.fileId })).toMatchObject({ value: { step: "done", accepted: 120 } });
    expect(await shown()).toBe(listed + 120);
  });
});
