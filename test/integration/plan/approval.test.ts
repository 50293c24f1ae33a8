import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "~/calendar/day";
import { reopenSession } from "~/meeting/stage/reopenSession.server";
import { showNotices } from "~/notice/showNotices.server";
import { openWindow } from "~/plan/openWindow.server";
import { showDay } from "~/plan/showDay.server";
import { showDeviationRequest } from "~/plan/showDeviationRequest.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { showDayPlan } from "~/plan/year/showDayPlan.server";
import { answerDeviation } from "~/rules/answerDeviation.server";
import { showDeviation } from "~/rules/showDeviation.server";
import { whereToAct } from "~/rules/whereToAct";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { deviation } from "~db/schema";
import { holdingOf, requestFor } from "../../builders/approval";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { adoptedYear, dayOfMonth, plannedMonth } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";

withDatabase();
const engine = withLive();

let district: SmallDistrict;
let month = "2026-04";
const by = (account: string) => district.actors[account]!;
// The windows of these months lie after it.
const early = "2026-01-10T02:00:00.000Z";
const muchLater = `${addDays("2026-01-10", 8)}T02:00:00.000Z`;
const reason = "汛期提前征集";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});
// A day of its own for each test.
beforeEach(() => {
  month = `2026-${String(Number(month.slice(5)) + 1).padStart(2, "0")}`;
});

const open = async (more: { approver?: string; reason?: string } = {}, at = early) =>
  openWindow(by("office"), { month, ...more }, at);
const ask = async () => open({ reason, approver: await holdingOf(by("leader")) });
const answer = async (decision: "confirmed" | "refused", text = "", actor = by("leader"), at = early) =>
  answerDeviation(actor, { id: await requestFor(by("leader")), decision, text }, at);
const lines = async (account: string, at = early) =>
  (await myWork(by(account), at)).flatMap(({ items }) =>
    items
      .filter(({ key, meeting }) => key.startsWith("deviation-") && meeting?.slug === month)
      .map(({ what }) => ("kind" in what ? what.kind : "")),
  );
const kept = async () => {
  const { id } = await dayOfMonth(month);
  return read((db) => db.select().from(deviation).where(eq(deviation.meetingId, id)));
};

