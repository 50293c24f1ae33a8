import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { setLedgerKey } from "~/ledger/key.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";
import { readPaper } from "~/meeting/minutes/paper";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { followUp } from "~/meeting/stage/followUp.server";
import { publicDay } from "~/outcome/publicDay.server";
import { publicDays } from "~/outcome/publicDays.server";
import { publicMatter } from "~/outcome/publicMatter.server";
import { publicSearch } from "~/outcome/publicSearch.server";
import { publicStreet } from "~/outcome/publicStreet.server";
import { showPublishing } from "~/outcome/publishing/showPublishing.server";
import { showDay } from "~/plan/showDay.server";
import { listDays } from "~/plan/year/listDays.server";
import {
  addResolution,
  addTopic,
  listResolutions,
  listTopics,
  resolutionsOf,
  restoreResolution,
  setResolutionField,
  setResolutionText,
  setTopicField,
  topicsOf as topicsInRecord,
  withdrawResolution,
} from "~/record/document/record";
import { searchAll } from "~/search/searchAll.server";
import { showTask } from "~/task/page/showTask.server";
import { read } from "~db/read";
import {
  amendment,
  changeNote,
  correctionProposal,
  ledgerEntry,
  liveVersion,
  problem,
  resolution,
  task,
} from "~db/schema";
import { transact } from "~db/transact";
import {
  amending,
  canWrite,
  codeOf,
  type IssuedDay,
  issuedDay,
  later,
  minutesOf,
  noon,
  reason,
  roomOf,
} from "../../../builders/amendment";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, unsentEdits, withLive, writeInRoom } from "../../../builders/live";
import { lookEverythingOver } from "../../../builders/outcome";
import { chineseWords } from "../../../builders/paper";
import { mustSucceed } from "../../../builders/result";
import { draft } from "../../../builders/session";
import { unzip } from "../../../builders/zip";

withDatabase();
withLive();

let district: SmallDistrict;
let office: Actor;
let chair: Actor;
let works: Actor;
beforeAll(async () => {
  setLedgerKey("a key for tests that is long enough");
  district = await smallDistrict();
  office = district.actors.office!;
  chair = district.actors.leader!;
  works = district.actors["dept-works"]!;
});

const { begin, drop, issue, page } = amending(() => office);
const resolutionsOfDay = (dayId: string) =>
  read((db) =>
    db.select().from(resolution).where(eq(resolution.meetingId, dayId)).orderBy(resolution.ordinal),
  );
const tasksOfDay = (dayId: string) =>
  read((db) =>
    db
      .select({ task })
      .from(task)
      .innerJoin(resolution, eq(resolution.id, task.resolutionId))
      .where(eq(resolution.meetingId, dayId))
      .orderBy(task.number),
  );

