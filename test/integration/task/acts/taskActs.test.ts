import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { followUp } from "~/meeting/stage/followUp.server";
import { sendTaskToRework } from "~/meeting/stage/sendTaskToRework.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { finishMilestone } from "~/task/acts/finishMilestone.server";
import { reportProgress } from "~/task/acts/reportProgress.server";
import { resumeTask } from "~/task/acts/resumeTask.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { suspendTask } from "~/task/acts/suspendTask.server";
import { unblockTask } from "~/task/acts/unblockTask.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { ledgerEntry, meeting, milestone, resolution, task, taskEntry, taskExtension } from "~db/schema";
import { runStatement, withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
const now = "2026-11-22T02:00:00.000Z";
const later = "2026-12-01T02:00:00.000Z";
let district: SmallDistrict;
let month = 0;
let number: string;

beforeAll(async () => {
  district = await smallDistrict();
});

// A task of its own for each test: in the east, led by works, water assists.
beforeEach(async () => {
  number = await freshTask({});
});

async function freshTask(more: { street?: string; lead?: string; due?: string }): Promise<string> {
  month += 1;
  const name = `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const dayId = await dayAt(district, name, "issued");
  const milestones = [{ text: "勘察现场", due: "2026-11-28" }];
  const wish = {
    street: "east",
    lead: "works",
    assisting: ["water"],
    due: "2026-12-10",
    milestones,
    ...more,
  };
  const [made] = await dispatchedTasks(district, dayId, [wish], now);
  return made!;
}

const who = (account: string) => district.actors[account]!;
async function row() {
  const [found] = await read((db) => db.select().from(task).where(eq(task.number, number)));
  return found!;
}
async function dayOfTask() {
  const found = await read((db) =>
    db
      .select({ month: meeting.slug, stage: meeting.stage })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
      .where(eq(task.number, number)),
  );
  return found[0]!;
}
async function toHandled() {
  await acknowledgeTask(who("dept-works"), { number }, now);
  await claimHandled(who("dept-works"), { number, text: "已修复", evidence: "照片两张" }, now);
}
const refused = (result: { ok: boolean } & ({ ok: true } | { ok: false; refusal: { code: string } })) =>
  result.ok ? "done" : result.refusal.code;

describe("a task on its way", () => {
  it("goes from dispatch to the end through the hands of three", async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
    await reportProgress(who("dept-works"), { number, text: "已进场", evidence: "施工日志" }, now);
    await claimHandled(who("dept-works"), { number, text: "已修复", evidence: "照片两张" }, later);
    expect(await row()).toMatchObject({ state: "handled", handledAt: later, solvedAt: null });
    await verifySolved(
      who("street-east"),
      { number, text: "雨后查看无积水", evidence: "居民代表在场" },
      later,
    );
    expect(await row()).toMatchObject({ state: "solved", solvedAt: later, struckOffAt: null });
    expect(refused(await strikeOff(who("office"), { number }, later))).toBe("done");
    expect(await row()).toMatchObject({ state: "struckOff", struckOffAt: later });

    const { id } = await row();
    const history = await read((db) => db.select().from(taskEntry).where(eq(taskEntry.taskId, id)));
    expect(history.map((entry) => entry.event)).toEqual([
      "dispatch",
      "acknowledge",
      "progress",
      "claimHandled",
      "verifySolved",
      "strikeOff",
    ]);
    expect(history[3]).toMatchObject({
      text: "已修复",
      evidence: "照片两张",
      byPostId: who("dept-works").postId,
    });
    const [booked] = await read((db) =>
      db.select().from(ledgerEntry).orderBy(desc(ledgerEntry.sequence)).limit(1),
    );
    expect(booked).toMatchObject({ verb: "task.strikeOff", subjectId: id, postId: who("office").postId });
    expect(JSON.parse(booked!.before!)).toEqual({ state: "solved", struckOffAt: null });
  });

  it("comes back to the doer when the street is not satisfied, and that is counted", async () => {
    await toHandled();
    await sendTaskToRework(who("street-east"), { number, text: "路肩仍有坑" }, now);
    expect(await row()).toMatchObject({ state: "rework", reworkCount: 1, handledAt: null });
    await claimHandled(who("dept-works"), { number, text: "已补修", evidence: "照片" }, later);
    expect(await row()).toMatchObject({ state: "handled", reworkCount: 1, handledAt: later });
  });

  it("opens its day again, which was followed up, when it turns out not to be solved", async () => {
    const stageOf = async () => (await dayOfTask()).stage;
    await toHandled();
    const seen = { number, text: "已看现场", evidence: "照片" };
    expect(refused(await verifySolved(who("street-east"), seen, now))).toBe("done");
    expect(refused(await followUp(who("office"), { slug: (await dayOfTask()).month }, now))).toBe("done");
    expect(await stageOf()).toBe("followedUp");
    const again = { number, text: "雨后又坏" };
    expect(refused(await sendTaskToRework(who("street-east"), again, later))).toBe("done");
    expect([(await row()).state, await stageOf()]).toEqual(["rework", "issued"]);
  });

  it("can be blocked while its clock runs on, and a claim ends the block", async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
    await blockTask(who("dept-works"), { number, text: "等待掘路许可" }, now);
    expect(await row()).toMatchObject({
      state: "acknowledged",
      blocked: "等待掘路许可",
      dueDate: "2026-12-10",
    });
    expect(refused(await blockTask(who("dept-works"), { number, text: "又一个" }, now))).toBe(
      "wrongTaskState",
    );
    await unblockTask(who("dept-works"), { number, text: "许可已到" }, now);
    expect((await row()).blocked).toBe("");
    await blockTask(who("dept-works"), { number, text: "又停了" }, now);
    await claimHandled(who("dept-works"), { number, text: "已修复", evidence: "照片" }, now);
    expect(await row()).toMatchObject({ state: "handled", blocked: "" });
  });

  it("marks a milestone once, and begins the work by it", async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
    const { id } = await row();
    const [step] = await read((db) => db.select().from(milestone).where(eq(milestone.taskId, id)));
    const input = { number, milestoneId: step!.id };
    expect(refused(await finishMilestone(who("dept-works"), input, now))).toBe("done");
    expect((await row()).state).toBe("inProgress");
    const [after] = await read((db) => db.select().from(milestone).where(eq(milestone.taskId, id)));
    expect(after!.doneAt).toBe(now);
    expect(refused(await finishMilestone(who("dept-works"), input, later))).toBe("wrongTaskState");
  });

  it("does not take another task's milestone", async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
    const other = number;
    number = await freshTask({});
    await acknowledgeTask(who("dept-works"), { number }, now);
    const { id } = await row();
    const [step] = await read((db) => db.select().from(milestone).where(eq(milestone.taskId, id)));
    const input = { number: other, milestoneId: step!.id };
    expect(refused(await finishMilestone(who("dept-works"), input, now))).toBe("milestoneGone");
  });

  it("rests while suspended until a day ahead, and is taken up again", async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
    const suspend = (reviewOn: string) =>
      suspendTask(who("office"), { number, text: "待动迁完成", reviewOn }, now);
    expect(refused(await suspend("2026-11-22"))).toBe("reviewNotAhead");
    expect((await row()).state).toBe("acknowledged");
    expect(refused(await suspend("2027-03-01"))).toBe("done");
    expect(await row()).toMatchObject({ state: "suspended", reviewOn: "2027-03-01" });
    await resumeTask(who("office"), { number, text: "动迁已完成" }, now);
    expect(await row()).toMatchObject({ state: "inProgress", reviewOn: null, dueDate: "2026-12-10" });
  });
});

describe("an extension", () => {
  const ask = (toDate: string) =>
    askExtension(who("dept-works"), { number, text: "管线未迁改", toDate }, now);

  beforeEach(async () => {
    await acknowledgeTask(who("dept-works"), { number }, now);
  });

  it("moves the due date when granted and never the original one", async () => {
    await ask("2026-12-31");
    expect((await row()).dueDate).toBe("2026-12-10");
    await decideExtension(who("office"), { number, decision: "granted", text: "同意" }, later);
    expect(await row()).toMatchObject({ dueDate: "2026-12-31", originalDueDate: "2026-12-10" });
    const backdate = "update task set original_due_date = '2027-01-01'";
    await expect(runStatement(currentDatabase(), backdate)).rejects.toThrow("frozen");
    const { id } = await row();
    const [asked] = await read((db) => db.select().from(taskExtension).where(eq(taskExtension.taskId, id)));
    expect(asked).toMatchObject({
      fromDate: "2026-12-10",
      toDate: "2026-12-31",
      state: "granted",
      decidedByPostId: who("office").postId,
      decisionText: "同意",
    });
  });

  it("leaves the due date where it is when refused, and may be asked for again", async () => {
    await ask("2026-12-31");
    await decideExtension(who("office"), { number, decision: "refused", text: "按期完成" }, later);
    expect((await row()).dueDate).toBe("2026-12-10");
    expect(refused(await ask("2026-12-20"))).toBe("done");
  });

  it("is for a later day only, and one at a time", async () => {
    expect(refused(await ask("2026-12-10"))).toBe("dueNotLater");
    await ask("2026-12-31");
    expect(refused(await ask("2027-01-31"))).toBe("wrongTaskState");
    expect(
      refused(await decideExtension(who("office"), { number, decision: "granted", text: "好" }, now)),
    ).toBe("done");
    const again = await decideExtension(who("office"), { number, decision: "granted", text: "好" }, now);
    expect(refused(again)).toBe("wrongTaskState");
  });
});

describe("who is refused", () => {
  it("the doer verifies nothing, also not where the street itself led", async () => {
    await toHandled();
    expect(refused(await verifySolved(who("dept-works"), { number, text: "好了" }, now))).toBe("notAllowed");
    expect(refused(await verifySolved(who("office"), { number, text: "好了" }, now))).toBe("notAllowed");
    number = await freshTask({ lead: "east" });
    await acknowledgeTask(who("street-east"), { number }, now);
    await claimHandled(who("street-east"), { number, text: "好了", evidence: "照片" }, now);
    expect(refused(await verifySolved(who("street-east"), { number, text: "好了" }, now))).toBe("notAllowed");
  });

  it("those who assist see the task and do not act on it", async () => {
    expect(refused(await acknowledgeTask(who("dept-water"), { number }, now))).toBe("notAllowed");
  });

  it("to another street and its community the task does not exist", async () => {
    for (const account of ["street-west", "community-west"])
      expect(refused(await acknowledgeTask(who(account), { number }, now))).toBe("notFound");
  });

  it("an act that does not fit the state leaves everything as it was", async () => {
    expect(refused(await strikeOff(who("office"), { number }, now))).toBe("wrongTaskState");
    expect(await row()).toMatchObject({ state: "dispatched", version: 1 });
  });

  it("of two who act at the same moment the second is told", async () => {
    const both = await Promise.all([
      acknowledgeTask(who("dept-works"), { number }, now),
      acknowledgeTask(who("dept-works"), { number }, now),
    ]);
    expect(both.map(refused)).toEqual(["done", "wrongTaskState"]);
  });
});
