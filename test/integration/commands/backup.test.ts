import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { setDatabase } from "~db/current";
import { databaseFile, filesOf } from "~db/dataFolder";
import { FileStore } from "~db/fileStore";
import { file, holding, post } from "~db/schema";
import { auditVerify } from "~server/commands/auditVerify";
import { backup } from "~server/commands/backup";
import { restore } from "~server/commands/restore";
import { ConfigurationError } from "~server/configuration";
import { openData } from "~server/start";
import { smallDistrict } from "../../builders/district";

const ledgerKey = "a key for tests that is long enough";
const now = "2026-11-22T04:00:00.000Z";

let folder: string;
let printed: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "huishang-backup-"));
  printed = [];
  const keep = (text: unknown) => printed.push(String(text)) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  vi.stubEnv("HUISHANG_LEDGER_KEY", ledgerKey);
  const database = openData({ dataFolder: join(folder, "data"), ledgerKey });
  for (const id of ["one", "two", "three"])
    await change(null, now, async (_tx, book) => {
      await book({ verb: "plan.adopt", subject: { kind: "plan", id } });
      return done(id);
    });
  database.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  setDatabase(undefined);
  rmSync(folder, { recursive: true });
});

const place = (name: string) => join(folder, name);

const commands = { backup, restore, "audit:verify": auditVerify };

async function run(data: string, command: keyof typeof commands, ...args: string[]) {
  vi.stubEnv("HUISHANG_DATA", place(data));
  printed.length = 0;
  const code = await commands[command](args).catch((error: unknown) => {
    if (!(error instanceof ConfigurationError)) throw error;
    printed.push(error.message);
    return 2;
  });
  return { code, said: printed.join("") };
}

/** Does something to a file as nobody should. */
function spoil(file: string, statements: string): void {
  const connection = new Sqlite(file);
  connection.pragma("foreign_keys = OFF");
  const triggers = connection.prepare("select name from sqlite_master where type = 'trigger'").pluck().all();
  for (const name of triggers) connection.exec(`drop trigger ${name}`);
  connection.exec(statements);
  connection.close();
}

it("copies, verifies, and can be put into an empty folder", async () => {
  const copy = place("copy.sqlite");
  const made = await run("data", "backup", "--to", copy);
  expect(made.code).toBe(0);
  expect(JSON.parse(made.said)).toEqual({
    ...{ file: copy, integrity: "ok", lostReferences: 0, ledgerRows: 3, faults: [] },
    ...{ files: 0, fileFaults: [] },
  });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect((await run("restored", "restore", "--from", copy)).code).toBe(0);
  expect(readdirSync(place("restored"))).toEqual(["huishang.sqlite"]);
  const verified = await run("restored", "audit:verify");
  expect([verified.code, JSON.parse(verified.said)]).toMatchObject([0, { rows: 3, faults: [] }]);
});

it("is no backup where the chain or a reference is broken", async () => {
  spoil(databaseFile(place("data")), "delete from ledger_entry where sequence = 3");
  const cut = await run("data", "backup", "--to", place("cut.sqlite"));
  expect([cut.code, JSON.parse(cut.said).faults]).toEqual([1, [{ sequence: 3, fault: "cutOff" }]]);
  spoil(
    databaseFile(place("data")),
    "insert into sign_in (id, token_hash, person_id, post_id, created_at, expires_at) values ('x','x','nobody','none','x','x')",
  );
  const lost = await run("data", "backup", "--to", place("lost.sqlite"));
  expect([lost.code, JSON.parse(lost.said).lostReferences > 0]).toEqual([1, true]);
});

