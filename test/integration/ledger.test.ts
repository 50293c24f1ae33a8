import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { signHead } from "~/ledger/head.server";
import { setLedgerKey } from "~/ledger/key.server";
import { done, refuse } from "~/ledger/result";
import { verifyChain } from "~/ledger/verifyChain.server";
import { currentDatabase, setDatabase } from "~db/current";
import { read } from "~db/read";
import { ledgerEntry, ruleSet } from "~db/schema";
import { freshDatabase, openFile, rowsOf, runStatement, withDatabase } from "../builders/database";

withDatabase();
beforeAll(() => setLedgerKey("a key for tests that is long enough"));

const now = "2026-11-22T04:00:00.000Z";
const row = (id: string, version: number) => ({
  id,
  version,
  title: "t",
  documentNumber: "d",
  rules: "{}",
  adoptedAt: now,
});

/** Runs on a copy of the database. */
async function onCopy(work: () => Promise<void>): Promise<void> {
  const whole = currentDatabase();
  const folder = mkdtempSync(join(tmpdir(), "huishang-ledger-"));
  const file = join(folder, "copy.sqlite");
  await whole.backup(file);
  const copy = openFile(file);
  setDatabase(copy);
  await work().finally(() => {
    setDatabase(whole);
    copy.close();
    rmSync(folder, { recursive: true });
  });
}

/** Does what a trigger forbids, as somebody would who has got at the file. */
async function unguarded(statement: string): Promise<void> {
  const triggers = rowsOf(currentDatabase(), "select name, sql from sqlite_master where type = 'trigger'");
  for (const { name } of triggers) await runStatement(currentDatabase(), `drop trigger ${name}`);
  await runStatement(currentDatabase(), statement);
  for (const { sql } of triggers) await runStatement(currentDatabase(), String(sql));
}

function adopt(id: string, version: number) {
  return change(null, now, async (tx, book) => {
    await tx.insert(ruleSet).values(row(id, version));
    await book({ verb: "plan.adopt", subject: { kind: "ruleSet", id }, after: { version } });
    return done(id);
  });
}

describe("change", () => {
  it("books the event in the transaction that it describes", async () => {
    await adopt("one", 1);
    const [entry] = await read((db) => db.select().from(ledgerEntry).where(eq(ledgerEntry.subjectId, "one")));
    expect(entry).toMatchObject({ verb: "plan.adopt", at: now, after: '{"version":1}' });
  });

  it("undoes everything when the use case refuses or breaks, also what was booked", async () => {
    const before = (await verifyChain()).rows;
    await change(null, now, async (tx, book) => {
      await tx.insert(ruleSet).values(row("two", 2));
      await book({ verb: "plan.adopt", subject: { kind: "ruleSet", id: "two" } });
      return refuse("notAllowed");
    });
    await expect(
      change(null, now, async (tx) => {
        await tx.insert(ruleSet).values(row("three", 3));
        return done(null);
      }),
    ).rejects.toThrow("booked");
    expect(await read((db) => db.select().from(ruleSet))).toHaveLength(1);
    expect((await verifyChain()).rows).toBe(before);
  });

  it("shows a ledger that was cut off at its end, also after more was booked", async () => {
    await onCopy(async () => {
      for (const version of [80, 81, 82]) await adopt(`cut-${version}`, version);
      const { rows } = await verifyChain();
      await unguarded(`delete from ledger_entry where sequence > ${rows - 2}`);
      expect((await verifyChain()).faults).toEqual([{ sequence: rows - 1, fault: "cutOff" }]);
      await adopt("later", 90);
      expect((await verifyChain()).faults).toEqual([
        { sequence: rows - 1, fault: "missing" },
        { sequence: rows, fault: "missing" },
      ]);
    });
  });

  it("shows a ledger that was emptied, or whose head was changed or taken away", async () => {
    await onCopy(async () => {
      const { rows, head } = await verifyChain();
      await unguarded(`update ledger_head set sequence = ${rows + 1}`);
      expect((await verifyChain()).faults.map(({ fault }) => fault)).toEqual(["cutOff", "headForged"]);
      await unguarded(`update ledger_head set sequence = ${rows}`);
      expect(await verifyChain()).toMatchObject({ head, faults: [] });
      await unguarded("delete from ledger_entry");
      expect((await verifyChain()).faults).toEqual([{ sequence: 1, fault: "cutOff" }]);
      await unguarded("delete from ledger_head");
      expect((await verifyChain()).faults).toEqual([{ sequence: 0, fault: "headMissing" }]);
      await expect(adopt("never", 91)).rejects.toThrow("head of the ledger");
    });
  });

  it("is held against heads that were written down elsewhere", async () => {
    const { rows, head } = await verifyChain();
    expect((await verifyChain([{ sequence: rows, hash: head! }])).faults).toEqual([]);
    const [early, late] = [
      { sequence: 1, hash: "another" },
      { sequence: rows + 5, hash: "x" },
    ];
    expect((await verifyChain([early, late])).faults).toEqual([
      { sequence: rows + 1, fault: "cutOff" },
      { sequence: 1, fault: "headForged" },
    ]);
  });

  it("signs a head from before heads were kept, and keeps it from falling back", async () => {
    await onCopy(async () => {
      await unguarded("update ledger_head set signature = ''");
      expect((await verifyChain()).faults.map(({ fault }) => fault)).toEqual(["headForged"]);
      await signHead();
      expect((await verifyChain()).faults).toEqual([]);
    });
    await expect(runStatement(currentDatabase(), "update ledger_head set sequence = 0")).rejects.toThrow(
      "only rises",
    );
    await expect(runStatement(currentDatabase(), "delete from ledger_head")).rejects.toThrow("is kept");
  });

  it("keeps writers in order", async () => {
    await Promise.all([10, 11, 12, 13].map((version) => adopt(`many-${version}`, version)));
    expect((await verifyChain()).faults).toEqual([]);
  });

  it("is append-only for the database itself", async () => {
    const { database, remove } = freshDatabase();
    const run = (statement: string) => runStatement(database, statement);
    await run("delete from ledger_entry");
    await run(
      "insert into ledger_entry (sequence, at, verb, subject_kind, subject_id, previous_hash, hash) values (1,'','','','','','')",
    );
    await expect(run("update ledger_entry set at = 'x'")).rejects.toThrow("append-only");
    await expect(run("delete from ledger_entry")).rejects.toThrow("append-only");
    remove();
  });
});
