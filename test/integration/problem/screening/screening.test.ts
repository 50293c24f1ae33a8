import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { showList } from "~/problem/list/showList.server";
import { showLists } from "~/problem/list/showLists.server";
import { submitList } from "~/problem/list/submitList.server";
import { listingsToPlace, undecidedListings } from "~/problem/listedProblems.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { decideListing } from "~/problem/screening/decideListing.server";
import type { DecisionInput } from "~/problem/screening/decision";
import { returnList } from "~/problem/screening/returnList.server";
import { showScreening } from "~/problem/screening/showScreening.server";
import { tickTest } from "~/problem/screening/tickTest.server";
import { read } from "~db/read";
import { dutyItem, problem, topic } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { listedProblem, setStage, someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
let day: string;
const month = "2026-12";
const listed: Record<string, Awaited<ReturnType<typeof listedProblem>>> = {};

beforeAll(async () => {
  district = await smallDistrict();
  day = await someDay(district, month, "collecting");
  listed.sunk = await listedProblem(district, "street-east", month);
  listed.dark = await listedProblem(district, "community-east", month, {
    title: "永丰里路灯不亮",
    originalWording: "晚上一片黑，老人不敢下楼。",
    summary: "",
    place: "永丰里",
  });
  listed.draft = await listedProblem(district, "street-west", month, {
    title: "永丰路人行道破损塌陷",
    originalWording: "永丰路人行道塌了一块，轮椅过不去。",
    place: "永丰路98号",
  });
});

const decide = (input: DecisionInput, account = "office") =>
  decideListing(district.actors[account]!, input, someInstant);
const states = async () => {
  const view = await showScreening(district.actors.office!, { month });
  return Object.fromEntries(view!.rows.map((row) => [row.number, row.state]));
};

describe("what is not submitted", () => {
  it("is its street's own: nobody else learns of it, not even how many there are", async () => {
    const { number } = listed.draft!;
    for (const account of ["office", "leader", "admin", "street-east", "community-east", "dept-works"])
      expect([account, await showProblem(district.actors[account]!, number)]).toEqual([account, null]);
    expect(await showProblem(district.actors["street-west"]!, number)).not.toBeNull();
    const lists = await showLists(district.actors.office!, month);
    expect(lists!.lists.map((list) => [list.state, list.problems])).toEqual([
      ["draft", 0],
      ["draft", 0],
    ]);
    const seen = await showList(district.actors.office!, { month, street: "west" });
    expect(seen!.rows).toEqual([]);
    expect(await showList(district.actors["street-east"]!, { month, street: "west" })).toBeNull();
    expect(await showList(district.actors["dept-works"]!, { month, street: "west" })).toBeNull();
    expect(await showLists(district.actors["street-east"]!, month)).toBeNull();
  });

  it("shows a community what it raised and not the rest of its street's draft", async () => {
    const view = await showList(district.actors["community-east"]!, { month, street: "east" });
    expect(view!.rows.map((row) => row.number)).toEqual([listed.dark!.number]);
    expect(view!.can).toMatchObject({ propose: true, add: false, submit: false, import: false, move: false });
  });
});

describe("screening", () => {
  beforeAll(async () => {
    await submitList(district.actors["street-east"]!, { month }, someInstant);
    await submitList(district.actors["street-west"]!, { month }, someInstant);
  });

  it("waits until the window is closed", async () => {
    const { listingId } = listed.sunk!;
    expect(await decide({ listingId, decision: "admitted" })).toMatchObject({
      refusal: { code: "wrongStage" },
    });
    await setStage(day, "screening");
    expect(await decide({ listingId, decision: "admitted" }, "leader")).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await read((db) => undecidedListings(db, day))).toBe(3);
  });

  it("shows a problem beside the one that is like it, with the words they share", async () => {
    const view = await showScreening(district.actors.office!, { month, open: listed.sunk!.listingId });
    expect(view!.opened!.similar[0]).toMatchObject({
      number: listed.draft!.number,
      listingId: listed.draft!.listingId,
    });
    expect(view!.opened!.similar[0]!.common).toContain("人行道");
    expect(await showScreening(district.actors["street-east"]!, { month })).toBeNull();
  });

  it("decides nothing over what somebody else has decided since the page was shown", async () => {
    const { listingId, number } = listed.dark!;
    const shown = (await showScreening(district.actors.office!, { month }))!.rows.find(
      (row) => row.listingId === listingId,
    )!;
    mustSucceed(await decide({ listingId, decision: "admitted", version: shown.version }));
    expect(
      await decide({ listingId, decision: "deferred", text: "下月", version: shown.version }),
    ).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect((await states())[number]).toBe("admitted");
    mustSucceed(await decide({ listingId, decision: "undecided", version: shown.version + 1 }));
  });

  it("admits, refuses with a reason, merges into one that may carry, and takes back", async () => {
    const [sunk, dark, west] = [listed.sunk!, listed.dark!, listed.draft!];
    await decide({ listingId: sunk.listingId, decision: "admitted" });
    expect(
      await decide({ listingId: dark.listingId, decision: "refused", code: "solvableByUnit" }),
    ).toMatchObject({ refusal: { code: "invalid", field: "text" } });
    await decide({
      listingId: dark.listingId,
      decision: "refused",
      code: "solvableByUnit",
      text: "请路灯所先办",
    });
    for (const sameAs of [west.listingId, dark.listingId, "nothing"])
      expect(await decide({ listingId: west.listingId, decision: "merged", sameAs })).toMatchObject({
        refusal: { code: "invalid", field: "sameAs" },
      });
    await decide({ listingId: west.listingId, decision: "merged", sameAs: sunk.listingId });
    expect(await states()).toEqual({
      [sunk.number]: "admitted",
      [dark.number]: "refused",
      [west.number]: "merged",
    });
    expect(await decide({ listingId: sunk.listingId, decision: "deferred", text: "再议" })).toMatchObject({
      refusal: { code: "carriesOthers" },
    });
    await decide({ listingId: dark.listingId, decision: "undecided" });
    expect((await states())[dark.number]).toBe("submitted");
  });

  it("returns no list of which something is decided or carries another street's problem", async () => {
    const give = (street: string) =>
      returnList(district.actors.office!, { month, street, reason: "补充协调情况" }, someInstant);
    expect(await give("east")).toMatchObject({ refusal: { code: "listDecided" } });
    expect(await give("west")).toMatchObject({ refusal: { code: "listDecided" } });
  });

  it("places what was admitted, and tells a street what became of its own", async () => {
    const placed = await read((db) => listingsToPlace(db, day));
    expect(placed.map((row) => row.problem.number)).toEqual([listed.sunk!.number]);
    await decide({
      listingId: listed.dark!.listingId,
      decision: "refused",
      code: "solvableByUnit",
      text: "请路灯所先办",
    });
    const view = await showProblem(district.actors["community-east"]!, listed.dark!.number);
    expect(view!.trace.listings).toMatchObject([{ state: "refused", decisionText: "请路灯所先办" }]);
    expect(view!.history.map((entry) => entry.kind)).toEqual([
      ...["raised", "listed", "proposal", "proposal", "submitted", "decided"],
    ]);
    const west = await showProblem(district.actors["street-west"]!, listed.draft!.number);
    expect(west!.trace.carriers).toEqual([]);
    const office = await showProblem(district.actors.office!, listed.draft!.number);
    expect(office!.trace.carriers).toMatchObject([{ number: listed.sunk!.number }]);
    const lists = await showLists(district.actors.office!, month);
    expect(lists!.lists.map((list) => [list.state, list.admitted])).toEqual([
      ["screened", 1],
      ["screened", 0],
    ]);
  });
});

