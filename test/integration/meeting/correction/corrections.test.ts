import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";
import { refuseCorrection } from "~/meeting/correction/refuseCorrection.server";
import { showCorrections } from "~/meeting/correction/showCorrections.server";
import { showLookBack } from "~/meeting/lookback/showLookBack.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { minutesFile } from "~/meeting/minutes/minutesFile.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution, listResolutions, setResolutionText } from "~/record/document/record";
import { showTask } from "~/task/page/showTask.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { changeNote, correctionProposal, ledgerEntry, liveUpdate, resolution, task } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, unsentEdits, withLive, writeInRoom } from "../../../builders/live";
import { chineseWords } from "../../../builders/paper";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";
import { dayAt } from "../../../builders/task";
import { unzip } from "../../../builders/zip";

withDatabase();
withLive();

let district: SmallDistrict;
let office: Actor;
let works: Actor;
beforeAll(async () => {
  district = await smallDistrict();
  office = district.actors.office!;
  works = district.actors["dept-works"]!;
});

const decided = { outcome: "passed" as const, note: "" };
const noon = (month: string) => `${month}-20T04:00:00.000Z`;

/** A day in session with one topic and one resolution. */
async function day(month: string) {
  const dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  const [, matter] = await topicsOf(dayId);
  const resolved = draft(district, matter!.id, month);
  await writeInRoom(office, month, (document) => addResolution(document, resolved));
  return { month, dayId, topicId: matter!.id, resolutionId: resolved.id };
}

async function issue({ month, topicId }: { month: string; topicId: string }) {
  mustSucceed(await recordOutcome(office, { slug: month, topicId, ...decided }, noon(month)));
  mustSucceed(await closeSession(office, { slug: month }, noon(month)));
  mustSucceed(await issueMinutes(office, { slug: month }, noon(month)));
}

const rewording =
  (resolutionId: string, text: string) => (document: Parameters<typeof setResolutionText>[0]) =>
    setResolutionText(document, resolutionId, "text", text);

/** Somebody hands in another wording of the resolution. Returns the proposal's id. */
async function handIn(actor: Actor, at: { month: string; resolutionId: string }, text: string) {
  const bytes = await unsentEdits(at.month, rewording(at.resolutionId, text));
  expect(
    mustSucceed(await proposeCorrection(actor, { slug: at.month, epoch: 1, bytes }, noon(at.month))),
  ).toBe("stored");
  const rows = await read((db) =>
    db
      .select()
      .from(correctionProposal)
      .where(and(eq(correctionProposal.personId, actor.personId), eq(correctionProposal.state, "waiting"))),
  );
  return rows.find((row) => row.room === `day-${at.month}`)!.id;
}

const adopt = (actor: Actor, month: string, proposalId: string, more: object = {}) =>
  adoptCorrection(
    actor,
    { slug: month, proposalId, version: 1, text: "完成标准更正为雨后两小时无积水。", concerns: "", ...more },
    noon(month),
  );
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal!.code;
const page = (actor: Actor, month: string) =>
  showCorrections(actor, month, { language: "zh-CN", words: chineseWords }, noon(month));
const verbsAbout = async (id: string) =>
  (await read((db) => db.select().from(ledgerEntry).where(eq(ledgerEntry.subjectId, id)))).map(
    (entry) => entry.verb,
  );

