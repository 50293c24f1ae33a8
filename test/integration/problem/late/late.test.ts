import { beforeAll, describe, expect, it } from "vitest";
import type { Result } from "~/ledger/result";
import { answerLate, withdrawLate } from "~/problem/late/answerLate.server";
import { askLate, askLateNew } from "~/problem/late/askLate.server";
import { newLateForm } from "~/problem/late/lateRequest";
import { lateRequestsOf } from "~/problem/late/lateRequestsOf.server";
import { listAgain } from "~/problem/list/carryToNextList.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import { returnList } from "~/problem/screening/returnList.server";
import { showScreening } from "~/problem/screening/showScreening.server";
import { showVersions } from "~/problem/version/showVersions.server";
import { withDatabase } from "../../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../../builders/district";
import { completeProblem, listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
let dayId: string;
const [month, next] = ["2026-11", "2026-12"];
const by = (account: string) => district.actors[account]!;
const refusalOf = (result: Result<unknown>) => (result.ok ? "none" : result.refusal.code);
const reason = "雨后才发现塌陷，已危及行人。";

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await someDay(district, month, "collecting");
  await someDay(district, next, "collecting");
});

function newLate(title: string) {
  const given = newLateForm.parse({ ...completeProblem(district, { title }), reason });
  return { ...given, month };
}

async function askNew(title: string, account = "street-east") {
  return mustSucceed(await askLateNew(by(account), newLate(title), now));
}

const titlesScreened = async () =>
  (await showScreening(by("office"), { month }))!.rows.map((row) => row.title).sort();
const requestsSeenBy = async (account: string) =>
  (await lateRequestsOf(by(account), { month })).requests.map((one) => one.title).sort();

