import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { minutesText } from "~/meeting/archive/minutesText.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { whileFrozen } from "~/meeting/conduct/whileFrozen.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { storeMinutes } from "~/meeting/minutes/storeMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { reopenSession } from "~/meeting/stage/reopenSession.server";
import {
  addMilestone,
  addResolution,
  addTopic,
  listTopics,
  topicsOf as topicRecords,
  withdrawResolution,
} from "~/record/document/record";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { liveRoom, liveVersion, meeting, milestone, minutes, resolution, task } from "~db/schema";
import { approved } from "../../../builders/approval";
import { openFile, rowsOf, withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { crashImage, onStatements } from "../../../builders/faults";
import { freshFolder, removeFolders } from "../../../builders/folder";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { calledTo, draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
const engine = withLive();
afterEach(removeFolders);

let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const decided = { outcome: "passed" as const, note: "" };

/** A closed day whose one topic was passed with one complete resolution; everything is there to issue it. */
async function readyDay(month: string) {
  const office = district.actors.office!;
  const now = `${month}-20T03:00:00.000Z`;
  const dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  const [, matter] = await topicsOf(dayId);
  const resolved = draft(district, matter!.id, month);
  await writeInRoom(office, month, (document) => {
    addResolution(document, resolved);
    addMilestone(document, resolved.id, { id: "step", text: "进场施工", dueDate: `${month}-24` });
  });
  mustSucceed(await recordOutcome(office, { slug: month, topicId: matter!.id, ...decided }, now));
  mustSucceed(await closeSession(office, { slug: month }, now));
  return { office, now, dayId, topicId: matter!.id, resolutionId: resolved.id };
}

const rows = async (dayId: string) => ({
  minutes: await read((db) => db.select().from(minutes).where(eq(minutes.meetingId, dayId))),
  resolutions: await read((db) => db.select().from(resolution).where(eq(resolution.meetingId, dayId))),
});
const stageOf = async (dayId: string) =>
  (await read((db) => db.select().from(meeting).where(eq(meeting.id, dayId))))[0]!.stage;
const canStillWrite = (month: string) =>
  writeInRoom(district.actors.office!, month, (document) =>
    addTopic(document, { id: `note-${month}-${Math.random()}`.slice(0, 40).replace(".", ""), title: "便条" }),
  ).then(
    () => true,
    () => false,
  );

describe("issuing minutes", () => {
  it("adopts the resolutions, makes their tasks and freezes the record, once", async () => {
    const month = "2026-12";
    const { office, now, dayId, topicId, resolutionId } = await readyDay(month);
    const [first, second] = await Promise.all([
      issueMinutes(office, { slug: month }, now),
      issueMinutes(district.actors.leader!, { slug: month }, now),
    ]);
    expect(mustSucceed(first)).toMatchObject({ year: 2026, number: 1 });
    expect(mustSucceed(second)).toEqual(mustSucceed(first));
    const stored = await rows(dayId);
    expect(stored.minutes).toHaveLength(1);
    expect(stored.resolutions).toMatchObject([
      { id: resolutionId, topicId, ordinal: 1, text: "修复人行道并加固路基", dueDate: "2026-12-28" },
    ]);
    const tasks = await read((db) => db.select().from(task).where(eq(task.resolutionId, resolutionId)));
    expect(tasks).toMatchObject([
      {
        number: "RW-2026-0001",
        streetId: district.units.east,
        leadUnitId: district.units.works,
        originalDueDate: "2026-12-28",
      },
    ]);
    expect(await read((db) => db.select({ due: milestone.due }).from(milestone))).toEqual([
      { due: "2026-12-24" },
    ]);
    expect(await stageOf(dayId)).toBe("issued");
    const [room] = await read((db) =>
      db
        .select()
        .from(liveRoom)
        .where(eq(liveRoom.name, `day-${month}`)),
    );
    expect(room!.state).toBe("frozen");
    expect(await canStillWrite(month)).toBe(false);
  });

  it("keeps what the paper says under a hash", async () => {
    const [issued] = await read((db) => db.select().from(minutes));
    expect(createHash("sha256").update(issued!.canonicalJson).digest("hex")).toBe(issued!.sha256);
    const paper = readPaper(issued!.canonicalJson)!;
    expect(paper).toMatchObject({ number: 1, year: 2026, chair: { name: "leader员" } });
    expect(paper.attendance.map((one) => [one.unit.zh, one.state])).toContainEqual(["works单位", "present"]);
    expect(paper.topics.map((line) => [line.title, line.outcome, line.resolutions.length])).toEqual([
      ["上次会商日任务回头看", null, 0],
      ["人行道塌陷", "passed", 1],
    ]);
  });

  it("gives the text of the hash as a file, which a command of another machine checks", async () => {
    const [issued] = await read((db) => db.select().from(minutes));
    const office = district.actors.office!;
    const { name, text } = mustSucceed(await minutesText(office, "2026-12", null));
    const folder = freshFolder();
    writeFileSync(join(folder, name), text);
    const checked = execFileSync("sha256sum", [name], { cwd: folder, encoding: "utf8" });
    expect(checked).toBe(`${issued!.sha256}  ${name}\n`);
    const another = await minutesText(office, "2026-12", { year: 2026, number: 99 });
    expect(another).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("keeps a version of the record at each milestone", async () => {
    const labels = await read((db) =>
      db.select({ label: liveVersion.label }).from(liveVersion).where(eq(liveVersion.room, "day-2026-12")),
    );
    expect(labels.map((one) => one.label)).toEqual([
      "agendaPublished",
      "sessionOpened",
      "sessionClosed",
      "issued",
    ]);
  });

  it("numbers on within the year of issuing, and anew in the next", async () => {
    const issue = async (month: string, at: string) =>
      mustSucceed(await issueMinutes((await readyDay(month)).office, { slug: month }, at));
    expect(await issue("2026-11", "2026-11-30T02:00:00.000Z")).toMatchObject({ year: 2026, number: 2 });
    // 1 January in the district, still the last day of the year in London.
    expect(await issue("2026-10", "2026-12-31T17:00:00.000Z")).toMatchObject({ year: 2027, number: 1 });
  });
});

describe("minutes that are not ready", () => {
  const month = "2026-09";
  const issue = () => issueMinutes(district.actors.office!, { slug: month }, `${month}-21T02:00:00.000Z`);
  let dayId: string;
  let first: string;
  let second: string;

  beforeAll(async () => {
    const matters = [
      { street: "east", title: "路灯不亮" },
      { street: "west", title: "河道淤积" },
    ];
    dayId = await openDay(district, month, matters);
    [, first, second] = (await topicsOf(dayId)).map((row) => row.id) as [string, string, string];
  });

  const decide = (topicId: string, outcome: "passed" | "notPassed") =>
    recordOutcome(
      district.actors.office!,
      { slug: month, topicId, outcome, note: "" },
      `${month}-20T03:00:00.000Z`,
    );

  it("are not issued before the session is closed, nor by anybody else", async () => {
    expect(await issue()).toMatchObject({ refusal: { code: "wrongStage" } });
    mustSucceed(await closeSession(district.actors.office!, { slug: month }, `${month}-20T03:00:00.000Z`));
    expect(
      await issueMinutes(district.actors.admin!, { slug: month }, `${month}-21T02:00:00.000Z`),
    ).toMatchObject({ refusal: { code: "notFound" } });
    for (const account of ["street-east", "dept-works"])
      expect(
        await issueMinutes(district.actors[account]!, { slug: month }, `${month}-21T02:00:00.000Z`),
      ).toMatchObject({ refusal: { code: "notAllowed" } });
  });

  it("name the topics without an outcome, and people go on writing", async () => {
    expect(await issue()).toMatchObject({
      refusal: { code: "outcomesMissing", values: { count: 2, titles: "“路灯不亮”“河道淤积”" } },
    });
    expect(await canStillWrite(month)).toBe(true);
  });

  it("name what stands in the record but not on the agenda", async () => {
    expect(await issue()).toMatchObject({
      refusal: { code: "topicsUnplaced", values: { titles: "“便条”" } },
    });
    const [note] = listTopics(await recordOfDay(month)).filter((one) => one.title === "便条");
    const off = { slug: month, topicId: note!.id, reason: "误写" };
    mustSucceed(await takeOffAgenda(district.actors.office!, off, `${month}-21T02:00:00.000Z`));
    expect(await issue()).toMatchObject({ refusal: { code: "outcomesMissing" } });
  });

  it("name resolutions of passed topics that are not complete; those of others do not matter", async () => {
    const office = district.actors.office!;
    const reopened = { slug: month, reason: "漏记结果" };
    const at = `${month}-21T02:00:00.000Z`;
    mustSucceed(
      await approved(district.actors.leader!, at, (approver) =>
        reopenSession(office, { ...reopened, approver }, at),
      ),
    );
    mustSucceed(await decide(first, "passed"));
    mustSucceed(await decide(second, "notPassed"));
    mustSucceed(await closeSession(office, { slug: month }, `${month}-21T03:00:00.000Z`));
    await writeInRoom(office, month, (document) => {
      addResolution(document, draft(district, first, month, { id: "whole" }));
      addResolution(document, draft(district, first, month, { id: "partial", evidence: " " }));
      addResolution(document, { id: "elsewhere", topicId: second });
    });
    expect(await issue()).toMatchObject({
      refusal: { code: "resolutionsIncomplete", values: { count: 1, titles: "“路灯不亮”" } },
    });
    expect((await rows(dayId)).minutes).toEqual([]);
  });

  it("are issued once the draft was taken back", async () => {
    await writeInRoom(district.actors.office!, month, (document) => withdrawResolution(document, "partial"));
    mustSucceed(await issue());
    expect((await rows(dayId)).resolutions.map((one) => one.id)).toEqual(["whole"]);
  });
});

describe("an outcome", () => {
  it("waits for a quorum and for the look-back", async () => {
    const month = "2027-03";
    const office = district.actors.office!;
    const now = `${month}-20T02:00:00.000Z`;
    const dayId = await openDay(district, month, [{ street: "east", title: "垃圾房异味" }]);
    const [lookBack, matter] = await topicsOf(dayId);
    const record = () => recordOutcome(office, { slug: month, topicId: matter!.id, ...decided }, now);
    expect(await record()).toMatchObject({
      refusal: { code: "lookBackIncomplete", values: { stated: 0, total: 4 } },
    });
    for (const { number } of await read((db) => db.select({ number: task.number }).from(task)))
      mustSucceed(
        await stateAtLookBack(
          office,
          { slug: month, number, statement: "delayed", text: "材料晚到，月底前办完" },
          now,
        ),
      );
    const [called] = (await calledTo(dayId)).filter((row) => row.invitation === "lead");
    const answer = { slug: month, attendanceId: called!.id, state: "excused" as const };
    mustSucceed(await callRoll(office, answer, now));
    expect(await record()).toMatchObject({
      refusal: { code: "noQuorum", values: { needed: 1, present: 0 } },
    });
    mustSucceed(await callRoll(office, { ...answer, state: "present" }, now));
    mustSucceed(await record());
    expect(
      await recordOutcome(office, { slug: month, topicId: lookBack!.id, ...decided }, now),
    ).toMatchObject({
      refusal: { code: "invalid" },
    });
    expect(
      await recordOutcome(
        district.actors["street-east"]!,
        { slug: month, topicId: matter!.id, ...decided },
        now,
      ),
    ).toMatchObject({ refusal: { code: "notAllowed" } });
  });
});

describe("a failure while issuing", () => {
  it("leaves everything as it was, and people go on writing", async () => {
    const month = "2026-08";
    const { office, now, dayId } = await readyDay(month);
    const stop = onStatements(currentDatabase(), (sql) => {
      if (/^insert into "task" /.test(sql)) throw new Error("the disk is full");
    });
    await expect(issueMinutes(office, { slug: month }, now)).rejects.toThrow("the disk is full");
    stop();
    expect(await stageOf(dayId)).toBe("minutes");
    expect(await rows(dayId)).toEqual({ minutes: [], resolutions: [] });
    expect(await canStillWrite(month)).toBe(true);
  });

  it("at any statement, the process dying: all of it is there afterwards, or nothing", async () => {
    const month = "2026-06";
    const { office, now, dayId } = await readyDay(month);
    const images: string[] = [];
    const stop = onStatements(currentDatabase(), () => images.push(crashImage(currentDatabase())));
    mustSucceed(await issueMinutes(office, { slug: month }, now));
    stop();
    images.push(crashImage(currentDatabase()));
    const found = new Set(images.map((file) => stateIn(file, dayId, month)));
    expect([...found]).toEqual([
      "minutes: 0 minutes, 0 resolutions, 0 tasks, open",
      "issued: 1 minutes, 1 resolutions, 1 tasks, frozen",
    ]);
    expect(images.length).toBeGreaterThan(10);
  });
});

/** What a database file says of a day, after recovery. */
function stateIn(file: string, dayId: string, month: string): string {
  const database = openFile(file);
  const value = (query: string) => Object.values(rowsOf(database, query)[0]!)[0];
  const stage = value(`select stage from meeting where id = '${dayId}'`);
  const state = value(`select state from live_room where name = 'day-${month}'`);
  const issued = value(`select count(*) from minutes where meeting_id = '${dayId}'`);
  const adopted = value(`select count(*) from resolution where meeting_id = '${dayId}'`);
  const tasks = value(
    `select count(*) from task join resolution r on r.id = task.resolution_id where r.meeting_id = '${dayId}'`,
  );
  database.close();
  return `${stage}: ${issued} minutes, ${adopted} resolutions, ${tasks} tasks, ${state}`;
}

describe("an entry added while minutes are being issued", () => {
  const month = "2025-06";
  const title = "补充议题：路灯";
  let ready: Awaited<ReturnType<typeof readyDay>>;
  beforeAll(async () => {
    ready = await readyDay(month);
  });

  it("keeps them from being issued, by name, and nothing of them is left", async () => {
    const { office, now, dayId } = ready;
    const input = { slug: month, kind: "other" as const, title, presenter: "东街道" };
    const issued = await whileFrozen(month, async (frozen) => {
      mustSucceed(await addToAgenda(office, input, now));
      return storeMinutes(office, month, frozen, now);
    });
    expect(issued).toMatchObject({
      ok: false,
      refusal: { code: "recordDiffers", values: { count: 1, titles: `“${title}”` } },
    });
    expect(await rows(dayId)).toEqual({ minutes: [], resolutions: [] });
    expect(await stageOf(dayId)).toBe("minutes");
  });

  it("is in the record a moment after writing goes on, with who presents it", async () => {
    expect(listTopics(await recordOfDay(month)).map((one) => one.title)).not.toContain(title);
    // The first pause after an attempt that failed.
    engine.setClock(new Date(Date.now() + 1000).toISOString());
    await engine.jobs.catchUp();
    engine.setClock(undefined);
    const added = listTopics(await recordOfDay(month)).find((one) => one.title === title);
    expect(added).toMatchObject({ kind: "other", presenter: "东街道" });
  });

  it("has its outcome before they can be issued", async () => {
    const { office, now, dayId } = ready;
    const missing = await issueMinutes(office, { slug: month }, now);
    expect(missing).toMatchObject({ refusal: { code: "outcomesMissing", values: { titles: `“${title}”` } } });
    const added = (await topicsOf(dayId)).find((one) => one.title === title)!;
    mustSucceed(await takeOffAgenda(office, { slug: month, topicId: added.id, reason: "会后再议" }, now));
    mustSucceed(await issueMinutes(office, { slug: month }, now));
    expect((await rows(dayId)).minutes).toHaveLength(1);
  });

  it("comes too late once they are", async () => {
    const { office, now, dayId } = ready;
    const before = (await topicsOf(dayId)).length;
    const input = { slug: month, kind: "other" as const, title: "迟到的议题" };
    expect(await addToAgenda(office, input, now)).toMatchObject({ refusal: { code: "wrongStage" } });
    expect(await topicsOf(dayId)).toHaveLength(before);
  });
});

describe("an entry that is lost from the record", () => {
  it("is put back before minutes are issued", async () => {
    const month = "2025-05";
    const { office, now, dayId } = await readyDay(month);
    const [, matter] = await topicsOf(dayId);
    // As only a client that is not ours would.
    await writeInRoom(office, month, (document) => topicRecords(document).delete(matter!.id));
    mustSucceed(await issueMinutes(office, { slug: month }, now));
    const [issued] = (await rows(dayId)).minutes;
    expect(readPaper(issued!.canonicalJson)!.topics.map(({ id }) => id)).toContain(matter!.id);
  });
});