describe("issuing amended minutes", () => {
  const month = "2026-09";
  const added = "add-forgotten";
  let day: IssuedDay;
  let before: Awaited<ReturnType<typeof tasksOfDay>>;
  let note: string;
  beforeAll(async () => {
    day = await issuedDay(district, month);
    const bytes = await unsentEdits(month, (document) =>
      setResolutionText(document, day.resolutionId, "text", "修复人行道并重做排水"),
    );
    mustSucceed(await proposeCorrection(works, { slug: month, epoch: 1, bytes }, noon(month)));
    const [proposal] = await read((db) =>
      db
        .select()
        .from(correctionProposal)
        .where(eq(correctionProposal.room, `day-${month}`)),
    );
    note = proposal!.id;
    const adopting = { slug: month, proposalId: note, version: 1, text: "另要求重做排水。" };
    mustSucceed(
      await adoptCorrection(office, { ...adopting, concerns: `resolution:${day.resolutionId}` }, noon(month)),
    );
    before = await tasksOfDay(day.dayId);
    mustSucceed(await begin(month));
  });

  const missing = async () => (await page(month)).missing;
  const edit = (change: Parameters<typeof writeInRoom>[2]) => writeInRoom(office, month, change);

  it("is refused while an adopted resolution has other words, another topic, or is gone", async () => {
    const said = { what: "adopted", topicId: day.topicId, resolutionId: day.resolutionId, ordinal: 1 };
    const expectRefused = async (how: "changed" | "withdrawn") => {
      expect(await missing()).toMatchObject([{ ...said, how }]);
      const refused = await issue(month);
      expect(refused).toMatchObject({ refusal: { code: "adoptedChanged", values: { count: 1 } } });
      expect(await canWrite(district, month)).toBe(true);
    };
    const text = listResolutions(await recordOfDay(month))[0]!.text;
    await edit((document) => setResolutionText(document, day.resolutionId, "text", "改了的话"));
    await expectRefused("changed");
    await edit((document) => setResolutionText(document, day.resolutionId, "text", text));
    expect(await missing()).toEqual([]);
    await edit((document) => setResolutionField(document, day.resolutionId, "dueDate", `${month}-30`));
    await expectRefused("changed");
    await edit((document) => setResolutionField(document, day.resolutionId, "dueDate", `${month}-28`));
    await edit((document) => setResolutionField(document, day.resolutionId, "topicId", day.rejectedId));
    await expectRefused("changed");
    await edit((document) => setResolutionField(document, day.resolutionId, "topicId", day.topicId));
    await edit((document) => withdrawResolution(document, day.resolutionId));
    await expectRefused("withdrawn");
    await edit((document) => restoreResolution(document, day.resolutionId));
    expect(await missing()).toEqual([]);
    expect(await minutesOf(day.dayId)).toHaveLength(1);
  });

  it("offers the adopted words back on the page of the history", async () => {
    await edit((document) => setResolutionText(document, day.resolutionId, "residentText", "换了说法"));
    const { versionId } = (await page(month)).amendment!;
    const asked = { from: versionId!, to: "now" };
    const { offers, versions } = mustSucceed(await showHistory(office, month, asked, later(month)));
    expect(Object.keys(offers)).toContain(`resolution/${day.resolutionId}`);
    expect(versions.find((one) => one.id === versionId)?.label).toBe("amendmentBegun");
    await edit((document) =>
      setResolutionText(document, day.resolutionId, "residentText", "人行道年底前修好"),
    );
  });

  it("is refused for a topic that was not on the day, which is taken out again", async () => {
    await edit((document) => addTopic(document, { id: "smuggled", title: "夹带的议题" }));
    expect(await issue(month)).toMatchObject({ refusal: { code: "topicsUnplaced" } });
    const off = { slug: month, reason: "误写" };
    expect(codeOf(await takeOffAgenda(office, { ...off, topicId: day.topicId }, later(month)))).toBe(
      "wrongStage",
    );
    mustSucceed(await takeOffAgenda(office, { ...off, topicId: "smuggled" }, later(month)));
    expect(await missing()).toEqual([]);
  });

  it("asks of a new resolution what is asked of every one", async () => {
    const more = { id: added, text: "增设排水口", residentText: "会多一个排水口" };
    await edit((document) =>
      addResolution(document, draft(district, day.topicId, month, { ...more, evidence: "" })),
    );
    expect(await missing()).toMatchObject([{ what: "resolution", resolutionId: added, parts: ["evidence"] }]);
    expect(codeOf(await issue(month))).toBe("resolutionsIncomplete");
    await edit((document) => setResolutionField(document, added, "evidence", "照片"));
    await edit((document) => setTopicField(document, day.topicId, "title", "人行道塌陷与排水"));
    const shown = await page(month, office, "draft");
    expect(shown).toMatchObject({ issued: null, resolutions: 1, missing: [] });
    expect(shown.paper?.amends).toMatchObject({ number: day.first.number, reason });
  });

  it("is nobody's but the office's and the chair's", async () => {
    expect(codeOf(await issue(month, district.actors.admin!))).toBe("notFound");
    for (const account of ["street-east", "dept-works"]) {
      expect(codeOf(await issue(month, district.actors[account]!))).toBe("notAllowed");
      expect(codeOf(await drop(month, district.actors[account]!))).toBe("notAllowed");
    }
  });

  it("gives a number of their own, adopts what is new alone, and leaves what was adopted and its task", async () => {
    const adoptedBefore = await resolutionsOfDay(day.dayId);
    const [first, second] = await Promise.all([issue(month), issue(month, chair)]);
    const cited = mustSucceed(first);
    expect(mustSucceed(second)).toEqual(cited);
    expect(cited.number).toBeGreaterThan(day.first.number);
    const [old, amended, ...more] = await minutesOf(day.dayId);
    expect(more).toEqual([]);
    expect(amended).toMatchObject({ id: cited.id, epoch: 2, amends: old!.id });
    expect(createHash("sha256").update(amended!.canonicalJson).digest("hex")).toBe(amended!.sha256);
    const paper = readPaper(amended!.canonicalJson)!;
    const { year, number, issuedAt } = old!;
    expect(paper.amends).toEqual({ year, number, issuedAt, reason });
    const oldPaper = readPaper(old!.canonicalJson)!;
    expect(oldPaper).not.toHaveProperty("amends");
    expect(paper.attendance).toEqual(oldPaper.attendance);
    const resolved = await resolutionsOfDay(day.dayId);
    expect(resolved).toEqual([adoptedBefore[0], expect.objectContaining({ id: added, ordinal: 2 })]);
    expect(resolved[1]!.minutesId).toBe(cited.id);
    const tasks = await tasksOfDay(day.dayId);
    expect(tasks[0]).toEqual(before[0]);
    expect(tasks).toHaveLength(2);
    expect(
      await read((db) => db.select().from(amendment).where(eq(amendment.meetingId, day.dayId))),
    ).toMatchObject([{ result: "issued", minutesId: cited.id, endedAt: later(month) }]);
    expect(await roomOf(month)).toMatchObject({ epoch: 2, state: "frozen" });
    expect(await canWrite(district, month)).toBe(false);
    const labels = await read((db) =>
      db
        .select()
        .from(liveVersion)
        .where(eq(liveVersion.room, `day-${month}`)),
    );
    expect(labels.filter((one) => one.label === "issued").map((one) => one.epoch)).toEqual([1, 2]);
  });

  it("shows both, each leading to the other, with the change notes of the earlier one", async () => {
    const [old, amended] = await minutesOf(day.dayId);
    const now = await page(month, works);
    expect(now.issued).toMatchObject({ number: amended!.number, replacedBy: null });
    expect(now.issued!.replaced).toMatchObject([{ year: old!.year, number: old!.number }]);
    expect(Object.keys(now.issued!.tasks).sort()).toEqual([added, day.resolutionId].sort());
    expect(now.notes).toMatchObject([{ number: 1, minutes: { number: old!.number } }]);
    expect(now).toMatchObject({ amendment: null, missing: [], can: { amend: false } });
    const { year, number } = old!;
    const earlier = await page(month, works, { year, number });
    expect(earlier.issued).toMatchObject({ number, replacedBy: { number: amended!.number }, replaced: [] });
    expect(earlier.paper!.topics.flatMap((topic) => topic.resolutions)).toHaveLength(1);
    expect(earlier.notes).toHaveLength(1);
    const ofOffice = await page(month, office, { year, number });
    const none = { close: false, reopen: false, issue: false, word: false, amend: false, drop: false };
    expect(ofOffice.can).toEqual(none);
    expect(codeOf(await showMinutes(works, month, { year, number: 99 }, later(month)))).toBe("notFound");
    expect(codeOf(await showMinutes(works, month, "draft", later(month)))).toBe("notFound");
  });

  it("says so in the file", async () => {
    const [old, amended] = await minutesOf(day.dayId);
    const textOf = async (asked: Parameters<typeof minutesFile>[2]) => {
      const file = mustSucceed(await minutesFile(works, month, asked, chineseWords));
      return unzip(file.bytes).get("word/document.xml")!;
    };
    const cited = `〔${old!.year}〕第${old!.number}期`;
    const text = await textOf(null);
    expect(text).toContain(`本期替代会议纪要${cited}（2026年9月20日签发）`);
    expect(text).toContain(reason);
    expect(text).toContain(`${cited}更正说明 第1号`);
    const before = await textOf({ year: old!.year, number: old!.number });
    expect(before).not.toContain("更正原因");
    expect(before).toContain(`本期已由〔${amended!.year}〕第${amended!.number}期替代，不再有效。`);
    expect(text).not.toContain("不再有效");
  });

  it("leaves residents what was seen before, until what is new has been seen too", async () => {
    const { decisions } = (await publicDay(month, later(month)))!;
    expect(decisions.map((one) => one.title)).toEqual([`人行道塌陷${month}`, "河道淤积"]);
    expect(decisions[0]!.promises.map((one) => one.text)).toEqual(["人行道年底前修好"]);
    expect((await publicSearch("排水口", later(month))).found).toEqual([]);
    const { topics } = mustSucceed(await showPublishing(office, month, later(month)));
    expect(topics.map(({ title, waits }) => [title, waits])).toEqual([
      ["人行道塌陷与排水", true],
      ["河道淤积", false],
    ]);
  });

  it("stands once on every public page, with all of its decisions", async () => {
    await lookEverythingOver(office, month, later(month));
    const [old, amended] = await minutesOf(day.dayId);
    const now = later(month);
    expect((await publicDays()).filter((one) => one.month === month)).toHaveLength(1);
    const { decisions, day: named } = (await publicDay(month, now))!;
    const { year, number, issuedAt } = old!;
    expect(named.minutes).toMatchObject({
      number: amended!.number,
      replaces: { year, number, issuedAt },
    });
    expect(decisions.map((one) => one.title)).toEqual(["人行道塌陷与排水", "河道淤积"]);
    expect(decisions[0]!.promises.map((one) => one.text)).toEqual(["人行道年底前修好", "会多一个排水口"]);
    const [row] = await read((db) =>
      db
        .select()
        .from(problem)
        .where(eq(problem.title, `人行道塌陷${month}`)),
    );
    const found = await publicMatter(row!.number, now);
    if (!found || !("matter" in found)) throw new Error("no matter");
    expect(found.matter.decisions).toHaveLength(1);
    const keys = found.matter.happenings.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
    const { open } = (await publicStreet("east", now))!;
    const own = open.filter((one) => one.decision.topicId === day.topicId);
    expect(own.map((one) => one.promise.id).sort()).toEqual([added, day.resolutionId].sort());
    const searched = await publicSearch("排水口", now);
    expect(searched.found.map((one) => one.topicId)).toEqual([day.topicId]);
  });

  it("stands once in the list of days, and the search tells which is in force", async () => {
    const [old, amended] = await minutesOf(day.dayId);
    const { days } = mustSucceed(await listDays(office, { year: 2026 }));
    expect(days.filter((one) => one.month === month)).toMatchObject([{ minutesNumber: amended!.number }]);
    const hits = (await searchAll(office, "排水口")).minutes.filter((one) => one.meeting.slug === month);
    expect(hits).toMatchObject([{ number: amended!.number, replacedBy: null }]);
    const both = (await searchAll(office, "修复人行道并加固路基")).minutes.filter(
      (one) => one.meeting.slug === month,
    );
    expect(both.map((one) => [one.number, one.replacedBy?.number ?? null])).toEqual([
      [amended!.number, null],
      [old!.number, amended!.number],
    ]);
  });

  it("takes later corrections, of whatever epoch, as notes of its own", async () => {
    const [, amended] = await minutesOf(day.dayId);
    const bytes = await unsentEdits(month, (document) =>
      setTopicField(document, day.topicId, "presenter", "后来的更正"),
    );
    mustSucceed(await proposeCorrection(works, { slug: month, epoch: 2, bytes }, later(month)));
    const waiting = (await read((db) => db.select().from(correctionProposal))).find(
      (row) => row.state === "waiting" && row.room === `day-${month}`,
    );
    const input = { slug: month, proposalId: waiting!.id, version: 1, text: "汇报人更正。" };
    const concerns = `resolution:${day.resolutionId}`;
    expect(mustSucceed(await adoptCorrection(office, { ...input, concerns }, later(month)))).toBe(1);
    const notes = await read((db) =>
      db.select().from(changeNote).where(eq(changeNote.minutesId, amended!.id)),
    );
    expect(notes).toMatchObject([{ number: 1, resolutionId: day.resolutionId }]);
    expect((await page(month)).notes.map((one) => [one.minutes.number, one.number])).toEqual([
      [day.first.number, 1],
      [amended!.number, 1],
    ]);
    const shown = await showTask(works, before[0]!.task.number, later(month), meetingScope);
    expect(shown!.notes.map((one) => [one.minutes.number, one.number])).toEqual([
      [day.first.number, 1],
      [amended!.number, 1],
    ]);
  });

  it("can be amended again, from the amended minutes", async () => {
    mustSucceed(await begin(month));
    expect(await roomOf(month)).toMatchObject({ epoch: 3, state: "open" });
    const { adopted } = mustSucceed(await roomPage(office, month, `${month}-20T02:00:00.000Z`)).amendment!;
    expect([...adopted].sort()).toEqual([added, day.resolutionId].sort());
    const third = mustSucceed(await issue(month));
    const all = await minutesOf(day.dayId);
    expect(all.map((row) => row.amends)).toEqual([null, all[0]!.id, all[1]!.id]);
    expect((await page(month)).issued!.replaced.map((one) => one.number)).toEqual([
      all[1]!.number,
      day.first.number,
    ]);
    const { minutes: named } = (await publicDay(month, later(month)))!.day;
    expect(named.replaces).toMatchObject({ number: all[1]!.number, issuedAt: all[1]!.issuedAt });
    expect(third.id).toBe(all[2]!.id);
    expect(await resolutionsOfDay(day.dayId)).toHaveLength(2);
    expect(await tasksOfDay(day.dayId)).toHaveLength(2);
  });
});

