import { desc, eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { beginTopics } from "~/meeting/lookback/beginTopics.server";
import { callTask } from "~/meeting/lookback/callTask.server";
import { lookBackComplete } from "~/meeting/lookback/lookBackComplete.server";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { lookBackProgress } from "~/meeting/lookback/lookBackProgress.server";
import { noteDueLater } from "~/meeting/lookback/noteDueLater.server";
import { showLookBack } from "~/meeting/lookback/showLookBack.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { taskCalledNow } from "~/meeting/lookback/taskCalledNow.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import type { Statement } from "~/task/statement";
import { read } from "~db/read";
import { deviation, ledgerEntry, lookBackStatement, meeting } from "~db/schema";
import { freshDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { stepsLeft } from "../../../builders/outbox";
import { dayAt, dispatchedTasks } from "../../../builders/task";

const now = "2026-11-22T02:00:00.000Z";
let fresh: ReturnType<typeof freshDatabase> | undefined;
let district: SmallDistrict;
let november: string;
let december: string;

/** Numbers by what they are for: soon (due 28 November), late (due 10 December), west (in the west). */
let numbers: { late: string; soon: string; west: string };

// A look-back is about everything that is open, so each test has a district of its own.
beforeEach(async () => {
  fresh?.remove();
  fresh = freshDatabase();
  district = await smallDistrict();
  november = await dayAt(district, "2026-11", "issued");
  december = await dayAt(district, "2026-12", "inSession");
  const [late, soon, west] = await dispatchedTasks(
    district,
    november,
    [
      { street: "east", lead: "works", due: "2026-12-10" },
      { street: "east", lead: "works", due: "2026-11-28", title: "路灯不亮", text: "更换路灯" },
      { street: "west", lead: "water", due: "2026-12-05" },
    ],
    now,
  );
  numbers = { late: late!, soon: soon!, west: west! };
});
afterAll(() => fresh?.remove());

const who = (account: string) => district.actors[account]!;
const called = (dayId = december) => read((db) => lookBackOf(db, dayId));
const complete = (dayId = december) => read((db) => lookBackComplete(db, dayId));
const state = (number: string, statement: Statement, by: Actor = who("office"), month = "2026-12") =>
  stateAtLookBack(by, { slug: month, number, statement, text: "说明" }, now);
const codeOf = (result: Awaited<ReturnType<typeof state>>) => (result.ok ? "done" : result.refusal.code);

async function solve(number: string) {
  await acknowledgeTask(who("dept-works"), { number }, now);
  await claimHandled(who("dept-works"), { number, text: "已修复", evidence: "照片" }, now);
  await verifySolved(who("street-east"), { number, text: "属实" }, now);
}

function moveTo(month: string, stage: Stage) {
  return change(null, now, async (tx, book) => {
    await tx.update(meeting).set({ stage }).where(eq(meeting.slug, month));
    await book({ verb: "test.move", subject: { kind: "test", id: month } });
    return done(null);
  });
}

describe("what a day calls", () => {
  it("every open task of earlier days, by due date, none of its own", async () => {
    await dispatchedTasks(district, december, [{ street: "east", lead: "works", due: "2027-01-10" }], now);
    expect((await called()).map((task) => task.number)).toEqual([numbers.soon, numbers.west, numbers.late]);
    expect((await called())[0]).toMatchObject({
      title: "路灯不亮",
      text: "更换路灯",
      resolvedAt: { slug: "2026-11" },
      lead: { slug: "works" },
      street: { slug: "east" },
      statement: null,
      mustBeStated: true,
    });
    expect(await called(november)).toEqual([]);
  });

  it("a solved task too, until a day has heard that it is done; new topics do not wait for it", async () => {
    await solve(numbers.soon);
    await state(numbers.late, "onTrack");
    await state(numbers.west, "onTrack");
    expect((await called())[0]).toMatchObject({ number: numbers.soon, mustBeStated: false });
    expect(await complete()).toBe(true);
    expect(codeOf(await state(numbers.soon, "done"))).toBe("done");
    expect((await called())[0]?.statement).toMatchObject({ statement: "done" });
    const january = await dayAt(district, "2027-01", "inSession");
    expect((await called(january)).map((task) => task.number)).toEqual([numbers.west, numbers.late]);
  });

  it("not what is struck off", async () => {
    await solve(numbers.soon);
    await strikeOff(who("office"), { number: numbers.soon }, now);
    expect((await called()).map((task) => task.number)).toEqual([numbers.west, numbers.late]);
  });

  it("once the session is over, exactly what was stated there", async () => {
    await state(numbers.soon, "delayed");
    await moveTo("2026-12", "minutes");
    expect((await called()).map((task) => task.number)).toEqual([numbers.soon]);
  });
});

describe("stating", () => {
  it("is complete when each open task has its statement", async () => {
    expect(await complete()).toBe(false);
    for (const number of Object.values(numbers)) await state(number, "onTrack");
    expect(await complete()).toBe(true);
  });

  it("is complete from the start where nothing is open, as on the first day of all", async () => {
    expect(await complete(november)).toBe(true);
  });

  it("lets nobody call done what the street has not verified, also not what the unit claims", async () => {
    expect(codeOf(await state(numbers.soon, "done"))).toBe("saidNotHandled");
    await acknowledgeTask(who("dept-works"), { number: numbers.soon }, now);
    await claimHandled(who("dept-works"), { number: numbers.soon, text: "好了", evidence: "照片" }, now);
    expect(codeOf(await state(numbers.soon, "done"))).toBe("saidNotVerified");
    expect(await complete()).toBe(false);
    await verifySolved(who("street-east"), { number: numbers.soon, text: "属实" }, now);
    expect(codeOf(await state(numbers.soon, "done"))).toBe("done");
  });

  it("refuses what contradicts the facts, as they are on that day", async () => {
    const later = "2026-11-30T02:00:00.000Z";
    const said = { slug: "2026-12", number: numbers.soon, statement: "onTrack" as const, text: "在办" };
    expect(codeOf(await stateAtLookBack(who("office"), said, later))).toBe("saidOverdue");
    expect(codeOf(await stateAtLookBack(who("office"), said, now))).toBe("done");
    await acknowledgeTask(who("dept-works"), { number: numbers.late }, now);
    await blockTask(who("dept-works"), { number: numbers.late, text: "缺审批" }, now);
    expect(codeOf(await state(numbers.late, "onTrack"))).toBe("saidBlocked");
    expect(codeOf(await state(numbers.late, "stuck"))).toBe("done");
  });

  it("belongs to the office and the chair of that day, while it is in session", async () => {
    expect(codeOf(await state(numbers.soon, "onTrack", who("leader")))).toBe("done");
    for (const account of ["street-east", "dept-works", "community-east"])
      expect(codeOf(await state(numbers.soon, "onTrack", who(account)))).toBe("notAllowed");
    expect(codeOf(await state(numbers.soon, "onTrack", who("admin")))).toBe("notFound");
    for (const stage of ["agenda", "minutes", "issued"] as const) {
      await moveTo("2026-12", stage);
      expect(codeOf(await state(numbers.west, "onTrack"))).toBe("wrongStage");
    }
    expect(codeOf(await state(numbers.west, "onTrack", who("office"), "2030-01"))).toBe("notFound");
  });

  it("again replaces the statement; the one before stays in the ledger", async () => {
    await state(numbers.soon, "onTrack");
    await state(numbers.soon, "stuck");
    const rows = await read((db) => db.select().from(lookBackStatement));
    expect(rows.map((row) => row.statement)).toEqual(["stuck"]);
    const [booked] = await read((db) =>
      db.select().from(ledgerEntry).orderBy(desc(ledgerEntry.sequence)).limit(1),
    );
    expect(JSON.parse(booked!.before!)).toMatchObject({ statement: "onTrack" });
    expect(JSON.parse(booked!.after!)).toMatchObject({ statement: "stuck" });
  });

  it("is told to those who are looking when it is written, not when it is refused", async () => {
    await state(numbers.soon, "done");
    expect(await stepsLeft("facts.changed")).toEqual([]);
    await state(numbers.soon, "delayed");
    expect(await stepsLeft("facts.changed")).toEqual([{ kind: "lookBack", slug: "2026-12" }]);
  });

  it("escalates a task that has been carried over more often than the rules allow", async () => {
    for (const month of ["2026-12", "2027-01", "2027-02"]) {
      if (month !== "2026-12") await dayAt(district, month, "inSession");
      expect(codeOf(await state(numbers.soon, "delayed", who("office"), month))).toBe("done");
    }
    const of = async (month: string) => {
      const [day] = await read((db) => db.select().from(meeting).where(eq(meeting.slug, month)));
      const task = (await called(day!.id)).find((one) => one.number === numbers.soon)!;
      return [task.timesCarriedOver, task.escalated];
    };
    expect(await of("2026-12")).toEqual([1, false]);
    expect(await of("2027-01")).toEqual([2, false]);
    expect(await of("2027-02")).toEqual([3, true]);
  });
});

describe("those due later", () => {
  /** Acknowledged, so that nothing of them has to be asked. */
  async function goOn(...chosen: string[]) {
    for (const number of chosen) {
      const by = number === numbers.west ? "dept-water" : "dept-works";
      await acknowledgeTask(who(by), { number }, now);
    }
  }
  const laterShown = async () =>
    (await showLookBack(who("office"), { slug: "2026-12" }, now))!.tasks
      .filter(({ part }) => part === "later")
      .map(({ number, version }) => ({ number, version }));
  const note = async (seen: Awaited<ReturnType<typeof laterShown>>, by = who("office")) =>
    noteDueLater(by, { slug: "2026-12", seen }, now);

  it("stand in a list of their own, and are noted in one press", async () => {
    await goOn(numbers.west, numbers.late);
    const seen = await laterShown();
    expect(seen.map(({ number }) => number)).toEqual([numbers.west, numbers.late]);
    expect(await note(seen)).toMatchObject({
      ok: true,
      value: { noted: [numbers.west, numbers.late], leftOut: [] },
    });
    const rows = await read((db) => db.select().from(lookBackStatement));
    expect(rows.map(({ statement, saidAs }) => [statement, saidAs])).toEqual([
      ["onTrack", "noted"],
      ["onTrack", "noted"],
    ]);
    expect(await complete()).toBe(false);
    await state(numbers.soon, "delayed");
    expect(await complete()).toBe(true);
  });

  it("leaves out what has changed since it was shown, and tells which", async () => {
    await goOn(numbers.west, numbers.late);
    const seen = await laterShown();
    await blockTask(who("dept-water"), { number: numbers.west, text: "缺审批" }, now);
    expect(await note(seen)).toMatchObject({ value: { noted: [numbers.late], leftOut: [numbers.west] } });
    expect(await note(seen)).toMatchObject({ refusal: { code: "laterChanged" } });
  });

  it("loses to the walk whatever anybody asks to be called by itself", async () => {
    await goOn(numbers.west, numbers.late);
    const seen = await laterShown();
    const ask = { slug: "2026-12", number: numbers.west };
    expect((await callTask(who("dept-works"), ask, now)).ok).toBe(false);
    expect(await callTask(who("dept-water"), ask, now)).toMatchObject({ ok: true });
    expect((await laterShown()).map(({ number }) => number)).toEqual([numbers.late]);
    expect(await note(seen)).toMatchObject({ value: { leftOut: [numbers.west] } });
    await moveTo("2026-12", "minutes");
    expect(await callTask(who("office"), ask, now)).toMatchObject({ refusal: { code: "wrongStage" } });
  });

  it("are noted by nobody but who holds the meeting", async () => {
    await goOn(numbers.west);
    for (const account of ["street-east", "dept-water"])
      expect(await note(await laterShown(), who(account))).toMatchObject({ refusal: { code: "notAllowed" } });
  });
});

describe("the task that the hall is at", () => {
  const seenBy = async (account: string) =>
    (await taskCalledNow(who(account), "2026-12", now))?.number ?? null;

  it("follows the statements, and turns to another one when the office says so", async () => {
    expect(await seenBy("office")).toBe(numbers.soon);
    await state(numbers.soon, "delayed");
    expect(await seenBy("office")).toBe(numbers.west);
    await callTask(who("office"), { slug: "2026-12", number: numbers.late }, now);
    expect(await seenBy("office")).toBe(numbers.late);
    // Who only asks turns nobody's eyes.
    await callTask(who("dept-water"), { slug: "2026-12", number: numbers.west }, now);
    expect(await seenBy("office")).toBe(numbers.late);
  });

  it("is shown to those who see the task, while the meeting is in session", async () => {
    expect(await seenBy("dept-works")).toBe(numbers.soon);
    expect(await seenBy("dept-water")).toBeNull();
    await moveTo("2026-12", "minutes");
    expect(await seenBy("office")).toBeNull();
  });
});

describe("topics before all is stated", () => {
  const begin = (by: Actor) => beginTopics(by, { slug: "2026-12", reason: "居民代表只能留到十点" }, now);
  const mayDecide = async () =>
    (await read((db) => lookBackProgress(db, { id: december, kind: "consultationDay" }))).complete;

  it("begin on the word of the chair alone, once, with the reason kept as a deviation", async () => {
    expect(await mayDecide()).toBe(false);
    for (const account of ["office", "street-east"])
      expect(await begin(who(account))).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await begin(who("leader"))).toMatchObject({ ok: true });
    expect(await mayDecide()).toBe(true);
    expect(await complete()).toBe(false);
    expect(await read((db) => db.select().from(deviation))).toMatchObject([
      { meetingId: december, step: "lookBack", reason: "居民代表只能留到十点" },
    ]);
    expect(await begin(who("leader"))).toMatchObject({ refusal: { code: "topicsMayBegin" } });
    expect(await showLookBack(who("office"), { slug: "2026-12" }, now)).toMatchObject({
      begun: { reason: "居民代表只能留到十点" },
    });
  });
});

describe("the page of a look-back", () => {
  const shown = async (account: string, more: { number?: string; after?: string } = {}) =>
    (await showLookBack(who(account), { slug: "2026-12", ...more }, now))!;

  it("goes from task to task until all are stated, then shows the list", async () => {
    expect((await shown("office")).current?.number).toBe(numbers.soon);
    await state(numbers.soon, "onTrack");
    expect((await shown("office")).current?.number).toBe(numbers.west);
    expect((await shown("office", { after: numbers.west })).current?.number).toBe(numbers.late);
    expect((await shown("office", { number: numbers.soon })).current?.statement?.statement).toBe("onTrack");
    await state(numbers.late, "onTrack");
    await state(numbers.west, "onTrack");
    const { current, complete } = await shown("office", { after: numbers.late });
    expect([current, complete]).toEqual([undefined, true]);
  });

  it("tells of one task what was promised, what happened and what may be stated", async () => {
    await solve(numbers.soon);
    const { current } = await shown("office", { number: numbers.soon });
    expect(current?.text).toBe("更换路灯");
    expect(current?.facts).toEqual(["saidSolved"]);
    expect(current?.history.map((entry) => entry.event)).toContain("verifySolved");
  });

  it("lets everybody read what concerns them, and state only those who may", async () => {
    const of = async (account: string) => {
      const { tasks, can } = await shown(account);
      return [tasks.map((task) => task.number), can.state];
    };
    expect(await of("office")).toEqual([[numbers.soon, numbers.west, numbers.late], true]);
    expect(await of("leader")).toEqual([[numbers.soon, numbers.west, numbers.late], true]);
    expect(await of("street-east")).toEqual([[numbers.soon, numbers.late], false]);
    expect(await of("dept-water")).toEqual([[numbers.west], false]);
    expect((await shown("street-east", { number: numbers.west })).current?.number).toBe(numbers.soon);
    await moveTo("2026-12", "issued");
    expect((await shown("office")).can.state).toBe(false);
    expect(await showLookBack(who("office"), { slug: "2030-01" }, now)).toBeNull();
  });
});