describe("a correction adopted after the minutes are issued", () => {
  const month = "2026-12";
  let at: Awaited<ReturnType<typeof day>>;
  let proposalId: string;
  beforeAll(async () => {
    at = await day(month);
    await issue(at);
    proposalId = await handIn(works, at, "修复人行道并重做排水");
  });

  it("is drafted for the office, with what it concerns", async () => {
    const { corrections, concerns, decides } = mustSucceed(await page(office, month));
    expect(decides).toBe(true);
    expect(corrections).toHaveLength(1);
    expect(corrections[0]).toMatchObject({
      state: "waiting",
      origin: "handedIn",
      by: { name: "dept-works员", unit: { zh: "works单位" } },
      draft: {
        text: "第1条议定事项内容更正为“修复人行道并重做排水”。",
        concerns: `resolution:${at.resolutionId}`,
      },
    });
    expect(corrections[0]!.difference!.topics.map((topic) => topic.title)).toEqual(["人行道塌陷"]);
    expect(concerns.map((one) => one.value)).toContain(`topic:${at.topicId}`);
    const work = await myWork(office, noon(month));
    expect(
      work.flatMap(({ items }) => items).find((item) => item.key === `corrections-${month}`),
    ).toMatchObject({
      count: 1,
      to: `/desk/days/${month}/corrections`,
    });
  });

  it("needs a text, and cannot concern what is not in these minutes", async () => {
    expect(await adopt(office, month, proposalId, { text: "" })).toMatchObject({
      ok: false,
      refusal: { code: "invalid", field: "text" },
    });
    expect(await adopt(office, month, proposalId, { concerns: "resolution:other" })).toMatchObject({
      ok: false,
      refusal: { code: "invalid", field: "concerns" },
    });
    expect(await read((db) => db.select().from(changeNote))).toEqual([]);
  });

  it("becomes a numbered note with its own hash, decided once, and changes neither minutes nor task", async () => {
    const before = mustSucceed(await showMinutes(office, month, null, noon(month)));
    const [first, second] = await Promise.all([
      adopt(office, month, proposalId, { concerns: `resolution:${at.resolutionId}` }),
      adopt(district.actors.leader!, month, proposalId),
    ]);
    expect([codeOf(first), codeOf(second)]).toEqual(["ok", "correctionDecided"]);
    const after = mustSucceed(
      await showMinutes(district.actors["community-west"]!, month, null, noon(month)),
    );
    expect(after.paper).toEqual(before.paper);
    expect(after.issued).toEqual(before.issued);
    expect(after.notes).toMatchObject([
      {
        number: 1,
        minutes: { year: 2026, number: 1 },
        topic: { id: at.topicId, title: "人行道塌陷" },
        resolution: { id: at.resolutionId, ordinal: 1 },
        text: "完成标准更正为雨后两小时无积水。",
        by: { name: "office员" },
      },
    ]);
    const [stored] = await read((db) => db.select().from(changeNote));
    expect(createHash("sha256").update(stored!.canonicalJson).digest("hex")).toBe(stored!.sha256);
    expect(JSON.parse(stored!.canonicalJson)).toMatchObject({ number: 1, text: stored!.text });
    const [adopted] = await read((db) =>
      db.select().from(resolution).where(eq(resolution.id, at.resolutionId)),
    );
    expect(adopted!.text).toBe("修复人行道并加固路基");
    expect(await read((db) => db.select().from(task))).toHaveLength(1);
    expect(await verbsAbout(proposalId)).toEqual(["session.proposeCorrection", "session.adoptCorrection"]);
    expect(await verbsAbout(stored!.id)).toEqual(["session.addChangeNote"]);
  });

  it("stands in the Word file and is refused a change by the database", async () => {
    const file = mustSucceed(await minutesFile(works, month, null, chineseWords));
    const text = unzip(file.bytes).get("word/document.xml")!;
    expect(text).toContain("更正说明 第1号");
    expect(text).toContain("人行道塌陷”一项第1条议定事项");
    expect(text).toContain("完成标准更正为雨后两小时无积水。");
    const [stored] = await read((db) => db.select().from(changeNote));
    expect(text).toContain(stored!.sha256);
    const forge = transact(async (tx) => {
      await tx.update(changeNote).set({ text: "别的" });
    });
    await expect(forge).rejects.toThrow();
  });

  it("is read where its task is, and where the next day looks back on it", async () => {
    const [{ number } = { number: "" }] = await read((db) => db.select({ number: task.number }).from(task));
    const minutes = { year: 2026, number: 1 };
    const note = { number: 1, slug: month, minutes, text: "完成标准更正为雨后两小时无积水。" };
    expect((await showTask(works, number, noon(month), meetingScope))!.notes).toEqual([note]);
    await dayAt(district, "2027-01", "inSession");
    expect((await showLookBack(office, { slug: "2027-01", number }, noon(month)))!.current!.notes).toEqual([
      note,
    ]);
  });

  it("is told to its author", async () => {
    const own = mustSucceed(await page(works, month));
    expect(own).toMatchObject({ decides: false, concerns: [] });
    expect(own.corrections).toMatchObject([
      {
        state: "adopted",
        draft: null,
        decision: { note: { number: 1, minutes: { year: 2026, number: 1 } }, by: { name: "office员" } },
      },
    ]);
    const groups = await myWork(works, noon(month));
    expect(groups.find(({ group }) => group === "answered")?.items).toMatchObject([
      { what: { kind: "correctionAdopted" }, meeting: { slug: month } },
    ]);
    const later = await myWork(works, "2027-01-20T04:00:00.000Z");
    expect(later.some(({ group }) => group === "answered")).toBe(false);
  });

  it("counts on under the same minutes", async () => {
    const next = await handIn(works, at, "修复人行道，重做路基和排水");
    expect(mustSucceed(await adopt(office, month, next))).toBe(2);
  });
});

describe("a correction adopted while the record is still written", () => {
  const month = "2026-11";

  it("is merged into the record as its author's, beside what others wrote since", async () => {
    const at = await day(month);
    const proposalId = await handIn(works, at, "修复人行道并加固路基，设置护栏");
    await writeInRoom(office, month, rewording(at.resolutionId, "立即修复人行道并加固路基"));
    expect(mustSucceed(await adopt(office, month, proposalId))).toBeNull();
    const [merged] = listResolutions(await recordOfDay(month));
    expect(merged!.text).toBe("立即修复人行道并加固路基，设置护栏");
    const updates = await read((db) =>
      db
        .select()
        .from(liveUpdate)
        .where(eq(liveUpdate.room, `day-${month}`)),
    );
    expect(updates.at(-1)).toMatchObject({ personId: works.personId, postId: works.postId });
    expect(mustSucceed(await showMinutes(office, month, null, noon(month))).notes).toEqual([]);
    expect(codeOf(await adopt(office, month, proposalId))).toBe("correctionDecided");
  });
});