describe("a departure from the plan or the rules", () => {
  it("waits for the person who is named, who is told, and goes on by one press", async () => {
    expect(await open({ reason })).toMatchObject({ refusal: { code: "approverNeeded", field: "approver" } });
    expect(await ask()).toMatchObject({ value: "planned" });
    expect((await dayOfMonth(month)).stage).toBe("planned");
    expect(await kept()).toEqual([]);
    expect(await open()).toMatchObject({ refusal: { code: "deviationWaiting" } });
    await engine.jobs.catchUp();
    const told = async (account: string) => (await showNotices(by(account), {})).lines[0];
    expect(await told("leader")).toMatchObject({ kind: "deviationAsked", why: "approver" });
    expect([await lines("leader"), await lines("office")]).toEqual([["answerDeviation"], ["waitDeviation"]]);
    mustSucceed(await answer("confirmed"));
    await engine.jobs.catchUp();
    const details = { decision: "confirmed" };
    expect(await told("office")).toMatchObject({ kind: "deviationAnswered", why: "asker", details });
    expect([await lines("leader"), await lines("office")]).toEqual([[], ["useDeviation"]]);
    expect(await open()).toMatchObject({ value: "collecting" });
    const approvedByPostId = by("leader").postId;
    expect(await kept()).toMatchObject([{ step: "windowOpened", reason, approvedByPostId }]);
    expect(await lines("office")).toEqual([]);
  });

  it("is not approved by who asks, in whatever post, nor by anybody who was not named", async () => {
    for (const account of ["office", "street-east", "dept-works"])
      expect(await open({ reason, approver: await holdingOf(by(account)) })).toMatchObject({
        refusal: { code: "approverNotPossible", field: "approver" },
      });
    mustSucceed(await ask());
    const codeFor = async (actor: ReturnType<typeof by>) => answer("confirmed", "", actor);
    expect(await codeFor(by("office"))).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await codeFor(by("street-east"))).toMatchObject({ refusal: { code: "notFound" } });
    const asLeader = { ...by("leader"), personId: by("office").personId };
    expect(await codeFor(asLeader)).toMatchObject({ refusal: { code: "notAllowed" } });
    const id = await requestFor(by("leader"));
    expect(await showDeviation(by("dept-works"), id, early)).toBeNull();
    const can = { answer: true, use: false };
    expect(await showDeviation(by("leader"), id, early)).toMatchObject({ reason, can });
    mustSucceed(await answer("refused", "按计划进行"));
  });

  it("that is refused is not done, and its words stand on the page of who asked", async () => {
    mustSucceed(await ask());
    mustSucceed(await answer("refused", "按计划进行"));
    expect(await open()).toMatchObject({ refusal: { code: "reasonNeeded" } });
    const { approvals } = mustSucceed(await showDay(by("office"), month, early));
    const shown = { state: "refused", reason, answer: "按计划进行" };
    expect(approvals.requests.openWindow).toMatchObject(shown);
    expect((await dayOfMonth(month)).stage).toBe("planned");
  });

  it("that is refused or lapsed leads who asked to where it is asked again, until they have", async () => {
    mustSucceed(await ask());
    const id = await requestFor(by("leader"));
    const again = async (account: string, at = early) =>
      (await showDeviation(by(account), id, at))?.can.again;
    expect(await again("office")).toBe(false);
    expect(await again("office", muchLater)).toBe(true);
    mustSucceed(await answer("refused", "按计划进行"));
    expect([await again("office"), await again("leader")]).toEqual([true, false]);
    expect([await lines("leader"), await lines("office")]).toEqual([[], ["deviationRefused"]]);
    expect(whereToAct("openWindow", { slug: month })).toBe(`/desk/days/${month}`);
    mustSucceed(await ask());
    expect(await again("office")).toBe(false);
    expect(await lines("office")).toEqual(["waitDeviation"]);
    mustSucceed(await answer("refused", "按计划进行"));
  });

  it("lapses when it is not answered, or not used, in time", async () => {
    mustSucceed(await ask());
    expect(await answer("confirmed", "", by("leader"), muchLater)).toMatchObject({
      refusal: { code: "deviationLapsed" },
    });
    mustSucceed(await answer("confirmed"));
    expect(await open({}, muchLater)).toMatchObject({ refusal: { code: "reasonNeeded" } });
    expect(await lines("office", muchLater)).toEqual([]);
  });

  it("covers what was typed and nothing else, which stays in its form", async () => {
    const typed = { ...plannedMonth(district, month), date: `${month}-23`, reason: "与区人代会冲突" };
    const approver = await holdingOf(by("leader"));
    expect(mustSucceed(await editPlanDay(by("office"), { ...typed, approver }, early)).asked).toBe(true);
    const planned = (await dayOfMonth(month)).date;
    expect(planned).not.toBe(`${month}-23`);
    // Whoever approves reads what they approve.
    const asked = await showDeviationRequest(by("leader"), await requestFor(by("leader")), early);
    expect(asked?.changes).toEqual([{ field: "date", from: [planned], to: [`${month}-23`] }]);
    mustSucceed(await answer("confirmed"));
    const page = mustSucceed(await showDayPlan(by("office"), month, early));
    expect([page.typed?.date, page.values.date]).toEqual([`${month}-23`, planned]);
    const other = { ...typed, date: `${month}-24` };
    expect(await editPlanDay(by("office"), other, early)).toMatchObject({
      refusal: { code: "approverNeeded" },
    });
    expect(mustSucceed(await editPlanDay(by("office"), typed, early)).asked).toBe(false);
    expect((await dayOfMonth(month)).date).toBe(`${month}-23`);
    expect(await reopenSession(by("office"), { slug: month }, early)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });
});