it("is put back only where nothing is lost by it, and only whole", async () => {
  const copy = place("copy.sqlite");
  await run("data", "backup", "--to", copy);
  const over = await run("data", "restore", "--from", copy);
  expect([over.code, over.said]).toEqual([2, expect.stringContaining("there is a database")]);
  expect(await run("new", "restore", "--from", place("none"))).toMatchObject({ code: 2 });
  writeFileSync(place("letter.txt"), "x".repeat(9_000));
  const letter = await run("new", "restore", "--from", place("letter.txt"));
  expect([letter.code, letter.said]).toEqual([2, expect.stringContaining("is no backup")]);
  vi.stubEnv("HUISHANG_LEDGER_KEY", "another key, by which nothing was signed");
  expect((await run("new", "restore", "--from", copy)).code).toBe(1);
  expect(existsSync(databaseFile(place("new")))).toBe(false);
  expect(readdirSync(place("new"))).toEqual([]);
});

describe("attached files", () => {
  const bytes = ["照片", "方案"].map((words) => Buffer.from(words));
  const names = bytes.map((one) => createHash("sha256").update(one).digest("hex"));
  const pathOf = (data: string, at: number) =>
    new FileStore(data.endsWith(".files") ? place(data) : filesOf(databaseFile(place(data)))).path(
      names[at]!,
    );

  beforeEach(async () => {
    const database = openData({ dataFolder: place("data"), ledgerKey });
    await smallDistrict();
    const [by] = await database.read.select().from(post);
    const [person] = await database.read.select().from(holding);
    for (const [at, sha256] of names.entries()) {
      await database.files.put(sha256, bytes[at]!);
      const of = { kind: "problem", subjectId: "one", position: `a${at}`, name: "a.pdf", type: "pdf" };
      await database.transact(async (tx) => {
        await tx.insert(file).values({
          ...{ id: `file ${at}`, ...of, sha256, bytes: 6, addedAt: now },
          ...{ addedByPostId: by!.id, addedByPersonId: person!.personId },
        });
      });
    }
    database.close();
  });

  it("go into the backup and come back, and what an earlier one has takes no room again", async () => {
    const [first, second] = [place("first.sqlite"), place("second.sqlite")];
    expect(await run("data", "backup", "--to", first)).toMatchObject({ code: 0 });
    const made = await run("data", "backup", "--to", second);
    expect([made.code, JSON.parse(made.said)]).toMatchObject([0, { files: 2, fileFaults: [] }]);
    expect(statSync(pathOf("second.sqlite.files", 0)).ino).toBe(
      statSync(pathOf("first.sqlite.files", 0)).ino,
    );
    rmSync(`${first}.files`, { recursive: true });
    expect(await run("restored", "restore", "--from", second)).toMatchObject({ code: 0 });
    expect(readFileSync(pathOf("restored", 1))).toEqual(bytes[1]);
    const verified = await run("restored", "audit:verify");
    expect([verified.code, JSON.parse(verified.said)]).toMatchObject([0, { files: 2, fileFaults: [] }]);
  });

  it("are named where they are lost or changed, and keep no backup of the rest from being made", async () => {
    rmSync(pathOf("data", 0));
    writeFileSync(pathOf("data", 1), "别的");
    const faults = [
      { fileId: "file 0", sha256: names[0], fault: "missing" },
      { fileId: "file 1", sha256: names[1], fault: "changed" },
    ];
    const verified = await run("data", "audit:verify");
    expect([verified.code, JSON.parse(verified.said).fileFaults]).toEqual([1, faults]);
    const copy = place("copy.sqlite");
    const made = await run("data", "backup", "--to", copy);
    expect([made.code, JSON.parse(made.said).fileFaults.length]).toEqual([3, 2]);
    expect((await run("new", "restore", "--from", copy)).code).toBe(1);
    expect(readdirSync(place("new"))).toEqual([]);
    expect((await run("new", "restore", "--from", copy, "--without-lost-files")).code).toBe(0);
  });

  it("are made good in a backup of the same name that was spoilt", async () => {
    const copy = place("copy.sqlite");
    await run("data", "backup", "--to", copy);
    writeFileSync(pathOf("copy.sqlite.files", 0), "别的");
    expect((await run("data", "backup", "--to", copy)).code).toBe(0);
    expect(readFileSync(pathOf("copy.sqlite.files", 0))).toEqual(bytes[0]);
  });
});