describe("a day that was followed up", () => {
  const month = "2026-07";
  let day: IssuedDay;
  const stageOf = async () => mustSucceed(await showDay(office, month, later(month))).stage;
  const events = () =>
    read((db) =>
      db
        .select({ verb: ledgerEntry.verb, before: ledgerEntry.before, after: ledgerEntry.after })
        .from(ledgerEntry)
        .where(and(eq(ledgerEntry.subjectId, day.dayId), eq(ledgerEntry.verb, "plan.reopenFollowUp"))),
    );
  /** Every task of the day comes to its end, and the office says so. */
  async function endDay() {
    const ids = (await tasksOfDay(day.dayId)).map((row) => row.task.id);
    await transact((tx) => tx.update(task).set({ state: "struckOff" }).where(inArray(task.id, ids)));
    mustSucceed(await followUp(office, { slug: month }, later(month)));
  }
  beforeAll(async () => {
    day = await issuedDay(district, month);
    await endDay();
  });

  it("stays so when amended minutes bring no task", async () => {
    mustSucceed(await begin(month));
    expect(await stageOf()).toBe("followedUp");
    mustSucceed(await issue(month));
    expect(await stageOf()).toBe("followedUp");
    expect(await events()).toEqual([]);
  });

  it("is open again once they bring one, which the ledger tells, and ends again when that is done", async () => {
    mustSucceed(await begin(month));
    const more = { id: "add-late", text: "增设排水口", residentText: "会多一个排水口" };
    await writeInRoom(office, month, (document) =>
      addResolution(document, draft(district, day.topicId, month, more)),
    );
    expect(await stageOf()).toBe("followedUp");
    mustSucceed(await issue(month));
    const { stage, next } = mustSucceed(await showDay(office, month, later(month)));
    expect([stage, next.key]).toEqual(["issued", "publishTopics"]);
    const states = { before: '{"stage":"followedUp"}', after: '{"stage":"issued"}' };
    expect(await events()).toEqual([{ verb: "plan.reopenFollowUp", ...states }]);
    expect(await followUp(office, { slug: month }, later(month))).toMatchObject({
      refusal: { code: "tasksOpen", values: { number: 1 } },
    });
    await endDay();
    expect(await stageOf()).toBe("followedUp");
  });
});

