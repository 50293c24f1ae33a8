import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { moveWindowsDue } from "~/plan/moveWindowsDue.server";
import { openWindow } from "~/plan/openWindow.server";
import { reopenWindow } from "~/plan/reopenWindow.server";
import { createPlan } from "~/plan/year/createPlan.server";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { approved } from "../../builders/approval";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { adoptedYear, dayOfMonth, plannedMonth } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

/** The station of a month's day when the clock was looked at; its window runs through the first 20 days of the month before. */
async function stageAt(now: string, month: string) {
  await moveWindowsDue(now);
  return (await dayOfMonth(month)).stage;
}

async function movesBooked(month: string) {
  const { id } = await dayOfMonth(month);
  const rows = await read((db) => db.select().from(ledgerEntry).where(eq(ledgerEntry.subjectId, id)));
  return rows
    .filter(({ verb }) => verb === "plan.openWindow" || verb === "plan.closeWindow")
    .map(({ verb, personId, at }) => ({ verb, personId, at }));
}

// The year goes by from one test to the next.
describe("the window for topics, by the clock", () => {
  it("opens and closes by itself, once, booked as the system's own act", async () => {
    expect(await stageAt("2026-01-31T15:59:00.000Z", "2026-03")).toBe("planned");
    expect(await stageAt("2026-01-31T16:00:10.000Z", "2026-03")).toBe("collecting");
    expect(await stageAt("2026-02-20T15:59:00.000Z", "2026-03")).toBe("collecting");
    expect(await stageAt("2026-02-20T16:00:10.000Z", "2026-03")).toBe("screening");
    expect(await stageAt("2026-02-20T16:00:30.000Z", "2026-03")).toBe("screening");
    expect(await movesBooked("2026-03")).toEqual([
      { verb: "plan.openWindow", personId: null, at: "2026-01-31T16:00:10.000Z" },
      { verb: "plan.closeWindow", personId: null, at: "2026-02-20T16:00:10.000Z" },
    ]);
  });

  it("makes up for a stop, and opens nothing that no street could have used", async () => {
    expect(await stageAt("2026-04-12T03:00:00.000Z", "2026-05")).toBe("collecting");
    expect((await dayOfMonth("2026-04")).stage).toBe("planned");
  });

  it("does not close at once what was opened again, or opened late", async () => {
    const leader = district.actors.leader!;
    const office = district.actors.office!;
    expect(await stageAt("2026-04-21T03:00:00.000Z", "2026-05")).toBe("screening");
    const again = "2026-04-23T03:00:00.000Z";
    const reopen = (approver?: string) =>
      reopenWindow(office, { month: "2026-05", reason: "补报", approver }, again);
    mustSucceed(await approved(leader, again, reopen));
    expect(await stageAt("2026-04-23T03:00:20.000Z", "2026-05")).toBe("collecting");
    expect(await stageAt("2026-04-23T16:00:20.000Z", "2026-05")).toBe("screening");
    const late = "2026-04-24T03:00:00.000Z";
    const open = (approver?: string) =>
      openWindow(office, { month: "2026-04", reason: "补开", approver }, late);
    mustSucceed(await approved(leader, late, open));
    expect(await stageAt("2026-04-24T03:00:20.000Z", "2026-04")).toBe("collecting");
    expect(await stageAt("2026-04-24T16:00:20.000Z", "2026-04")).toBe("screening");
  });

  it("holds the day by the rules in force when it opens, their hours included", async () => {
    const rules = { window: { opensAtHour: 9 } };
    const named = { title: "第二版", documentNumber: "测〔2026〕3号" };
    mustSucceed(await installRuleSet({ ...named, rules }, "2026-09-01T02:00:00.000Z"));
    expect(await stageAt("2026-10-01T00:30:00.000Z", "2026-11")).toBe("planned");
    expect(await stageAt("2026-10-01T01:00:00.000Z", "2026-11")).toBe("collecting");
    const { id } = await dayOfMonth("2026-11");
    expect((await read((db) => rulesOfMeeting(db, id))).window.opensAtHour).toBe(9);
  });

  it("opens nothing of a plan that is not adopted", async () => {
    const days = [plannedMonth(district, "2027-01")];
    mustSucceed(await createPlan(district.actors.office!, { year: 2027, days }, "2026-11-20T02:00:00.000Z"));
    expect(await stageAt("2026-12-05T02:00:00.000Z", "2027-01")).toBe("planned");
  });
});
