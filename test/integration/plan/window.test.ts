import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/ledger/verifyChain.server";
import { closeWindow } from "~/plan/closeWindow.server";
import { openWindow } from "~/plan/openWindow.server";
import { reopenWindow } from "~/plan/reopenWindow.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import { deviation } from "~db/schema";
import { approved } from "../../builders/approval";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { stepsLeft } from "../../builders/outbox";
import { adoptedRules, adoptedYear, dayOfMonth, plannedMonth } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

const month = "2026-11";
const by = (account: string) => district.actors[account]!;
// The window of November runs from 1 to 20 October.
const early = "2026-09-28T02:00:00.000Z";
const within = "2026-10-02T02:00:00.000Z";
const lastDay = "2026-10-20T02:00:00.000Z";

async function deviationsOf() {
  const { id } = await dayOfMonth(month);
  const rows = await read((db) => db.select().from(deviation).where(eq(deviation.meetingId, id)));
  return rows.map((row) => row.step);
}

describe("the window for topics", () => {
  it("is the office's", async () => {
    for (const account of ["admin", "leader", "street-east", "dept-works", "community-east"])
      expect(await openWindow(by(account), { month }, within)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
    expect(await openWindow(by("office"), { month: "2031-01" }, within)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("does not open before the plan is adopted", async () => {
    const days = [plannedMonth(district, "2027-01")];
    mustSucceed(await createPlan(by("office"), { year: 2027, days }, within));
    expect(await openWindow(by("office"), { month: "2027-01" }, "2026-12-02T02:00:00.000Z")).toMatchObject({
      refusal: { code: "planNotAdopted" },
    });
  });

  it("opens in its time without a word, outside it only with a reason", async () => {
    expect(await openWindow(by("office"), { month }, early)).toMatchObject({
      refusal: { code: "reasonNeeded", field: "reason" },
    });
    expect((await dayOfMonth(month)).stage).toBe("planned");
    expect(await openWindow(by("office"), { month }, within)).toMatchObject({ value: "collecting" });
    expect(await deviationsOf()).toEqual([]);
    expect(await openWindow(by("office"), { month }, within)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });

  it("once open keeps its host and its window", async () => {
    const moved = { ...plannedMonth(district, month), windowClosesOn: "2026-10-25", reason: "延长" };
    expect(await editPlanDay(by("office"), moved, within)).toMatchObject({ refusal: { code: "wrongStage" } });
  });

  it("closes on its last day; sooner only with a reason", async () => {
    expect(await closeWindow(by("office"), { month }, within)).toMatchObject({
      refusal: { code: "reasonNeeded" },
    });
    expect(await closeWindow(by("office"), { month }, lastDay)).toMatchObject({ value: "screening" });
    expect((await stepsLeft("facts.changed")).at(-1)).toEqual({ kind: "stage", slug: month });
    expect(await deviationsOf()).toEqual([]);
  });

  it("opens again for late topics only with a reason, which stays with the day", async () => {
    const later = "2026-10-22T02:00:00.000Z";
    expect(await reopenWindow(by("office"), { month }, later)).toMatchObject({
      refusal: { code: "reasonNeeded" },
    });
    const reason = "东街道暴雨积水，问题清单迟交";
    const reopen = (approver?: string) => reopenWindow(by("office"), { month, reason, approver }, later);
    expect(await approved(by("leader"), later, reopen)).toMatchObject({ value: "collecting" });
    expect(await deviationsOf()).toEqual(["windowReopened"]);
    expect(await dayOfMonth(month)).toMatchObject({ windowClosesOn: "2026-10-22" });
    expect(await closeWindow(by("office"), { month }, later)).toMatchObject({ value: "screening" });
  });

  it("fixes the rules its day is held by", async () => {
    await adoptedRules(district, { agenda: { limit: 5 } }, lastDay);
    mustSucceed(await openWindow(by("office"), { month: "2026-12" }, "2026-11-03T02:00:00.000Z"));
    const limit = async (of: string) =>
      (await read(async (db) => rulesOfMeeting(db, (await dayOfMonth(of)).id))).agenda.limit;
    expect([await limit("2026-11"), await limit("2026-12")]).toEqual([8, 5]);
  });

  it("leaves a whole ledger", async () => {
    expect((await verifyChain()).faults).toEqual([]);
  });
});