describe("a problem that comes late", () => {
  it("is not asked for while the window is open", async () => {
    expect(refusalOf(await askLateNew(by("street-east"), newLate("征集期内"), now))).toBe("lateNotNow");
    expect((await lateRequestsOf(by("street-east"), { month })).canAsk).toBe(false);
  });

  it("is written and asked for in one act, read by the district and nobody else", async () => {
    await listedProblem(district, "street-east", month, { title: "按时报送的" });
    mustSucceed(await submitList(by("street-east"), { month }, now));
    await setStage(dayId, "screening");
    const { number } = await askNew("迟报同意");
    expect(await requestsSeenBy("office")).toEqual(["迟报同意"]);
    expect(await requestsSeenBy("street-east")).toEqual(["迟报同意"]);
    for (const account of ["street-west", "dept-works", "admin"])
      expect(await requestsSeenBy(account), account).toEqual([]);
    expect((await showProblem(by("office"), number))?.problem.title).toBe("迟报同意");
    expect(await titlesScreened()).toEqual(["按时报送的"]);
  });

  it("is screened like the others once the office takes it", async () => {
    const [asked] = (await lateRequestsOf(by("office"), { month })).requests;
    const answer = { id: asked!.id, decision: "granted" as const, text: "" };
    expect(refusalOf(await answerLate(by("street-east"), answer, now))).toBe("notAllowed");
    mustSucceed(await answerLate(by("office"), answer, now));
    expect(refusalOf(await answerLate(by("office"), answer, now))).toBe("lateAnswered");
    expect(await titlesScreened()).toEqual(["按时报送的", "迟报同意"]);
    const { rows } = (await showScreening(by("office"), { month }))!;
    const late = rows.find((row) => row.title === "迟报同意")!;
    const decided = { listingId: late.listingId, decision: "admitted" as const };
    mustSucceed(await decideListing(by("office"), decided, now));
  });

  it("makes a version of the list of its own, with it at the end", async () => {
    const { versions } = (await showVersions(by("office"), { month, street: "east" }))!;
    expect(versions.map(({ number, rows }) => [number, rows])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it("opens a list that was screened through, until it is decided as well", async () => {
    const { rows } = (await showScreening(by("office"), { month }))!;
    for (const { listingId, state } of rows)
      if (state === "submitted")
        mustSucceed(await decideListing(by("office"), { listingId, decision: "admitted" }, now));
    const { id } = await askNew("筛选完了又来的");
    mustSucceed(await answerLate(by("office"), { id, decision: "granted", text: "" }, now));
    expect((await showList(by("street-east"), { month, street: "east" }))!.list.state).toBe("submitted");
  });

  it("that is refused keeps the words of the office, and goes on next month's list", async () => {
    const { id, number } = await askNew("迟报不同意");
    const refused = { id, decision: "refused" as const, text: "不紧急，下月再议。" };
    mustSucceed(await answerLate(by("office"), refused, now));
    const { requests } = await lateRequestsOf(by("street-east"), { month });
    expect(requests.find((one) => one.id === id)).toMatchObject({ state: "refused", answer: refused.text });
    expect(refusalOf(await askLate(by("street-east"), { month, number, reason }, now))).toBe("lateAsked");
    expect((await showProblem(by("street-east"), number))!.can).toMatchObject({
      ...{ askLateOn: null, listAgainOn: next },
    });
    mustSucceed(await listAgain(by("street-east"), { month: next, number }, now));
    expect(await titlesScreened()).not.toContain("迟报不同意");
  });

  it("takes one problem of a list that was never sent, and leaves the rest unsent", async () => {
    await setStage(dayId, "collecting");
    const wanted = await listedProblem(district, "street-west", month, { title: "西街要迟报的" });
    const left = await listedProblem(district, "street-west", month, { title: "西街没有报的" });
    const half = await listedProblem(district, "street-west", month, { title: "没填齐", coordination: "" });
    await setStage(dayId, "screening");
    const west = by("street-west");
    expect((await showProblem(west, wanted.number))!.can.askLateOn).toBe(month);
    expect(refusalOf(await askLate(by("street-east"), { month, number: wanted.number, reason }, now))).toBe(
      "notFound",
    );
    expect(refusalOf(await askLate(west, { month, number: half.number, reason }, now))).toBe(
      "listIncomplete",
    );
    const { id } = mustSucceed(await askLate(west, { month, number: wanted.number, reason }, now));
    mustSucceed(await answerLate(by("office"), { id, decision: "granted", text: "" }, now));
    expect(await titlesScreened()).toContain("西街要迟报的");
    expect(await titlesScreened()).not.toContain("西街没有报的");
    expect(await showProblem(by("office"), left.number)).toBeNull();
    expect((await showProblem(west, left.number))!.can.listAgainOn).toBe(next);
  });

  it("is taken back by its street as long as it waits", async () => {
    const { id, number } = await askNew("又不报了");
    expect(refusalOf(await withdrawLate(by("street-west"), { id }, now))).toBe("notFound");
    mustSucceed(await withdrawLate(by("street-east"), { id }, now));
    expect(refusalOf(await answerLate(by("office"), { id, decision: "granted", text: "" }, now))).toBe(
      "lateAnswered",
    );
    mustSucceed(await askLate(by("street-east"), { month, number, reason }, now));
  });

  it("is not asked for where the list is back with the street, nor once the agenda is begun", async () => {
    await setStage(dayId, "collecting");
    await someDay(district, "2027-01", "collecting");
    await listedProblem(district, "street-east", "2027-01", { title: "退回的清单" });
    mustSucceed(await submitList(by("street-east"), { month: "2027-01" }, now));
    const returned = { month: "2027-01", street: "east", reason: "补充" };
    mustSucceed(await returnList(by("office"), returned, now));
    await setStage("day 2027-01", "screening");
    const asked = { ...newLate("退回期间"), month: "2027-01" };
    expect(refusalOf(await askLateNew(by("street-east"), asked, now))).toBe("listOpen");
    await setStage(dayId, "agenda");
    expect(refusalOf(await askLateNew(by("street-east"), newLate("议程已定"), now))).toBe("lateNotNow");
  });
});
