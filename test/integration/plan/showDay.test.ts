import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { followUp } from "~/meeting/stage/followUp.server";
import { factsForNextStep } from "~/plan/dayFacts.server";
import { nextStepOf } from "~/plan/nextStep";
import { openWindow } from "~/plan/openWindow.server";
import { showDay } from "~/plan/showDay.server";
import { selectDays } from "~/problem/consultationDay.server";
import { read } from "~db/read";
import { attendance, consultationDay, meeting, problemList, task, topic } from "~db/schema";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { adoptedYear, dayOfMonth } from "../../builders/plan";
import { mustSucceed } from "../../builders/result";
import { screenedDay } from "../../builders/session";
import { dayAt, dispatchedTasks } from "../../builders/task";

withDatabase();
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;
const now = "2026-10-02T02:00:00.000Z";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district, { now: "2026-01-05T02:00:00.000Z" });
});

/** What "My work" finds to be next, from the few facts that it reads. */
async function nextInWork(account: string, month: string) {
  return read(async (db) => {
    const [day] = await selectDays(db).where(eq(consultationDay.month, month));
    const facts = await factsForNextStep(db, day!, by(account));
    const ofPlan = { planAdopted: true, chairHeld: true, workingDay: true };
    return nextStepOf(
      day!.stage,
      { ...facts, ...ofPlan },
      { ...day!, today: day!.date, agendaApprovedBy: day!.date },
    ).key;
  });
}

/** The page of a day, whose next step "My work" must agree with. */
async function seen(account: string, month: string, at = now) {
  const page = mustSucceed(await showDay(by(account), month, at));
  expect(await nextInWork(account, month)).toBe(page.next.key);
  return page;
}

type Tx = Parameters<Parameters<typeof change>[2]>[0];

async function write(work: (tx: Tx) => Promise<unknown>) {
  mustSucceed(
    await change(null, now, async (tx, book) => {
      await work(tx);
      await book({ verb: "test.build", subject: { kind: "test", id: "test" } });
      return done(null);
    }),
  );
}

describe("a day while topics are collected", () => {
  const month = "2026-11";

  beforeAll(async () => {
    mustSucceed(await openWindow(by("office"), { month }, now));
    const { id: dayId } = await dayOfMonth(month);
    await write(async (tx) => {
      const list = (street: string) => ({ dayId, streetId: district.units[street]! });
      await tx.insert(problemList).values([
        { id: newId(), ...list("east"), state: "submitted" },
        { id: newId(), ...list("west"), state: "draft" },
      ]);
    });
  });

  it("tells the district which streets have sent their list and who is missing", async () => {
    for (const account of ["office", "leader"]) {
      const page = await seen(account, month);
      expect(page.checks).toEqual([{ key: "lists", done: false, count: { have: 1, need: 2 } }]);
      expect(page.lists).toMatchObject([
        { slug: "east", sent: true },
        { slug: "west", sent: false, holders: ["street-west员"] },
      ]);
      expect(page.next).toEqual({ key: "submitLists", who: "streets", by: "2026-10-20" });
    }
  });

  it("tells a street about its own list only", async () => {
    for (const account of ["street-east", "community-east"]) {
      const page = await seen(account, month);
      expect(page.checks).toEqual([{ key: "lists", done: true, count: { have: 1, need: 1 } }]);
      expect(page.lists).toBeNull();
      expect(page.ownList).toBe("east");
    }
    expect((await seen("street-west", month)).checks[0]).toMatchObject({ count: { have: 0, need: 1 } });
    expect((await seen("street-west", month)).links).toEqual(["list"]);
  });

  it("tells a department nothing about lists", async () => {
    const page = await seen("dept-works", month);
    expect(page).toMatchObject({ checks: [], lists: null, ownList: null, links: [] });
    expect(JSON.stringify(page)).not.toContain("west");
  });

  it("offers its moves to the office alone, and knows when they need a reason", async () => {
    const office = await seen("office", month);
    expect(office.can).toEqual({
      ...{ edit: true, moveWindow: true, followUp: false },
      ...{ rearrange: true, swap: false, undo: false },
    });
    expect(office.departs).toEqual({ open: false, close: true });
    expect((await seen("office", month, "2026-10-20T02:00:00.000Z")).departs.close).toBe(false);
    expect((await seen("leader", month)).can).toEqual({
      ...{ edit: false, moveWindow: false, followUp: false },
      ...{ rearrange: false, swap: false, undo: false },
    });
  });

  it("that nobody has planned does not exist", async () => {
    expect(await showDay(by("office"), "2031-01", now)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await showDay(by("office"), "nonsense", now)).toMatchObject({ refusal: { code: "notFound" } });
  });
});

