import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "~/i18n/language";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { correctionsWhere } from "~/meeting/correction/presentCorrection.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { findMentions } from "~/meeting/room/findMentions.server";
import { lookUpMentions } from "~/meeting/room/lookUpMentions.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { canonicalRecord, notesOf } from "~/record/document/record";
import { labelMentions } from "~/record/editor/labelMentions.server";
import { read } from "~db/read";
import { correctionProposal, minutes } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { writeMentions } from "../../../builders/notes";
import { mustSucceed } from "../../../builders/result";
import { openDay, screenedDay, topicsOf } from "../../../builders/session";
import { dayAt, dispatchedTasks } from "../../../builders/task";

withDatabase();
withLive();

const month = "2026-03";
const now = "2026-03-20T03:00:00.000Z";
let district: SmallDistrict;
let dayId: string;
let topicId: string;
let eastTask: string;
let westTask: string;

beforeAll(async () => {
  district = await smallDistrict();
  const earlier = await dayAt(district, "2026-02", "followedUp");
  [eastTask, westTask] = (await dispatchedTasks(
    district,
    earlier,
    [
      { street: "east", lead: "works", due: "2026-04-10", title: "东街路灯", text: "更换东街路灯" },
      { street: "west", lead: "water", due: "2026-04-11", title: "西弄下水道", text: "疏通西弄下水道" },
    ],
    "2026-02-20T03:00:00.000Z",
  )) as [string, string];
  dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  topicId = (await topicsOf(dayId))[1]!.id;
});

async function found(account: string, words: string) {
  const choices = mustSucceed(await findMentions(district.actors[account]!, month, words, now));
  return choices.map(({ kind, label }) => `${kind} ${label}`);
}

describe("what may be named in the record", () => {
  it("begins with who is called to the day, with their posts", async () => {
    const choices = mustSucceed(await findMentions(district.actors.office!, month, "", now));
    const units = choices.filter((one) => one.kind === "unit");
    expect(units[0]).toMatchObject({ id: "works", label: "works单位", invited: true });
    expect(units.some((one) => !one.invited)).toBe(true);
    const people = choices.filter((one) => one.kind === "person");
    expect(people.slice(0, 2).map((one) => one.label)).toEqual(["leader员", "dept-works员"]);
    expect(people[1]).toEqual({
      kind: "person",
      id: district.actors["dept-works"]!.personId,
      label: "dept-works员",
      name: { zh: "dept-works员", en: "dept-works员" },
      detail: { zh: "works单位 经办人", en: "Officer, works" },
      invited: true,
    });
  });

  it("is found by the name of a unit, of a person, of a post", async () => {
    expect(await found("office", "water单")).toEqual(["unit water单位", "person dept-water员"]);
    expect(await found("office", "street-west")).toEqual(["person street-west员"]);
    expect(await found("office", "经办人")).toHaveLength(6);
    expect(await found("office", "w%r")).toEqual([]);
    expect(await found("office", "没有这个")).toEqual([]);
  });

  it("holds tasks by their number, their count and their words, as far as the reader sees them", async () => {
    const task = `task ${eastTask}`;
    for (const words of [eastTask, eastTask.toLowerCase(), "1", "东街路灯"])
      expect(await found("street-east", words), words).toContain(task);
    expect(await found("street-west", eastTask)).not.toContain(task);
    expect(await found("street-west", "东街路灯")).not.toContain(task);
    expect(await found("street-west", "")).not.toContain(task);
  });

  it("is nobody's business where the room is closed", async () => {
    await screenedDay(district, "2026-04", [{ street: "east", title: "路灯不亮" }]);
    for (const closed of ["2026-04", "2031-01"])
      expect(await findMentions(district.actors["street-east"]!, closed, "", now)).toMatchObject({
        refusal: { code: "notFound" },
      });
  });
});

