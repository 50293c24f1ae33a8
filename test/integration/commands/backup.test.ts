import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { auditVerify } from "~server/commands/auditVerify";
import { backup } from "~server/commands/backup";
import { restore } from "~server/commands/restore";
import { ConfigurationError } from "~server/configuration";
import { openData } from "~server/start";

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