describe("the queue", () => {
  it("opens the first that waits, marked with what is like it and with the tests it does not pass", async () => {
    await setStage(day, "screening");
    mustSucceed(await decide({ listingId: listed.dark!.listingId, decision: "undecided" }));
    const view = await showScreening(district.actors.office!, { month });
    expect(view!.opened!.listingId).toBe(listed.dark!.listingId);
    const card = view!.rows.find((row) => row.listingId === listed.dark!.listingId)!;
    const failing = view!.opened!.tests.filter((one) => one.result === "failed").length;
    expect(card.marks).toMatchObject({ failed: failing, similar: view!.opened!.similar.length });
    expect(view!.rows.filter((row) => row.marks).map((row) => row.number)).toEqual([listed.dark!.number]);
    expect(view!.agenda).toEqual({ admitted: 1, most: 8 });
  });

  it("asks of a duty that was taken back what the list says", async () => {
    const fact = async () =>
      (await showScreening(district.actors.office!, { month, open: listed.sunk!.listingId }))!.opened!;
    await transact(async (tx) => {
      const item = { id: "back", list: "takenBack" as const, number: 12, problemClass: "publicFacilities" };
      await tx.insert(dutyItem).values({ ...item, matter: "市政道路养护", unitId: district.units.works! });
      await tx.update(problem).set({ dutyItemId: "back" }).where(eq(problem.id, listed.sunk!.problemId));
    });
    const opened = await fact();
    expect(opened.duty).toMatchObject({ number: 12, list: "takenBack" });
    expect(opened.tests.find(({ code }) => code === "dutyTakenBack")).toMatchObject({
      result: "failed",
      fact: { key: "takenBack", values: { number: "12", matter: "市政道路养护" } },
    });
    // What the page says is decided, no person decides.
    const tick = { listingId: listed.sunk!.listingId, test: "dutyTakenBack", result: "passed" as const };
    expect(await tickTest(district.actors.office!, tick, someInstant)).toMatchObject({
      refusal: { code: "testDecided" },
    });
    await transact((tx) =>
      tx.update(problem).set({ dutyItemId: null }).where(eq(problem.id, listed.sunk!.problemId)),
    );
  });
});