describe("the names of what is named", () => {
  const leader = () => district.actors.leader!.personId;
  const look = async (account: string, at = month) =>
    lookUpMentions(district.actors[account]!, at, [
      { kind: "unit", id: "works" },
      { kind: "unit", id: "no-such-unit" },
      { kind: "person", id: leader() },
      { kind: "person", id: "works" },
      { kind: "task", id: eastTask },
      { kind: "task", id: "RW-2099-9999" },
      { kind: "unit", id: "works" },
    ]);
  const namesFor = async (account: string) =>
    mustSucceed(await look(account)).map(({ id, name }) => [id, name?.zh ?? null]);

  it("are the platform's, each once; what does not exist has none", async () => {
    expect(await namesFor("office")).toEqual([
      ["works", "works单位"],
      ["no-such-unit", null],
      [leader(), "leader员"],
      ["works", null],
      [eastTask, eastTask],
      ["RW-2099-9999", null],
    ]);
  });

  it("are for each reader those of what they see", async () => {
    expect(await namesFor("street-east")).toContainEqual([eastTask, eastTask]);
    expect(await namesFor("dept-works")).toContainEqual([eastTask, eastTask]);
    expect(await namesFor("street-west")).toContainEqual([eastTask, null]);
  });

  it("are told to nobody to whom the room is closed", async () => {
    expect(await look("street-east", "2031-01")).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("come with the page, for the record as it was last written down", async () => {
    await writeInRoom(district.actors["dept-works"]!, month, (document) => {
      writeMentions(document, topicId, [{ kind: "task", id: eastTask, label: "区长已同意" }]);
    });
    const seenBy = async (account: string) =>
      mustSucceed(await roomPage(district.actors[account]!, month, `${month}-20T02:00:00.000Z`)).mentions;
    const name = { zh: eastTask, en: eastTask };
    await expect
      .poll(() => seenBy("office"), { timeout: 15_000 })
      .toEqual([{ kind: "task", id: eastTask, name }]);
    expect(await seenBy("street-west")).toEqual([{ kind: "task", id: eastTask, name: null }]);
    await writeInRoom(district.actors["dept-works"]!, month, (document) =>
      notesOf(document, topicId).delete(0, 1),
    );
  });
});

const inNotes = (record: { topics: { id: string; notes: object }[] }) =>
  JSON.stringify(record.topics.find((topic) => topic.id === topicId)?.notes);

describe("the words of a mention", () => {
  beforeAll(() =>
    writeInRoom(district.actors["dept-works"]!, month, (document) => {
      const forged = { kind: "unit", id: "works", label: "免责单位", onclick: "alert(1)" };
      writeMentions(document, topicId, [
        forged,
        { kind: "person", id: district.actors.leader!.personId, label: "区长已同意" },
        { kind: "task", id: eastTask, label: "RW-2099-9999" },
        { kind: "unit", id: "no-such-unit", label: "<b>不存在</b>" },
      ]);
    }),
  );

  it("are the platform's, whatever the page said; what does not exist is only its id", async () => {
    const record = canonicalRecord(await recordOfDay(month));
    const named = inNotes(await read((db) => labelMentions(db, record)));
    for (const forged of ["免责单位", "区长已同意", "RW-2099", "onclick", "不存在"])
      expect(named).not.toContain(forged);
    expect(JSON.parse(named!).content[0].content).toEqual([
      { type: "mention", attrs: { kind: "unit", id: "works", label: "works单位" } },
      {
        type: "mention",
        attrs: { kind: "person", id: district.actors.leader!.personId, label: "leader员" },
      },
      { type: "mention", attrs: { kind: "task", id: eastTask, label: eastTask } },
      { type: "text", text: "@no-such-unit" },
    ]);
  });

  it("are put right where versions are compared and where hands are told apart", async () => {
    const comparedIn = async (language: Language) =>
      mustSucceed(await showHistory(district.actors["street-west"]!, month, { language }, now)).compared;
    const compared = await comparedIn("zh-CN");
    const linesOf = (one: typeof compared) =>
      (one?.difference.topics.find((topic) => topic.id === topicId)?.notes ?? []).map(
        (line) => "text" in line && line.text,
      );
    const words = `@works单位@leader员@${eastTask}@no-such-unit`;
    expect(linesOf(compared)).toContain(words);
    expect(linesOf(await comparedIn("en"))).toContain(`@works@leader员@${eastTask}@no-such-unit`);
    const hands = Object.entries(compared?.hands ?? {}).filter(([key]) => key.startsWith("notes/"));
    expect(hands.length).toBeGreaterThan(0);
    const written = mustSucceed(await showWriters(district.actors.office!, { slug: month }, now));
    const [line] = written.topics.find((topic) => topic.id === topicId)!.lines;
    expect(line?.parts.map(({ text, who }) => [text, written.contributors[who!]?.name])).toEqual([
      [words, "dept-works员"],
    ]);
  });

  it("are put right in a correction that somebody proposes", async () => {
    const document = await recordOfDay(month);
    const before = canonicalRecord(document);
    const at = now;
    const empty = { ...before, topics: before.topics.map((topic) => ({ ...topic, notes: { type: "doc" } })) };
    await transact(async (tx) => {
      const proposal = { room: liveRoomName(month), epoch: 1, bytes: Buffer.alloc(0), at };
      const difference = JSON.stringify({ before: empty, after: before });
      await tx.insert(correctionProposal).values({ id: "forged", ...proposal, difference });
    });
    const toldIn = async (language: Language) => {
      const forged = eq(correctionProposal.id, "forged");
      return JSON.stringify((await read((db) => correctionsWhere(db, forged, language)))[0]!.difference);
    };
    expect(await toldIn("en")).toContain("@works@leader员");
    const told = await toldIn("zh-CN");
    expect(told).toContain("@works单位@leader员");
    expect(told).not.toMatch(/免责单位|区长已同意|RW-2099/);
    await transact((tx) => tx.delete(correctionProposal).where(eq(correctionProposal.id, "forged")));
  });

  it("are put right in what is issued, too", async () => {
    const office = district.actors.office!;
    const statement = { statement: "onTrack" as const, text: "" };
    for (const number of [eastTask, westTask])
      mustSucceed(await stateAtLookBack(office, { slug: month, number, ...statement }, now));
    mustSucceed(await recordOutcome(office, { slug: month, topicId, outcome: "notPassed", note: "" }, now));
    mustSucceed(await closeSession(office, { slug: month }, now));
    mustSucceed(await issueMinutes(office, { slug: month }, now));
    const [row] = await read((db) => db.select().from(minutes).where(eq(minutes.meetingId, dayId)));
    const stored = inNotes(JSON.parse(row!.canonicalJson));
    expect(stored).toContain("works单位");
    expect(stored).not.toMatch(/免责单位|区长已同意|RW-2099/);
  });
});