describe("a correction that is refused", () => {
  const month = "2026-10";
  let at: Awaited<ReturnType<typeof day>>;
  let proposalId: string;
  const refusal = (actor: Actor, more: object = {}) =>
    refuseCorrection(
      actor,
      { slug: month, proposalId, version: 1, reason: "会上没有这样定", ...more },
      noon(month),
    );
  beforeAll(async () => {
    at = await day(month);
    proposalId = await handIn(works, at, "改为整条道路翻修");
  });

  it("needs a reason, the version that was seen, and the right", async () => {
    expect(await refusal(office, { reason: "" })).toMatchObject({ refusal: { field: "reason" } });
    expect(codeOf(await refusal(office, { version: 2 }))).toBe("changedMeanwhile");
    expect(codeOf(await refusal(works))).toBe("notAllowed");
    expect(codeOf(await adopt(works, month, proposalId))).toBe("notAllowed");
    for (const account of ["street-west", "dept-water", "admin"]) {
      expect(codeOf(await refusal(district.actors[account]!))).toBe("notFound");
      expect(codeOf(await adopt(district.actors[account]!, month, proposalId))).toBe("notFound");
      expect(codeOf(await page(district.actors[account]!, month))).toBe("notFound");
    }
    // Of another day, under this day's address.
    expect(codeOf(await refusal(office, { slug: "2026-12" }))).toBe("notFound");
  });

  it("is kept with its words, and its author reads why", async () => {
    mustSucceed(await refusal(district.actors.leader!));
    const { corrections } = mustSucceed(await page(works, month));
    expect(corrections[0]).toMatchObject({
      state: "refused",
      decision: { reason: "会上没有这样定", by: { name: "leader员" }, note: null },
    });
    expect(JSON.stringify(corrections[0]!.difference)).toContain("改为整条道路翻修".slice(2, 6));
    expect(listResolutions(await recordOfDay(month))[0]!.text).toBe("修复人行道并加固路基");
    expect(await verbsAbout(proposalId)).toContain("session.refuseCorrection");
    expect(codeOf(await adopt(office, month, proposalId))).toBe("correctionDecided");
    const groups = await myWork(works, noon(month));
    expect(groups.find(({ group }) => group === "answered")!.items.map((item) => item.what)).toContainEqual({
      kind: "correctionRefused",
    });
  });
});

describe("handing edits in", () => {
  const month = "2026-09";
  let at: Awaited<ReturnType<typeof day>>;
  beforeAll(async () => {
    at = await day(month);
  });
  const propose = (actor: Actor, bytes: Uint8Array, epoch = 1, of = month) =>
    proposeCorrection(actor, { slug: of, epoch, bytes }, noon(month));

  it("keeps the same edits once, and nothing that the record has already", async () => {
    const water = district.actors["dept-water"]!;
    const bytes = await unsentEdits(month, rewording(at.resolutionId, "修复人行道"));
    expect(mustSucceed(await propose(water, bytes))).toBe("stored");
    expect(mustSucceed(await propose(water, bytes))).toBe("known");
    const none = await unsentEdits(month, () => undefined);
    expect(mustSucceed(await propose(water, none))).toBe("nothing");
    expect(listResolutions(await recordOfDay(month))[0]!.text).toBe("修复人行道并加固路基");
  });

  it("refuses what is no edit of this record, and an epoch there is not", async () => {
    const bytes = await unsentEdits(month, rewording(at.resolutionId, "别的"));
    expect(codeOf(await propose(works, new Uint8Array([1, 2, 3])))).toBe("correctionUnreadable");
    expect(codeOf(await propose(works, bytes, 2))).toBe("correctionUnreadable");
    const stranger = await unsentEdits(month, (document) => document.getMap("other").set("a", 1));
    expect(codeOf(await propose(works, stranger))).toBe("correctionUnreadable");
  });

  it("is for a day that one may see, and not without end", async () => {
    const bytes = await unsentEdits(month, rewording(at.resolutionId, "别的"));
    expect(codeOf(await propose(works, bytes, 1, "2027-05"))).toBe("notFound");
    const answers = [];
    for (let time = 0; time < 12; time++)
      answers.push(codeOf(await propose(district.actors["street-west"]!, bytes)));
    expect(answers[0]).toBe("ok");
    expect(answers.at(-1)).toBe("tooManyCorrections");
  });
});