describe("a day in screening", () => {
  it("counts what is decided: for the district all of it, for a street its own", async () => {
    await screenedDay(district, "2025-06", [
      { street: "east", title: "路灯不亮", state: "admitted" },
      { street: "east", title: "垃圾堆放", state: "submitted" },
      { street: "west", title: "井盖破损", state: "refused" },
    ]);
    const checks = async (account: string) => (await seen(account, "2025-06")).checks;
    expect(await checks("office")).toEqual([
      { key: "decisions", done: false, count: { have: 2, need: 3 } },
      { key: "admitted", done: true },
    ]);
    expect(await checks("street-west")).toEqual([
      { key: "decisions", done: true, count: { have: 1, need: 1 } },
      { key: "admitted", done: false },
    ]);
    expect(await checks("dept-works")).toEqual([]);
  });
});

describe("a day in session", () => {
  it("counts the roll, the look-back and the outcomes", async () => {
    const earlier = await dayAt(district, "2025-01", "issued");
    await dispatchedTasks(
      district,
      earlier,
      [{ street: "east", lead: "works", due: "2025-03-01" }],
      "2025-01-20T02:00:00.000Z",
    );
    const dayId = await dayAt(district, "2025-02", "inSession");
    await write(async (tx) => {
      await tx.insert(topic).values({ id: newId(), meetingId: dayId, kind: "topic", title: "停车难" });
      const called = (unit: string) => ({ id: newId(), meetingId: dayId, unitId: district.units[unit]! });
      await tx.insert(attendance).values([
        { ...called("works"), invitation: "lead", state: "present" },
        { ...called("water"), invitation: "lead", state: "invited" },
        // Whoever was only asked to write is not called.
        { ...called("west"), invitation: "writtenOpinion", state: "invited" },
      ]);
    });
    const page = await seen("leader", "2025-02");
    expect(page.checks).toEqual([
      {
        key: "rollCall",
        done: false,
        count: { have: 1, need: 2 },
        missing: [{ slug: "water", name: { zh: "water单位", en: "water" } }],
      },
      { key: "quorum", done: false },
      { key: "lookBack", done: false, count: { have: 0, need: 1 } },
      { key: "outcomes", done: false, count: { have: 0, need: 1 } },
    ]);
  });
});

describe("a day whose agenda is drawn up, in session, or whose minutes are written", () => {
  it("stands in My work with the same next step as on its page", async () => {
    const dayId = await dayAt(district, "2024-03", "agenda");
    const next = async () => (await seen("office", "2024-03")).next.key;
    const alter = (values: Partial<typeof meeting.$inferInsert>) =>
      write((tx) => tx.update(meeting).set(values).where(eq(meeting.id, dayId)));
    const called = { id: newId(), meetingId: dayId, unitId: district.units.works! };
    expect(await next()).toBe("inviteUnits");
    await write((tx) => tx.insert(attendance).values({ ...called, invitation: "lead", state: "invited" }));
    expect(await next()).toBe("askAgendaApproval");
    await alter({ agendaPublishedAt: now });
    expect(await next()).toBe("openSession");
    await alter({ stage: "inSession" });
    expect(await next()).toBe("callRoll");
    await write((tx) => tx.update(attendance).set({ state: "present" }).where(eq(attendance.id, called.id)));
    expect(await next()).toBe("closeSession");
    await write((tx) =>
      tx.insert(topic).values({ id: newId(), meetingId: dayId, kind: "topic", title: "停车难" }),
    );
    expect(await next()).toBe("recordOutcomes");
    await alter({ stage: "minutes" });
    expect(await next()).toBe("issueMinutes");
  });
});

describe("an issued day", () => {
  it("names to the district, and to nobody else, who has not acknowledged their tasks", async () => {
    const acknowledged = async (account: string) => (await seen(account, "2025-01")).checks[0];
    expect(await acknowledged("office")).toMatchObject({
      ...{ key: "acknowledged", done: false, count: { have: 0, need: 1 } },
      missing: [{ slug: "works" }],
    });
    expect(await acknowledged("street-west")).toMatchObject({ missing: [] });
  });
});

describe("the end of a day", () => {
  it("is stated by the office once no task is open", async () => {
    const month = "2025-01";
    expect((await seen("office", month)).checks[1]).toEqual({
      key: "finished",
      done: false,
      count: { have: 0, need: 1 },
    });
    expect(await followUp(by("leader"), { slug: month }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await followUp(by("office"), { slug: month }, now)).toMatchObject({
      refusal: { code: "tasksOpen", values: { number: 1 } },
    });
    await write((tx) => tx.update(task).set({ state: "struckOff" }));
    expect((await seen("office", month)).next.key).toBe("followUp");
    mustSucceed(await followUp(by("office"), { slug: month }, now));
    expect((await dayOfMonth(month)).stage).toBe("followedUp");
    expect(await followUp(by("office"), { slug: month }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });

  it("is not possible before the minutes are issued", async () => {
    await write((tx) => tx.update(meeting).set({ stage: "minutes" }).where(eq(meeting.slug, "2026-12")));
    expect(await followUp(by("office"), { slug: "2026-12" }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });
});
