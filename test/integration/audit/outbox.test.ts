import { asc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listLedger } from "~/audit/listLedger.server";
import { countGivenUp, showOutbox } from "~/audit/showOutbox.server";
import { dropStep, retryStep } from "~/audit/tendStep.server";
import { read } from "~db/read";
import { outbox } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const who = (account: string) => district.actors[account]!;
const now = "2026-11-10T02:00:00.000Z";
const office = () => who("office");

beforeAll(async () => {
  district = await smallDistrict();
});

const failed = { kind: "record.align", payload: "{}", createdAt: now, lastError: "recordFrozen" };
beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(outbox);
    await tx.insert(outbox).values([
      { ...failed, subject: "2026-11", attempts: 11, deadAt: now },
      { ...failed, subject: `unit:${district.units.works}`, attempts: 2, dueAt: "2026-11-10T02:00:05.000Z" },
      // Being tried for the first time, and not tried yet.
      {
        ...failed,
        subject: "2026-10",
        attempts: 1,
        lastError: null,
        leasedUntil: "2026-11-10T02:00:30.000Z",
      },
      { ...failed, subject: "2026-09", lastError: null },
    ]);
  });
});
const rows = () => read((db) => db.select().from(outbox).orderBy(asc(outbox.sequence)));

describe("work in the background that has failed", () => {
  it("is shown to the office and the administrator, with why and what comes next, and to nobody else", async () => {
    const steps = mustSucceed(await showOutbox(office()));
    expect(steps).toMatchObject([
      { subject: "2026-11", attempts: 11, error: "recordFrozen", nextAt: null, name: null },
      { attempts: 2, nextAt: "2026-11-10T02:00:05.000Z", name: { zh: "works单位" } },
    ]);
    expect(mustSucceed(await showOutbox(who("admin")))).toEqual(steps);
    expect(await countGivenUp(office())).toBe(1);
    for (const account of ["leader", "street-east", "dept-works"]) {
      expect(await showOutbox(who(account))).toMatchObject({ refusal: { code: "notFound" } });
      expect(await countGivenUp(who(account))).toBeNull();
    }
  });

  it("is tried again as if for the first time, which the ledger keeps", async () => {
    const [dead] = await rows();
    mustSucceed(await retryStep(office(), { sequence: dead!.sequence }, now));
    expect((await rows())[0]).toMatchObject({ attempts: 0, deadAt: null, dueAt: null });
    const page = mustSucceed(await listLedger(office(), { kind: "step" }));
    expect(page.lines[0]).toMatchObject({ verb: "outbox.retry", who: { name: office().name } });
  });

  it("is dropped, which the ledger keeps", async () => {
    const [dead] = await rows();
    mustSucceed(await dropStep(who("admin"), { sequence: dead!.sequence }, now));
    expect(await read((db) => db.select().from(outbox).where(eq(outbox.sequence, dead!.sequence)))).toEqual(
      [],
    );
    const page = mustSucceed(await listLedger(office(), { verb: "outbox.drop" }));
    expect(page.lines).toHaveLength(1);
  });

  it("is left to the worker until that has given it up", async () => {
    const [, waiting] = await rows();
    const notFound = { refusal: { code: "notFound" } };
    for (const tend of [retryStep, dropStep])
      expect(await tend(office(), { sequence: waiting!.sequence }, now)).toMatchObject(notFound);
    const [dead] = await rows();
    expect(await dropStep(who("dept-works"), { sequence: dead!.sequence }, now)).toMatchObject(notFound);
    expect(await rows()).toHaveLength(4);
  });
});
