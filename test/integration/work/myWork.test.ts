import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { suspendTask } from "~/task/acts/suspendTask.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { myWork, myWorkCount } from "~/work/myWork.server";
import type { WorkItem } from "~/work/work";
import { attendance, consultationDay, meeting, problemList } from "~db/schema";
import { freshDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { dayAt, dispatchedTasks, type TaskWish } from "../../builders/task";

const now = "2026-11-22T02:00:00.000Z";
let fresh: ReturnType<typeof freshDatabase> | undefined;
let district: SmallDistrict;

beforeEach(async () => {
  fresh?.remove();
  fresh = freshDatabase();
  district = await smallDistrict();
});
afterAll(() => fresh?.remove());

const who = (account: string) => district.actors[account]!;

async function taskFor(wish: Partial<TaskWish>, month = "2026-10"): Promise<string> {
  const dayId = await dayAt(district, month, "issued");
  const [number] = await dispatchedTasks(
    district,
    dayId,
    [{ street: "east", lead: "works", due: "2026-12-10", ...wish }],
    "2026-11-20T02:00:00.000Z",
  );
  return number!;
}

/** Lines as "group: what task-or-month until", without what the office has to confirm about old days. */
async function linesOf(account: string): Promise<string[]> {
  const groups = await myWork(who(account), now);
  const name = ({ what }: WorkItem) => ("step" in what ? what.step : what.kind);
  return groups
    .flatMap(({ group, items }) =>
      items.map((item) =>
        [group, name(item), item.task ? "task" : item.meeting?.slug, item.until ?? ""].join(" ").trim(),
      ),
    )
    .filter((line) => !line.includes("followUp"));
}

function alter(work: Parameters<typeof change>[2]) {
  return change(null, now, async (tx, book, later) => {
    await work(tx, book, later);
    await book({ verb: "test.alter", subject: { kind: "test", id: "test" } });
    return done(null);
  });
}

describe("a task is in the work of whoever must take the next step", () => {
  it("from the lead unit to the street to the office", async () => {
    const number = await taskFor({});
    expect(await linesOf("dept-works")).toEqual(["overdue acknowledge task 2026-11-21"]);
    expect(await myWorkCount(who("dept-works"), now)).toBe(1);
    expect(await linesOf("street-east")).toEqual([]);

    await acknowledgeTask(who("dept-works"), { number }, now);
    expect(await linesOf("dept-works")).toEqual(["later handle task 2026-12-10"]);
    expect(await myWorkCount(who("dept-works"), now)).toBe(0);

    await claimHandled(who("dept-works"), { number, text: "好了", evidence: "照片" }, now);
    expect(await linesOf("dept-works")).toEqual(["waiting waitVerify task"]);
    expect(await linesOf("street-east")).toEqual(["week verify task 2026-11-25"]);

    await verifySolved(who("street-east"), { number, text: "属实" }, now);
    expect(await linesOf("dept-works")).toEqual([]);
    expect(await linesOf("street-east")).toEqual([]);
    expect(await linesOf("office")).toEqual(["week strikeOff task 2026-11-27"]);
  });

  it("by its next milestone where that comes before the due date", async () => {
    const number = await taskFor({ milestones: [{ text: "勘察", due: "2026-11-25" }] });
    await acknowledgeTask(who("dept-works"), { number }, now);
    expect(await linesOf("dept-works")).toEqual(["week milestone task 2026-11-25"]);
  });

  it("of the office, where the street itself led", async () => {
    const number = await taskFor({ lead: "east" });
    await acknowledgeTask(who("street-east"), { number }, now);
    await claimHandled(who("street-east"), { number, text: "好了", evidence: "照片" }, now);
    expect(await linesOf("street-east")).toEqual(["waiting waitVerify task"]);
    expect(await linesOf("office")).toEqual(["week verify task 2026-11-25"]);
  });

  it("of both while an extension waits: one decides, the other waits and works on", async () => {
    const number = await taskFor({});
    await acknowledgeTask(who("dept-works"), { number }, now);
    await askExtension(who("dept-works"), { number, text: "雨季", toDate: "2027-01-10" }, now);
    expect(await linesOf("dept-works")).toEqual([
      "later handle task 2026-12-10",
      "waiting waitExtension task",
    ]);
    expect(await linesOf("office")).toEqual(["week decideExtension task 2026-11-24"]);
  });

  it("of the office when a suspended one is to be looked at again, not before", async () => {
    const number = await taskFor({});
    await acknowledgeTask(who("dept-works"), { number }, now);
    await suspendTask(who("office"), { number, text: "待定", reviewOn: "2027-03-01" }, now);
    expect(await linesOf("office")).toEqual([]);
    const groups = await myWork(who("office"), "2027-02-25T02:00:00.000Z");
    const week = groups.find(({ group }) => group === "week");
    expect(week?.items.map((item) => item.what)).toEqual([{ kind: "review" }]);
  });

  it("a street sees whom it waits for, and another street sees nothing", async () => {
    await taskFor({ due: "2026-11-21" });
    expect(await linesOf("street-east")).toEqual(["waiting waitOverdue task 2026-11-21"]);
    expect(await linesOf("street-west")).toEqual([]);
  });
});

describe("lists, invitations and days are in the work of those they concern", () => {
  it("a street's list until it is sent, and again when it is returned", async () => {
    const dayId = await dayAt(district, "2026-12", "collecting");
    await alter(async (tx) => {
      await tx
        .update(consultationDay)
        .set({ windowClosesOn: "2026-11-24" })
        .where(eq(consultationDay.meetingId, dayId));
      return done(null);
    });
    expect(await linesOf("street-east")).toEqual(["week submitList 2026-12 2026-11-24"]);
    expect(await linesOf("community-east")).toEqual(["week raiseProblems 2026-12 2026-11-24"]);
    expect(await linesOf("dept-works")).toEqual([]);
    expect(await linesOf("office")).toEqual(["waiting waitLists 2026-12 2026-11-24"]);
    const listId = newId();
    const row = { id: listId, dayId, streetId: district.units.east!, state: "submitted" as const };
    await alter(async (tx) => {
      await tx.insert(problemList).values(row);
      return done(null);
    });
    expect(await linesOf("street-east")).toEqual([]);
    expect(await linesOf("street-west")).toEqual(["week submitList 2026-12 2026-11-24"]);
    await alter(async (tx) => {
      await tx.update(problemList).set({ state: "returned" }).where(eq(problemList.id, listId));
      return done(null);
    });
    expect(await linesOf("street-east")).toEqual(["week correctList 2026-12 2026-11-24"]);
  });

  it("an invitation until the unit has said who comes", async () => {
    const dayId = await dayAt(district, "2026-11", "agenda", { date: "2026-11-27" });
    const id = newId();
    await alter(async (tx) => {
      await tx
        .insert(attendance)
        .values({ id, meetingId: dayId, unitId: district.units.works!, invitation: "lead" });
      return done(null);
    });
    expect(await linesOf("dept-works")).toEqual(["week answerInvitation 2026-11 2026-11-26"]);
    expect(await linesOf("dept-water")).toEqual([]);
    await alter(async (tx) => {
      await tx.update(attendance).set({ personName: "赵建国" }).where(eq(attendance.id, id));
      return done(null);
    });
    expect(await linesOf("dept-works")).toEqual([]);
  });

  it("the office and the chair have the next step of a day; another leader and the streets do not", async () => {
    await taskFor({});
    await dayAt(district, "2026-11", "inSession", { date: "2026-11-22" });
    expect(await linesOf("office")).toEqual(["today lookBack 2026-11 2026-11-22"]);
    expect(await linesOf("leader")).toEqual(["today lookBack 2026-11 2026-11-22"]);
    expect(await linesOf("admin")).toEqual([]);
    expect((await linesOf("street-east")).join()).not.toContain("lookBack");
    await alter(async (tx) => {
      await tx
        .update(meeting)
        .set({ chairPostId: null, stage: "minutes" })
        .where(eq(meeting.slug, "2026-11"));
      return done(null);
    });
    expect(await linesOf("leader")).toEqual([]);
    expect(await linesOf("office")).toEqual(["week issueMinutes 2026-11 2026-11-27"]);
  });

  it("an issued day whose tasks have all ended waits for the office to say so", async () => {
    const number = await taskFor({});
    const steps = async () =>
      (await myWork(who("office"), now)).flatMap(({ items }) => items.map((item) => item.what));
    expect(await steps()).toEqual([]);
    await acknowledgeTask(who("dept-works"), { number }, now);
    await claimHandled(who("dept-works"), { number, text: "好了", evidence: "照片" }, now);
    await verifySolved(who("street-east"), { number, text: "属实" }, now);
    expect(await steps()).toContainEqual({ step: "followUp" });
  });
});
