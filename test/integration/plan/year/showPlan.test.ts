import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { adoptPlan } from "~/plan/year/adoptPlan.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { listDays } from "~/plan/year/listDays.server";
import { proposePlan } from "~/plan/year/proposePlan.server";
import { showDayPlan } from "~/plan/year/showDayPlan.server";
import { showPlan } from "~/plan/year/showPlan.server";
import { showRules } from "~/rules/page/showRules.server";
import { unit } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { adoptedYear, plannedMonth } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-11-10T02:00:00.000Z";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

describe("the page of a year", () => {
  it("shows each month with host, date and chair to every official", async () => {
    for (const account of ["office", "street-east", "community-west", "dept-works"]) {
      const page = mustSucceed(await showPlan(by(account), 2026, now));
      expect(page.plan).toEqual({ state: "adopted", documentNumber: "测〔2026〕2号" });
      expect(page.rows).toHaveLength(12);
      expect(page.rows[0]).toMatchObject({
        month: "2026-01",
        host: { slug: "east" },
        chair: { holders: ["leader员"] },
        stage: "planned",
        outOfTurn: false,
      });
      expect(page.can.plan).toBe(account === "office");
    }
  });

  it("says how long each street has waited", async () => {
    const { coverage } = mustSucceed(await showPlan(by("leader"), 2026, now));
    expect(coverage).toMatchObject([
      { street: { slug: "east" }, last: "2026-11", monthsSince: 0, next: null },
      { street: { slug: "west" }, last: "2026-10", monthsSince: 1, next: "2026-12" },
    ]);
  });

  it("of a year nobody has planned is empty, and proposes itself to the office alone", async () => {
    const page = mustSucceed(await showPlan(by("street-east"), 2027, now));
    expect(page).toMatchObject({ plan: null, rows: [], can: { plan: false } });
    expect(await proposePlan(by("street-east"), 2027, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await showPlan(by("office"), 99, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await showPlan(by("office"), Number("x"), now)).toMatchObject({ refusal: { code: "notFound" } });
  });
});

describe("a proposed year", () => {
  it("goes on where the rotation stopped, on working days, and can be drafted as it stands", async () => {
    const proposal = mustSucceed(await proposePlan(by("office"), 2027, now));
    // West hosted in December 2026, which ended a round.
    expect(proposal.days.map((day) => day.hostStreetId).slice(0, 3)).toEqual([
      district.units.east,
      district.units.west,
      district.units.east,
    ]);
    expect(proposal.days.every((day) => day.kind.working)).toBe(true);
    expect(proposal.days[0]).toMatchObject({ windowOpensOn: "2026-12-01", windowClosesOn: "2026-12-20" });
    mustSucceed(await createPlan(by("office"), { year: 2027, days: proposal.days }, now));
    expect(await proposePlan(by("office"), 2027, now)).toMatchObject({ refusal: { code: "planExists" } });
  });

  it("offers the hosts by name, whichever was installed first", async () => {
    await transact(async (tx) => {
      await tx.update(unit).set({ sortKey: "an" }).where(eq(unit.id, district.units.west!));
      await tx.update(unit).set({ sortKey: "bo" }).where(eq(unit.id, district.units.east!));
    });
    const { streets } = mustSucceed(await proposePlan(by("office"), 2028, now));
    expect(streets.map(({ id }) => id)).toEqual([district.units.west, district.units.east]);
  });

  it("as a draft marks what edits have put out of turn, and is not adopted so", async () => {
    const march = { ...plannedMonth(district, "2027-03"), hostStreetId: district.units.west! };
    mustSucceed(await editPlanDay(by("office"), march, now));
    const { rows } = mustSucceed(await showPlan(by("leader"), 2027, now));
    expect(rows.filter((row) => row.outOfTurn).map((row) => row.month)).toEqual(["2027-04"]);
    expect(await adoptPlan(by("office"), { year: 2027, documentNumber: "d" }, now)).toMatchObject({
      refusal: { code: "hostOutOfTurn" },
    });
    mustSucceed(await editPlanDay(by("office"), plannedMonth(district, "2027-03"), now));
    mustSucceed(await adoptPlan(by("office"), { year: 2027, documentNumber: "d" }, now));
  });
});

describe("the form of one day", () => {
  it("is the office's and says whether a reason is needed", async () => {
    expect(mustSucceed(await showDayPlan(by("office"), "2026-12", now))).toMatchObject({
      adopted: true,
      windowFixed: false,
      values: { hostStreetId: district.units.west, joiningStreetIds: [] },
    });
    expect(await showDayPlan(by("leader"), "2026-12", now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await showDayPlan(by("office"), "2035-01", now)).toMatchObject({ refusal: { code: "notFound" } });
  });
});

describe("the list of days", () => {
  it("has one year, newest first, and names the others", async () => {
    const { days, years } = mustSucceed(await listDays(by("dept-water"), { year: 2026 }));
    expect(days).toHaveLength(12);
    expect(days[0]).toMatchObject({ month: "2026-12", host: { slug: "west" }, minutesNumber: null });
    expect(years).toEqual([2027, 2026]);
  });
});

describe("the page of the rules", () => {
  it("shows a version in full with how many days are held by it; only the office proposes another", async () => {
    const page = mustSucceed(await showRules(by("street-east"), undefined, now));
    expect(page.shown).toMatchObject({ version: 1, days: 24 });
    expect(page.rules).toMatchObject({ agenda: { limit: 8 } });
    expect(page.can).toEqual({ propose: false, adopt: false });
    expect(mustSucceed(await showRules(by("office"), 1, now)).can).toEqual({ propose: true, adopt: false });
    expect(await showRules(by("admin"), 7, now)).toMatchObject({ refusal: { code: "notFound" } });
  });
});
