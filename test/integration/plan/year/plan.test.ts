import { beforeAll, describe, expect, it } from "vitest";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { placeDay } from "~/plan/year/placeDay.server";
import { placeDayForm } from "~/plan/year/planForm";
import { monthsOf } from "~/plan/year/proposal";
import { proposePlan } from "~/plan/year/proposePlan.server";
import { showPlan } from "~/plan/year/showPlan.server";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { read } from "~db/read";
import { deviation, yearPlan } from "~db/schema";
import { approved } from "../../../builders/approval";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { dayOfMonth, plannedMonth } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";

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

  it("takes time of day and place without asking anybody: no plan says them", async () => {
    const { version } = await dayOfMonth("2026-10");
    const said = { month: "2026-10", startsAt: "09:30", place: "东街道办事处", version };
    expect(await placeDay(by("street-east"), said, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await placeDay(by("office"), said, now)).toMatchObject({ ok: true });
    expect(await dayOfMonth("2026-10")).toMatchObject({ startsAt: "09:30", place: "东街道办事处" });
    expect(await placeDay(by("office"), said, now)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(placeDayForm.safeParse({ ...said, startsAt: "25:00" }).success).toBe(false);
    const page = mustSucceed(await showPlan(by("dept-works"), 2026, now));
    expect(page.rows[9]).toMatchObject({ startsAt: "09:30", place: "东街道办事处", rules: { version: 1 } });
  });
});

describe("a year of which some months are planned", () => {
  const some = (months: string[]) => months.map((month) => plannedMonth(district, month));

  it("is proposed and planned month by month, without a street hosting twice in a round", async () => {
    mustSucceed(await createPlan(by("office"), { year: 2027, days: some(["2027-01", "2027-02"]) }, now));
    const proposed = mustSucceed(await proposePlan(by("office"), 2027, now));
    expect(proposed).toMatchObject({ planned: 2, adopted: false });
    expect(proposed.days.map(({ month }) => month)).toEqual(monthsOf(2027).slice(2));
    const days = proposed.days.map(({ kind: _kind, ...day }) => day);
    mustSucceed(await createPlan(by("office"), { year: 2027, days: days.slice(0, 4) }, now));
    const page = mustSucceed(await showPlan(by("office"), 2027, now));
    expect(page.rows).toHaveLength(6);
    expect(page.rows.filter((row) => row.outOfTurn)).toEqual([]);
    expect(await createPlan(by("office"), { year: 2027, days: days.slice(3, 5) }, now)).toMatchObject({
      refusal: { code: "planExists" },
    });
  });

  it("leaves months out that no day is held in, those that are over from the start", async () => {
    const within = "2028-05-04T02:00:00.000Z";
    const { days } = mustSucceed(await proposePlan(by("office"), 2028, within));
    expect(days.flatMap(({ month, leftOut }) => (leftOut ? month : []))).toEqual(monthsOf(2028).slice(0, 4));
    // Whose turn it is hosts the first month that can still be held.
    expect(new Set([days[4]!.hostStreetId, days[5]!.hostStreetId]).size).toBe(2);
    const rows = days.map(({ kind: _kind, ...day }) => day);
    const none = rows.map((day) => ({ ...day, leftOut: "yes" as const }));
    expect(await createPlan(by("office"), { year: 2028, days: none }, within)).toMatchObject({
      refusal: { code: "invalid" },
    });
    // What stands in a row that is left out is nobody's fault; a fault is told at its own row of the form.
    const odd = rows.map((day, at) => (at === 0 ? { ...day, windowClosesOn: day.date } : { ...day }));
    for (const at of [6, 7]) odd[at] = { ...odd[at]!, leftOut: "yes" };
    odd[10] = { ...odd[10]!, hostStreetId: odd[9]!.hostStreetId };
    expect(await createPlan(by("office"), { year: 2028, days: odd }, within)).toMatchObject({
      refusal: { code: "hostOutOfTurn", field: "days[10].swapReason" },
    });
    odd[10] = rows[10]!;
    mustSucceed(await createPlan(by("office"), { year: 2028, days: odd }, within));
    const page = mustSucceed(await showPlan(by("office"), 2028, within));
    expect(page.rows.map(({ month }) => month)).toEqual(
      ["05", "06", "09", "10", "11", "12"].map((month) => `2028-${month}`),
    );
    const left = mustSucceed(await proposePlan(by("office"), 2028, within)).days.map(({ month }) => month);
    expect(left).toEqual(["01", "02", "03", "04", "07", "08"].map((month) => `2028-${month}`));
  });

  it("once adopted takes only months that keep to the rules, under a document of their own", async () => {
    mustSucceed(await adoptPlan(by("office"), { year: 2027, documentNumber: "云会商〔2027〕1号" }, now));
    const [july] = mustSucceed(await proposePlan(by("office"), 2027, now)).days;
    const { kind: _kind, ...day } = july!;
    const add = (change: object, documentNumber?: string) =>
      createPlan(by("office"), { year: 2027, days: [{ ...day, ...change }], documentNumber }, now);
    expect(await add({})).toMatchObject({ refusal: { field: "documentNumber" } });
    // A Sunday.
    expect(await add({ date: "2027-07-18" }, "云会商〔2027〕2号")).toMatchObject({
      refusal: { code: "addedDayOff", field: "days[0].date" },
    });
    expect(await add({}, "云会商〔2027〕2号")).toMatchObject({ ok: true });
    expect(await dayOfMonth("2027-07")).toMatchObject({ date: day.date });
  });
});
