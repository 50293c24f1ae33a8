import { beforeAll, describe, expect, it } from "vitest";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { monthsOf } from "~/plan/year/proposal";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { read } from "~db/read";
import { deviation, yearPlan } from "~db/schema";
import { approved } from "../../../builders/approval";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { dayOfMonth, plannedMonth } from "../../../builders/plan";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const now = "2026-01-05T02:00:00.000Z";
const by = (account: string) => district.actors[account]!;
const year = () => monthsOf(2026).map((month) => plannedMonth(district, month));
const deviations = () => read((db) => db.select().from(deviation));

describe("a year's plan", () => {
  it("needs rules first", async () => {
    expect(await createPlan(by("office"), { year: 2026, days: year() }, now)).toMatchObject({
      refusal: { code: "noRules" },
    });
    const first = await installRuleSet({ title: "r", documentNumber: "d", rules: {} }, now);
    expect(first).toMatchObject({ value: { version: 1 } });
  });

  it("is drafted by the office alone, once, for streets with leaders in the chair", async () => {
    for (const account of ["admin", "leader", "street-east", "dept-works", "community-east"])
      expect(await createPlan(by(account), { year: 2026, days: year() }, now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
    const department = year().map((day) => ({ ...day, hostStreetId: district.units.works! }));
    expect(await createPlan(by("office"), { year: 2026, days: department }, now)).toMatchObject({
      refusal: { code: "invalid" },
    });
    const chairless = year().map((day) => ({ ...day, chairPostId: by("street-east").postId }));
    expect(await createPlan(by("office"), { year: 2026, days: chairless }, now)).toMatchObject({
      refusal: { code: "invalid" },
    });
  });

  it("wants a reason where a street hosts again before all have hosted, and keeps it", async () => {
    const days = year();
    days[1] = { ...days[1]!, hostStreetId: district.units.east! };
    expect(await createPlan(by("office"), { year: 2026, days }, now)).toMatchObject({
      refusal: { code: "hostOutOfTurn", field: "days[1].swapReason" },
    });
    days[1] = { ...days[1]!, swapReason: "西街道当月承办全市现场会" };
    // East has hosted January and February: March is not its turn either.
    expect(await createPlan(by("office"), { year: 2026, days }, now)).toMatchObject({
      refusal: { code: "hostOutOfTurn", field: "days[2].swapReason" },
    });
    // West completes the round in March, and everything after it is in turn again.
    days[2] = { ...days[2]!, hostStreetId: district.units.west!, swapReason: "并非调换" };
    expect(await createPlan(by("office"), { year: 2026, days }, now)).toMatchObject({ ok: true });
    expect(await dayOfMonth("2026-03")).toMatchObject({ swapReason: null });
    // It is approved with the plan.
    expect(await deviations()).toEqual([]);
    expect(await createPlan(by("office"), { year: 2026, days }, now)).toMatchObject({
      refusal: { code: "planExists" },
    });
  });

  it("can be changed freely while it is a draft", async () => {
    const edited = { ...plannedMonth(district, "2026-11"), date: "2026-11-21" };
    expect(await editPlanDay(by("street-east"), edited, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await editPlanDay(by("office"), edited, now)).toMatchObject({ ok: true });
    expect(await dayOfMonth("2026-11")).toMatchObject({ date: "2026-11-21", version: 2 });
    expect(await editPlanDay(by("office"), { ...edited, version: 1 }, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
  });

  it("is adopted under a document number; a day off needs a reason that stays with the day", async () => {
    const input = { year: 2026, documentNumber: "云会商〔2026〕1号" };
    expect(await adoptPlan(by("leader"), input, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await adoptPlan(by("office"), { ...input, year: 2030 }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    // 2026-11-21 is a Saturday.
    expect(await adoptPlan(by("office"), input, now)).toMatchObject({
      refusal: { code: "dayOff", field: "reason", values: { days: "2026-11-21" } },
    });
    const adopt = (approver?: string) =>
      adoptPlan(by("office"), { ...input, reason: "居民周末在家", approver }, now);
    expect(await approved(by("leader"), now, adopt)).toMatchObject({ ok: true });
    const approvedByPostId = by("leader").postId;
    expect(await deviations()).toMatchObject([
      { step: "hostOutOfTurn", reason: "西街道当月承办全市现场会", approvedByPostId },
      { step: "workingDay", reason: "居民周末在家", approvedByPostId },
    ]);
    expect(await read((db) => db.select().from(yearPlan))).toMatchObject([
      { state: "adopted", documentNumber: "云会商〔2026〕1号" },
    ]);
    expect(await adoptPlan(by("office"), input, now)).toMatchObject({ refusal: { code: "planAdopted" } });
  });

  it("once adopted is changed only with a reason, recorded as a deviation", async () => {
    const edited = { ...plannedMonth(district, "2026-12"), date: "2026-12-23" };
    expect(await editPlanDay(by("office"), edited, now)).toMatchObject({
      refusal: { code: "reasonNeeded", field: "reason" },
    });
    const withReason = { ...edited, reason: "与区人代会冲突", joiningStreetIds: [district.units.east!] };
    const edit = (approver?: string) => editPlanDay(by("office"), { ...withReason, approver }, now);
    expect(await approved(by("leader"), now, edit)).toMatchObject({ ok: true });
    expect(await dayOfMonth("2026-12")).toMatchObject({ date: "2026-12-23" });
    expect((await deviations()).at(-1)).toMatchObject({ step: "planChange", reason: "与区人代会冲突" });
    const hostJoins = { ...withReason, joiningStreetIds: [district.units.west!] };
    expect(await editPlanDay(by("office"), hostJoins, now)).toMatchObject({ refusal: { code: "invalid" } });
  });
});
