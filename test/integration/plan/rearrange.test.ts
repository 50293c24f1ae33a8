import { beforeAll, describe, expect, it } from "vitest";
import { arrangeMeeting } from "~/meeting/call/arrangeMeeting.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import {
  cancelMeeting,
  postponeMeeting,
  restoreMeeting,
  undoPostponement,
} from "~/meeting/call/rearrangeMeeting.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { showNotices } from "~/notice/showNotices.server";
import { openWindow } from "~/plan/openWindow.server";
import { cancelDay, postponeDay, restoreDay, undoPostponeDay } from "~/plan/rearrangeDay.server";
import { showDay } from "~/plan/showDay.server";
import { editPlanDay } from "~/plan/year/editPlanDay.server";
import { placeDay } from "~/plan/year/placeDay.server";
import { showPlan } from "~/plan/year/showPlan.server";
import { showSwap } from "~/plan/year/showSwap.server";
import { swapHosts } from "~/plan/year/swapHosts.server";
import { carryList } from "~/problem/list/carryList.server";
import { showList } from "~/problem/list/showList.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { deviation } from "~db/schema";
import { approved } from "../../builders/approval";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { withLive } from "../../builders/live";
import { adoptedYear, dayOfMonth } from "../../builders/plan";
import { listedProblem } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
const engine = withLive();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-10-05T02:00:00.000Z";
const reason = "与防汛任务冲突";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
  mustSucceed(await openWindow(by("office"), { month: "2026-11" }, now));
  await listedProblem(district, "street-west", "2026-11");
});

/** What an account was told by notices, newest first. */
async function toldTo(account: string): Promise<string[]> {
  await engine.jobs.catchUp();
  return (await showNotices(by(account), {})).lines.map(({ kind, why }) => `${kind} ${why}`);
}

const newestNotice = async (account: string) => (await showNotices(by(account), {})).lines[0];

const planned = async (month: string) =>
  mustSucceed(await showPlan(by("office"), 2026, now)).rows.find((row) => row.month === month)!;

describe("two months", () => {
  const swap = (change: object = {}, approver?: string) =>
    swapHosts(by("office"), { month: "2026-09", withMonth: "2026-12", reason, approver, ...change }, now);

  it("exchange hosts both or not at all", async () => {
    expect(await swapHosts(by("street-east"), { month: "2026-09", withMonth: "2026-12" }, now)).toMatchObject(
      { refusal: { code: "notAllowed" } },
    );
    expect(await swap({ withMonth: "2026-11" })).toMatchObject({
      refusal: { code: "swapWindowOpen", field: "withMonth", values: { month: "2026-11" } },
    });
    expect(await swap({ withMonth: "2026-07" })).toMatchObject({ refusal: { code: "swapSameHost" } });
    expect(await swap({ reason: undefined })).toMatchObject({ refusal: { code: "reasonNeeded" } });
    expect((await planned("2026-09")).host.slug).toBe("east");

    for (const [month, place] of [
      ["2026-09", "东街道会议室"],
      ["2026-12", "西街道会议室"],
    ] as const) {
      const { version } = await dayOfMonth(month);
      mustSucceed(await placeDay(by("office"), { month, startsAt: "09:00", place, version }, now));
    }
    const { version } = mustSucceed(await showSwap(by("office"), "2026-09", now));
    expect(await approved(by("leader"), now, (approver) => swap({ version }, approver))).toMatchObject({
      value: { asked: false },
    });
    // Somebody else who was shown the same months does not exchange them back.
    expect(await swap({ version })).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await planned("2026-09")).toMatchObject({ host: { slug: "west" }, swapReason: reason });
    expect(await planned("2026-12")).toMatchObject({ host: { slug: "east" }, swapReason: reason });
    expect((await planned("2026-09")).place).toBe("西街道会议室");
    expect((await planned("2026-12")).place).toBe("东街道会议室");
    const steps = (await read((db) => db.select().from(deviation))).map(({ step }) => step);
    expect(steps).toEqual(["hostSwap", "hostSwap"]);
  });

  it("tell both streets and the chairs", async () => {
    expect(await toldTo("street-west")).toContain("hostsSwapped hosts");
    expect(await toldTo("street-east")).toContain("hostsSwapped hosts");
    expect(await newestNotice("street-east")).toMatchObject({ kind: "hostsSwapped", reason });
    expect(await toldTo("leader")).toContain("hostsSwapped chairs");
    expect(await toldTo("dept-works")).toEqual([]);
  });
});

