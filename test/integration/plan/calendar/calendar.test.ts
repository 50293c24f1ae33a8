import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { declareDays } from "~/plan/calendar/declareDays.server";
import { showCalendar } from "~/plan/calendar/showCalendar.server";
import { undeclareDays } from "~/plan/calendar/undeclareDays.server";
import { showDay } from "~/plan/showDay.server";
import { proposePlan } from "~/plan/year/proposePlan.server";
import { read } from "~db/read";
import { clockRun, ledgerEntry } from "~db/schema";
import { type DailyStep, setOff } from "~server/jobs/clock";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { adoptedYear } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-11-10T02:00:00.000Z";
const notice = { holiday: "other", documentNumber: "测发〔2026〕7号" } as const;

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

const daily: DailyStep = {
  kind: "test.daily",
  payload: z.object({ day: z.string() }),
  subject: ({ day }) => day,
};

/** Whether the clock has taken an instant for one of a working day. */
async function workingDayPassed(at: string): Promise<boolean> {
  await setOff([daily], at);
  return (await read((db) => db.select().from(clockRun))).some(({ kind }) => kind === daily.kind);
}

describe("holidays that were announced later", () => {
  it("are the office's to enter, and every official's to read", async () => {
    const days = { ...notice, kind: "holiday", fromDay: "2027-01-20", toDay: "2027-01-22" } as const;
    for (const account of ["admin", "leader", "street-east", "dept-works"])
      expect(await declareDays(by(account), days, now)).toMatchObject({ refusal: { code: "notAllowed" } });
    const before = mustSucceed(await showCalendar(by("street-east"), 2027, now));
    expect(before).toMatchObject({ state: "open", can: { declare: false } });
    expect(before.rows.find((row) => row.holiday === "springFestival")).toMatchObject({
      ...{ from: "2027-02-05", to: "2027-02-08", source: "law" },
    });
  });

  it("move what is proposed, and what is counted back from a day", async () => {
    const january = async () => mustSucceed(await proposePlan(by("office"), 2027, now)).days[0]!.date;
    expect(await january()).toBe("2027-01-20");
    const days = { ...notice, kind: "holiday", fromDay: "2027-01-20", toDay: "2027-01-22" } as const;
    mustSucceed(await declareDays(by("office"), days, now));
    expect(await january()).toBe("2027-01-25");
    const makeUp = { ...notice, kind: "makeUp", fromDay: "2027-01-23", toDay: "2027-01-23" } as const;
    mustSucceed(await declareDays(by("office"), makeUp, now));
    expect(await january()).toBe("2027-01-23");

    const agendaBy = async () => mustSucceed(await showDay(by("office"), "2026-11", now)).agendaApprovedBy;
    const usual = await agendaBy();
    mustSucceed(await declareDays(by("office"), { ...days, fromDay: usual, toDay: usual }, now));
    expect((await agendaBy()) < usual).toBe(true);
    mustSucceed(await undeclareDays(by("office"), { fromDay: usual, toDay: usual }, now));
    expect(await agendaBy()).toBe(usual);
  });

  it("keep the clock from working on a day off", async () => {
    // Wednesday, in the morning.
    const morning = "2026-11-18T02:00:00.000Z";
    const off = { ...notice, kind: "holiday", fromDay: "2026-11-18", toDay: "2026-11-18" } as const;
    mustSucceed(await declareDays(by("office"), off, now));
    expect(await workingDayPassed(morning)).toBe(false);
    mustSucceed(await undeclareDays(by("office"), off, now));
    expect(await workingDayPassed(morning)).toBe(true);
  });

  it("name the consultation days that they hit", async () => {
    const off = { ...notice, kind: "holiday", fromDay: "2026-11-20", toDay: "2026-11-20" } as const;
    mustSucceed(await declareDays(by("office"), off, now));
    const page = mustSucceed(await showCalendar(by("office"), 2026, now));
    expect(page).toMatchObject({ state: "known", daysOff: [{ month: "2026-11", date: "2026-11-20" }] });
    expect(page.rows.find((row) => row.from === "2026-11-20")).toMatchObject({
      ...{ source: "declared", documentNumber: notice.documentNumber },
    });
    mustSucceed(await undeclareDays(by("office"), off, now));
    expect(await undeclareDays(by("office"), off, now)).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("cannot make a holiday by law a working day, and are in the ledger", async () => {
    const worked = { ...notice, kind: "makeUp", fromDay: "2027-09-30", toDay: "2027-10-01" } as const;
    expect(await declareDays(by("office"), worked, now)).toMatchObject({
      refusal: { code: "lawfulHoliday", field: "fromDay" },
    });
    const verbs = (await read((db) => db.select().from(ledgerEntry))).map(({ verb }) => verb);
    expect(verbs).toContain("plan.declareDays");
    expect(verbs).toContain("plan.undeclareDays");
  });
});
