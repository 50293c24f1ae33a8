import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { keepBackups, LostFiles } from "~server/jobs/backups";

let folder: string;
let at: number;
let errors: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "huishang-backups-"));
  at = Date.parse("2026-11-30T02:00:00.000Z");
  errors = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const hour = 3_600_000;
const log = { warn() {}, error: (_details: object, message: string) => void errors.push(message) };

async function make(file: string) {
  writeFileSync(file, "copy");
  utimesSync(file, at / 1000, at / 1000);
}
const keeping = (how: (file: string) => Promise<void>) =>
  keepBackups({ folder, hours: 24, keep: 2, make: how, now: () => new Date(at), log });

it("makes one at each interval, also after a new start, and keeps the newest", async () => {
  expect(keeping(make).figures()).toEqual({ age: null, failed: 0 });
  await keeping(make).look();
  at += 5 * hour;
  const backups = keeping(make);
  await backups.look();
  expect(readdirSync(folder)).toEqual(["huishang-2026-11-30T020000Z.sqlite"]);
  expect(backups.figures()).toEqual({ age: 5 * 3_600, failed: 0 });
  for (let day = 0; day < 3; day++) {
    at += 24 * hour;
    await backups.look();
  }
  expect(readdirSync(folder)).toEqual([
    "huishang-2026-12-02T070000Z.sqlite",
    "huishang-2026-12-03T070000Z.sqlite",
  ]);
});

it("says so when one fails, leaves what was good, and tries again after a rest", async () => {
  await keeping(make).look();
  at += 24 * hour;
  let tries = 0;
  const backups = keeping(async (file) => {
    tries += 1;
    writeFileSync(file, "half");
    throw new Error("no space");
  });
  await backups.look();
  await backups.look();
  expect([tries, errors]).toEqual([1, ["the backup has failed"]]);
  expect(readdirSync(folder)).toEqual(["huishang-2026-11-30T020000Z.sqlite"]);
  expect(backups.figures()).toEqual({ age: 24 * 3_600, failed: 1 });
  at += hour;
  await backups.look();
  expect(tries).toBe(2);
});

it("keeps one that lacks files which were lost before, and all before it", async () => {
  for (let day = 0; day < 2; day++) {
    await keeping(make).look();
    at += 24 * hour;
  }
  const backups = keeping(async (file) => {
    await make(file);
    throw new LostFiles("one is missing");
  });
  await backups.look();
  expect([readdirSync(folder).length, errors, backups.figures()]).toEqual([
    3,
    ["the backup has failed"],
    { age: 0, failed: 1 },
  ]);
});
