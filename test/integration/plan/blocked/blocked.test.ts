import { beforeAll, describe, expect, it } from "vitest";
import { blockDays } from "~/plan/blocked/blockDays.server";
import { showBlocked } from "~/plan/blocked/showBlocked.server";
import { unblockDays } from "~/plan/blocked/unblockDays.server";
import { showDayPlan } from "~/plan/year/showDayPlan.server";
import { showPlan } from "~/plan/year/showPlan.server";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { adoptedYear } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-11-02T02:00:00.000Z";
const course = { fromDay: "2026-11-16", toDay: "2026-11-20", reason: "外出学习" };

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

describe("days that leaders keep free", () => {
  it("are entered by themselves and by the office, for a leader", async () => {
    const postId = by("leader").postId;
    expect(await blockDays(by("street-east"), { ...course, postId }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    const ofOffice = { ...course, postId: by("office").postId };
    expect(await blockDays(by("leader"), ofOffice, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await blockDays(by("office"), ofOffice, now)).toMatchObject({ refusal: { code: "invalid" } });
    const past = { ...course, postId, fromDay: "2026-10-01", toDay: "2026-10-02" };
    expect(await blockDays(by("leader"), past, now)).toMatchObject({ refusal: { code: "dayPast" } });
    expect(await blockDays(by("leader"), { ...course, postId }, now)).toMatchObject({ ok: true });
  });

  it("warn whoever plans, and tell nobody else", async () => {
    const november = async (account: string) =>
      mustSucceed(await showPlan(by(account), 2026, now)).rows.find(({ month }) => month === "2026-11");
    expect(await november("office")).toMatchObject({ date: "2026-11-20", chairBlocked: true });
    for (const account of ["street-east", "dept-works", "community-east"])
      expect((await november(account))?.chairBlocked).toBe(false);
    const form = mustSucceed(await showDayPlan(by("office"), "2026-11", now));
    expect(form.blocked).toMatchObject([{ postId: by("leader").postId, fromDay: "2026-11-16" }]);
    expect(JSON.stringify(form)).not.toContain("外出学习");
  });

  it("say why to the office and themselves alone, and not in the ledger", async () => {
    for (const account of ["office", "leader"])
      expect(mustSucceed(await showBlocked(by(account), now)).rows).toMatchObject([
        { reason: "外出学习", months: ["2026-11"] },
      ]);
    expect(await showBlocked(by("dept-works"), now)).toMatchObject({ refusal: { code: "notFound" } });
    const booked = await read((db) => db.select().from(ledgerEntry));
    expect(JSON.stringify(booked)).not.toContain("外出学习");
  });

  it("are taken away by whoever may enter them", async () => {
    const { rows } = mustSucceed(await showBlocked(by("leader"), now));
    const id = rows[0]!.id;
    expect(await unblockDays(by("street-east"), { id }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await unblockDays(by("leader"), { id }, now));
    expect(mustSucceed(await showBlocked(by("office"), now)).rows).toEqual([]);
  });
});
