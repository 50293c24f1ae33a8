import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { setLedgerKey } from "~/ledger/key.server";
import { done, refuse } from "~/ledger/result";
import { verifyChain } from "~/ledger/verifyChain.server";
import { read } from "~db/read";
import { ledgerEntry, ruleSet } from "~db/schema";
import { freshDatabase, runStatement, withDatabase } from "../builders/database";

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