describe("a correction of the issued record, adopted while it is amended", () => {
  it("becomes a change note behind the minutes in force, and is not merged", async () => {
    const month = "2026-08";
    const day = await issuedDay(district, month);
    const bytes = await unsentEdits(month, (document) =>
      setTopicField(document, day.topicId, "presenter", "旧记录里的话"),
    );
    mustSucceed(await begin(month));
    mustSucceed(await proposeCorrection(works, { slug: month, epoch: 1, bytes }, later(month)));
    const [proposal] = (await read((db) => db.select().from(correctionProposal))).filter(
      (row) => row.room === `day-${month}`,
    );
    expect(proposal).toMatchObject({ epoch: 1, state: "waiting" });
    const input = { slug: month, proposalId: proposal!.id, version: 1, text: "汇报人有误。", concerns: "" };
    expect(mustSucceed(await adoptCorrection(office, input, later(month)))).toBe(1);
    expect((await page(month)).notes).toMatchObject([{ minutes: { number: day.first.number } }]);
    expect(JSON.stringify(listTopics(await recordOfDay(month)))).not.toContain("旧记录里的话");
  });
});

describe("what a client removed altogether", () => {
  const month = "2026-06";
  let day: IssuedDay;
  beforeAll(async () => {
    day = await issuedDay(district, month);
    mustSucceed(await begin(month));
  });
  const gone = { what: "adopted", how: "withdrawn" };

  it("is missing when it is the topic of an adopted resolution, until the record is aligned", async () => {
    await writeInRoom(office, month, (document) => topicsInRecord(document).delete(day.topicId));
    const lacking = { what: "differs", how: "lacking", topicId: day.topicId };
    expect((await page(month)).missing).toMatchObject([lacking, gone]);
    mustSucceed(await alignRecord({ slug: month }));
    expect((await page(month)).missing).toEqual([]);
  });

  it("is missing when it is the resolution itself", async () => {
    await writeInRoom(office, month, (document) => resolutionsOf(document).delete(day.resolutionId));
    expect((await page(month)).missing).toMatchObject([gone]);
    expect(codeOf(await issue(month))).toBe("adoptedChanged");
  });
});

describe("who wrote what before the minutes were issued", () => {
  it("is known in the amended record too", async () => {
    const month = "2026-05";
    const day = await issuedDay(district, month);
    mustSucceed(await begin(month));
    const { contributors, topics } = mustSucceed(await showWriters(works, { slug: month }, later(month)));
    const [text] = topics.find((one) => one.id === day.topicId)!.resolutions[0]!.text;
    expect(contributors[text!.who!]).toMatchObject({ name: "office员" });
  });
});

it("the ledger's chain holds", async () => {
  expect(await verifyChain()).toMatchObject({ faults: [] });
});
