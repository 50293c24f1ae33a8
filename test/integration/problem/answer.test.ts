import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { problemAddress } from "~/address/problems";
import { addDays, dayOf } from "~/calendar/day";
import { answerResident } from "~/problem/answer/answerResident.server";
import { showList } from "~/problem/list/showList.server";
import { submitList } from "~/problem/list/submitList.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import { showScreening } from "~/problem/screening/showScreening.server";
import { usualRules } from "~/rules/ruleSet";
import { showHandover } from "~/work/handover/showHandover.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { holding } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { someInstant as now, type SmallDistrict, smallDistrict } from "../../builders/district";
import { listedProblem, setStage, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";
const listed: Record<string, Awaited<ReturnType<typeof listedProblem>>> = {};
const who = (account: string) => district.actors[account]!;
const today = dayOf(now);
const dueOn = addDays(today, usualRules.answers.answerResident);

beforeAll(async () => {
  district = await smallDistrict();
  const day = await someDay(district, month, "collecting");
  listed.street = await listedProblem(district, "street-east", month, { title: "窨井盖缺失" });
  listed.community = await listedProblem(district, "community-east", month, { title: "楼道堆物" });
  mustSucceed(await submitList(who("street-east"), { month }, now));
  await setStage(day, "screening");
});

const refuse = (which: string) => {
  const why = { code: "solvableByUnit", text: "请主管单位先行办理" };
  return decideListing(
    who("office"),
    { listingId: listed[which]!.listingId, decision: "refused", ...why },
    now,
  );
};
const takeBack = (which: string) =>
  decideListing(who("office"), { listingId: listed[which]!.listingId, decision: "undecided" }, now);

/** What a post has to answer, or waits to be answered. */
async function owedBy(account: string, at = now) {
  const groups = await myWork(who(account), at);
  return groups.flatMap(({ group, items }) =>
    items.flatMap(({ problem, until, what }) =>
      problem ? [{ group, title: problem.title, until, kind: "kind" in what ? what.kind : "" }] : [],
    ),
  );
}

const answersOf = async (which: string, account: string) =>
  (await showProblem(who(account), listed[which]!.number))!.answers;
const answer = async (which: string, account: string, answeredOn = today, text = "电话告知原因") => {
  const [owed] = await answersOf(which, "office");
  return answerResident(who(account), { id: owed!.id, text, answeredOn }, now);
};

describe("a refusal", () => {
  it("is work of whoever raised the problem, until the day of the rules, and overdue after it", async () => {
    mustSucceed(await refuse("street"));
    mustSucceed(await refuse("community"));
    const line = { until: dueOn, kind: "answerResident" };
    expect(await owedBy("community-east")).toEqual([{ ...line, group: "week", title: "楼道堆物" }]);
    expect(await owedBy("street-east")).toEqual([
      { ...line, group: "week", title: "窨井盖缺失" },
      { ...line, group: "waiting", title: "楼道堆物", kind: "waitAnswer" },
    ]);
    expect(await owedBy("street-west")).toEqual([]);
    const later = `${addDays(dueOn, 2)}T02:00:00.000Z`;
    expect((await owedBy("community-east", later)).map(({ group }) => group)).toEqual(["overdue"]);
  });

  it("is handed over like everything else that is open, by whoever leaves the post that owes it", async () => {
    const [held] = await read((db) =>
      db
        .select({ id: holding.id })
        .from(holding)
        .where(eq(holding.postId, who("community-east").postId)),
    );
    const pageFor = async (account: string) => mustSucceed(await showHandover(who(account), held!.id, now));
    const { number } = listed.community!;
    const own = (await pageFor("community-east")).lines.find(({ name }) => name === number);
    expect(own).toMatchObject({ title: "楼道堆物", to: `${problemAddress(number)}#answer` });
    const seen = (await pageFor("admin")).lines.find(({ name }) => name === number);
    expect(seen).toMatchObject({ title: "", to: null });
  });

  it("stands in the street's list and on the page with reason, words and the day until when", async () => {
    const list = await showList(who("street-east"), { month, street: "east" });
    expect(list!.rows.find((row) => row.number === listed.street!.number)).toMatchObject({
      decision: { code: "solvableByUnit", text: "请主管单位先行办理" },
      answer: { dueOn, answeredOn: null },
    });
    expect(await answersOf("street", "street-east")).toMatchObject([{ dueOn, canAnswer: true }]);
    expect(await answersOf("street", "office")).toMatchObject([{ dueOn, canAnswer: false }]);
    // The unit that the problem concerns sees the problem, and not what its street says to residents.
    expect(await answersOf("street", "dept-works")).toEqual([]);
  });

  it("is owed no more once it is taken back, and owed anew when it is refused again", async () => {
    mustSucceed(await takeBack("street"));
    expect((await owedBy("street-east")).map(({ title }) => title)).toEqual(["楼道堆物"]);
    expect(await answersOf("street", "street-east")).toEqual([]);
    mustSucceed(await refuse("street"));
    mustSucceed(await refuse("street"));
    expect(await answersOf("street", "street-east")).toHaveLength(1);
  });
});

describe("what the resident is told", () => {
  it("is noted by who owes it or its street, on a day between the refusal and today", async () => {
    expect(await answer("community", "street-west")).toMatchObject({ refusal: { code: "notFound" } });
    expect(await answer("community", "office")).toMatchObject({ refusal: { code: "notFound" } });
    expect(await answer("street", "community-east")).toMatchObject({ refusal: { code: "notFound" } });
    for (const wrong of [addDays(today, 1), addDays(today, -1)])
      expect(await answer("street", "street-east", wrong)).toMatchObject({
        refusal: { code: "answerDayWrong", field: "answeredOn" },
      });
    mustSucceed(await answer("community", "community-east"));
    mustSucceed(await answer("street", "street-east"));
    expect(await answer("street", "street-east")).toMatchObject({ refusal: { code: "answerNotOwed" } });
    expect(await owedBy("street-east")).toEqual([]);
    expect(await owedBy("community-east")).toEqual([]);
  });

  it("is read by the office on the page, in the history and in the queue", async () => {
    const view = await showProblem(who("office"), listed.street!.number);
    expect(view!.answers).toMatchObject([{ text: "电话告知原因", answeredOn: today }]);
    expect(view!.history.find(({ kind }) => kind === "answered")?.text).toBe("电话告知原因");
    const screening = await showScreening(who("office"), { month });
    expect(screening!.rows.map((row) => row.answer?.answeredOn)).toEqual([today, today]);
  });

  it("stays on the page when the refusal is taken back afterwards", async () => {
    mustSucceed(await takeBack("street"));
    expect(await answersOf("street", "office")).toMatchObject([{ isEnded: true, text: "电话告知原因" }]);
    mustSucceed(await refuse("street"));
    expect((await answersOf("street", "street-east")).map(({ canAnswer }) => canAnswer)).toEqual([
      false,
      true,
    ]);
  });
});