describe("taking a decision back", () => {
  const [sunk, dark] = [() => listed.sunk!.listingId, () => listed.dark!.listingId];
  const barOf = async (listingId: string) => {
    const view = await showScreening(district.actors.office!, { month, open: listingId });
    const result = await decide({ listingId, decision: "undecided" });
    expect(result.ok ? null : result.refusal.code).toBe(view!.opened!.undoBar);
    return view!.opened!.undoBar;
  };

  it("is refused at each later stage with what remains, on the page as by the act", async () => {
    mustSucceed(await decide({ listingId: dark(), decision: "deferred", text: "下月再议" }));
    await setStage(day, "collecting");
    expect(await barOf(sunk())).toBe("undoWindowOpen");
    const entry = { id: "topic", meetingId: day, kind: "topic" as const, title: "人行道" };
    await transact((tx) => tx.insert(topic).values({ ...entry, listingId: sunk() }));
    const change = (columns: Partial<typeof topic.$inferInsert>) =>
      transact((tx) => tx.update(topic).set(columns).where(eq(topic.id, "topic")));
    await setStage(day, "agenda");
    expect(await barOf(sunk())).toBe("undoOnAgenda");
    expect(await barOf(dark())).toBe("undoNotOnAgenda");
    await change({ withdrawnAt: someInstant });
    expect(await barOf(sunk())).toBe("undoOffAgenda");
    await change({ withdrawnAt: null });
    await setStage(day, "inSession");
    expect(await barOf(sunk())).toBe("undoInSession");
    await change({ outcome: "passed" });
    expect(await barOf(sunk())).toBe("undoConcluded");
    await setStage(day, "issued");
    expect(await barOf(sunk())).toBe("undoConcluded");
    expect(await barOf(dark())).toBe("undoDayOver");
    await setStage(day, "cancelled");
    expect(await barOf(dark())).toBe("undoDayCancelled");
    await setStage(day, "screening");
    await transact((tx) => tx.delete(topic).where(eq(topic.id, "topic")));
    mustSucceed(await decide({ listingId: dark(), decision: "undecided" }));
  });
});

describe("the tests of admission", () => {
  const tick = (test: string, result?: "passed" | "failed", account = "office") =>
    tickTest(district.actors[account]!, { listingId: listed.sunk!.listingId, test, result }, someInstant);
  const testsOf = async () => {
    const view = await showScreening(district.actors.office!, { month, open: listed.sunk!.listingId });
    return Object.fromEntries(view!.opened!.tests.map((one) => [one.code, one]));
  };

  it("say what the facts say, and leave the rest to a person", async () => {
    await setStage(day, "screening");
    expect(await testsOf()).toMatchObject({
      coordinated: { result: "passed", fact: { key: "coordinated" } },
      // Another street told of the same pavement.
      newMatter: {
        result: "ask",
        fact: { key: "likelyMatter", values: { kind: "problem", number: listed.draft!.number } },
      },
      dutyTakenBack: { result: "ask" },
      notImpromptu: { result: "ask", tick: null },
    });
  });

  it("keep what the office said of one, with who and when, until it is taken back", async () => {
    expect(await tick("notImpromptu", "passed", "leader")).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await tick("coordinated", "failed")).toMatchObject({ refusal: { code: "testDecided" } });
    expect(await tick("noSuchTest", "failed")).toMatchObject({ refusal: { code: "testDecided" } });
    mustSucceed(await tick("notImpromptu", "failed"));
    mustSucceed(await tick("notImpromptu", "passed"));
    const by = district.actors.office!.name;
    expect((await testsOf()).notImpromptu).toMatchObject({ result: "passed", tick: { by, at: someInstant } });
    mustSucceed(await tick("notImpromptu"));
    expect((await testsOf()).notImpromptu).toMatchObject({ result: "ask", tick: null });
  });

  it("do not decide: a reason that the rules do not offer is refused", async () => {
    const refused = { listingId: listed.sunk!.listingId, decision: "refused" as const, text: "不符" };
    expect(await decide({ ...refused, code: "dislike" })).toMatchObject({
      refusal: { code: "invalid", field: "code" },
    });
  });
});

describe("the marks of the queue", () => {
  it("marks what waits as the last decision has left it", async () => {
    const { sunk, draft } = listed;
    const put = async (listingId: string, decision: "undecided" | "refused") =>
      mustSucceed(
        await decide(
          decision === "refused"
            ? { listingId, decision, code: "solvableByUnit", text: "请路灯所先办" }
            : { listingId, decision },
        ),
      );
    const asked = async () => {
      const view = await showScreening(district.actors.office!, { month, open: sunk!.listingId });
      const marks = view!.rows.find((row) => row.listingId === sunk!.listingId)!.marks!;
      const asked = view!.opened!.tests.filter((one) => one.result === "ask").length;
      expect(marks.toJudge).toBe(asked);
      return asked;
    };
    await setStage(day, "screening");
    await put(sunk!.listingId, "undecided");
    await put(draft!.listingId, "undecided");
    const before = await asked();
    await put(draft!.listingId, "refused");
    expect(await asked()).toBe(before - 1);
    await put(draft!.listingId, "undecided");
    expect(await asked()).toBe(before);
  });
});