describe("a consultation day", () => {
  const postpone = (date: string, approver?: string) =>
    postponeDay(by("office"), { slug: "2026-11", date, reason, approver }, now);

  it("is put on a later day of its month, once that is approved", async () => {
    expect(await postpone("2026-12-02")).toMatchObject({ refusal: { code: "otherMonth", field: "date" } });
    expect(await postpone("2026-11-26")).toMatchObject({ refusal: { code: "approverNeeded" } });
    const to = (approver?: string) => postpone("2026-11-26", approver);
    expect(await approved(by("leader"), now, to)).toMatchObject({ ok: true });
    expect(await dayOfMonth("2026-11")).toMatchObject({ date: "2026-11-26", postponedFrom: "2026-11-20" });
    expect(await toldTo("street-east")).toContain("meetingPostponed hosts");
    expect(await toldTo("street-west")).toContain("meetingPostponed listed");
    expect(await newestNotice("street-west")).toMatchObject({ details: { dueDate: "2026-11-26" }, reason });
    mustSucceed(await undoPostponeDay(by("office"), { slug: "2026-11" }, now));
    expect(await dayOfMonth("2026-11")).toMatchObject({ date: "2026-11-20", postponedFrom: null });
    expect((await toldTo("street-west")).slice(0, 2)).toEqual([
      "meetingPutBack listed",
      "meetingPostponed listed",
    ]);
    expect(await newestNotice("street-west")).toMatchObject({
      ...{ details: { dueDate: "2026-11-20" }, reason: null },
    });
    expect(await undoPostponeDay(by("office"), { slug: "2026-11" }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });

  it("is told to all concerned when it is held elsewhere or at another hour, not when it only lasts longer", async () => {
    const { version } = await dayOfMonth("2026-11");
    const placed = { month: "2026-11", startsAt: "09:00", place: "街道三楼会议室" };
    mustSucceed(await placeDay(by("office"), { ...placed, version }, now));
    for (const [account, why] of [
      ["street-east", "hosts"],
      ["street-west", "listed"],
      ["leader", "chairs"],
    ] as const)
      expect((await toldTo(account))[0]).toBe(`meetingArranged ${why}`);
    const [line] = (await showNotices(by("street-west"), {})).lines;
    expect(line?.thing).toMatchObject({ startsAt: "09:00", place: "街道三楼会议室" });
    const before = await toldTo("street-west");
    const { calendarSequence } = await dayOfMonth("2026-11");
    mustSucceed(await placeDay(by("office"), { ...placed, plannedMinutes: 150, version: version + 1 }, now));
    // Calendars take a new end as they take a new beginning.
    expect((await dayOfMonth("2026-11")).calendarSequence).toBe(calendarSequence + 1);
    expect(await toldTo("street-west")).toEqual(before);
    expect(await toldTo("dept-works")).toEqual([]);
  });

  it("is told to the street that was to join as well when its plan is changed", async () => {
    const { chairPostId, hostStreetId, date, windowOpensOn, windowClosesOn } = await dayOfMonth("2026-10");
    const day = { month: "2026-10", chairPostId: chairPostId!, hostStreetId, date, windowOpensOn };
    const change = (joiningStreetIds: string[]) =>
      approved(by("leader"), now, (approver) =>
        editPlanDay(by("office"), { ...day, windowClosesOn, joiningStreetIds, reason, approver }, now),
      );
    const other = hostStreetId === district.units.east ? "west" : "east";
    mustSucceed(await change([district.units[other]!]));
    expect((await toldTo(`street-${other}`))[0]).toBe("meetingArranged joins");
    const told = (await toldTo(`street-${other}`)).length;
    mustSucceed(await change([]));
    expect(await toldTo(`street-${other}`)).toHaveLength(told + 1);
  });

  it("is cancelled for a reason, and told to the chair, the host and who has begun a list", async () => {
    expect(await cancelDay(by("leader"), { slug: "2026-11", reason }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    const cancel = (approver?: string) => cancelDay(by("office"), { slug: "2026-11", reason, approver }, now);
    expect(await approved(by("leader"), now, cancel)).toMatchObject({ ok: true });
    const page = mustSucceed(await showDay(by("dept-works"), "2026-11", now));
    expect(page).toMatchObject({ stage: "cancelled", changeReason: reason, next: { key: "nothing" } });
    expect(await planned("2026-11")).toMatchObject({ stage: "cancelled" });
    expect(await toldTo("street-west")).toContain("meetingCancelled listed");
    expect(await newestNotice("street-west")).toMatchObject({ kind: "meetingCancelled", reason });
    expect(await toldTo("street-east")).toContain("meetingCancelled hosts");
    expect(await toldTo("leader")).toContain("meetingCancelled chairs");
    expect(await toldTo("dept-works")).toEqual([]);
  });

  it("can then be neither changed nor opened, and is nobody's work but the street's", async () => {
    const { chairPostId, ...day } = await dayOfMonth("2026-11");
    const edited = { ...day, chairPostId: chairPostId!, swapReason: undefined, place: "另处" };
    expect(await editPlanDay(by("office"), edited, now)).toMatchObject({ refusal: { code: "wrongStage" } });
    expect(await openSession(by("office"), { slug: "2026-11" }, now)).toMatchObject({ ok: false });
    const about = (items: { key: string }[]) => items.filter(({ key }) => key.includes("2026-11"));
    expect(about((await myWork(by("office"), now)).flatMap(({ items }) => items))).toEqual([]);
  });

  it("is held after all while nothing was announced", async () => {
    mustSucceed(await restoreDay(by("office"), { slug: "2026-11" }, now));
    expect(await dayOfMonth("2026-11")).toMatchObject({ cancelledAtStage: null, changeReason: "" });
    expect(await toldTo("street-west")).toContain("meetingRestored listed");
  });

  it("leaves its problems to the next list, and is not held any more once they stand there", async () => {
    const cancel = (approver?: string) => cancelDay(by("office"), { slug: "2026-11", reason, approver }, now);
    mustSucceed(await approved(by("leader"), now, cancel));
    const west = by("street-west");
    const waits = async () =>
      (await myWork(west, now)).flatMap(({ items }) => items).filter(({ key }) => key.startsWith("relist-"));
    expect(await waits()).toMatchObject([{ count: 1 }]);
    const place = { month: "2026-11", street: "west" };
    expect(await carryList(west, place, now)).toMatchObject({ refusal: { code: "noListOpen" } });
    mustSucceed(await openWindow(by("office"), { month: "2026-12" }, "2026-11-03T02:00:00.000Z"));
    expect((await showList(west, place))?.left).toEqual({ count: 1, month: "2026-12" });
    expect(await carryList(by("street-east"), place, now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await carryList(west, place, now)).toMatchObject({ value: { month: "2026-12" } });
    expect((await showList(west, { month: "2026-12", street: "west" }))?.count).toBe(1);
    expect(await waits()).toEqual([]);
    expect(await carryList(west, place, now)).toMatchObject({ refusal: { code: "listEmpty" } });
    expect(await restoreDay(by("office"), { slug: "2026-11" }, now)).toMatchObject({
      refusal: { code: "problemsMovedOn" },
    });
  });
});

describe("a meeting that a unit called", () => {
  const called = async (unitIds: string[]) => {
    const meeting = {
      kind: "weekly" as const,
      title: "周例会",
      date: "2026-10-09",
      startsAt: "09:15",
      place: "",
    };
    const input = { ...meeting, people: ["赵一"], agenda: ["夜市占道"], unitIds };
    return mustSucceed(await callMeeting(by("street-east"), input, now)).slug;
  };

  it("is postponed, cancelled and held after all by the unit itself", async () => {
    const slug = await called([]);
    for (const account of ["dept-works", "street-west"])
      expect(await cancelMeeting(by(account), { slug, reason }, now)).toMatchObject({
        refusal: { code: "notFound" },
      });
    expect(await cancelMeeting(by("street-east"), { slug, reason: "" }, now)).toMatchObject({
      refusal: { code: "reasonNeeded" },
    });
    const to = (date: string) => postponeMeeting(by("street-east"), { slug, date, reason }, now);
    expect(await to("2026-10-08")).toMatchObject({ refusal: { code: "notLater", field: "date" } });
    mustSucceed(await to("2026-10-12"));
    mustSucceed(await undoPostponement(by("street-east"), { slug }, now));
    mustSucceed(await cancelMeeting(by("street-east"), { slug, reason }, now));
    expect(await openSession(by("street-east"), { slug }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
    mustSucceed(await restoreMeeting(by("street-east"), { slug }, now));
    expect(await openSession(by("street-east"), { slug, reason }, "2026-10-09T02:00:00.000Z")).toMatchObject({
      ok: true,
    });
    expect(await cancelMeeting(by("street-east"), { slug, reason }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });

  it("tells those who are called of another place and hour", async () => {
    const slug = await called([district.units.works!]);
    const [before] = await toldTo("dept-works");
    expect(before).toBe("invited invited");
    const arranged = { title: "周例会", date: "2026-10-09", startsAt: "10:00", place: "二楼", version: 1 };
    mustSucceed(await arrangeMeeting(by("street-east"), { slug, ...arranged }, now));
    expect((await toldTo("dept-works"))[0]).toBe("meetingArranged invited");
  });

  it("is not held after all once others were called and told that it is not", async () => {
    const slug = await called([district.units.works!]);
    mustSucceed(await cancelMeeting(by("street-east"), { slug, reason }, now));
    expect((await toldTo("dept-works")).slice(0, 2)).toEqual(["meetingCancelled invited", "invited invited"]);
    expect(await restoreMeeting(by("street-east"), { slug }, now)).toMatchObject({
      refusal: { code: "announcedAlready" },
    });
  });
});
