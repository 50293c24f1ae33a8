import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { listLedger } from "~/audit/listLedger.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { readSeen } from "~/meeting/history/restorePart";
import { restoreWording } from "~/meeting/history/restoreWording.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { noteText } from "~/record/document/noteSchema";
import {
  addResolution,
  canonicalRecord,
  listTopics,
  notesOf,
  readNotes,
  replaceText,
  resolutionText,
  setTopicField,
} from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import { ledgerEntry, liveVersion, topic } from "~db/schema";
import { transact } from "~db/transact";
import { compact } from "~server/live/store/compaction";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { writeLine } from "../../../builders/notes";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const now = "2026-11-20T03:00:00.000Z";
let district: SmallDistrict;
const actor = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
});

/** A day in session with two topics, notes in both, and a version kept of that. */
async function day(month: string) {
  const dayId = await openDay(district, month, [
    { street: "east", title: "路灯不亮" },
    { street: "east", title: "水管漏水" },
  ]);
  const [first, second] = (await topicsOf(dayId)).filter((topic) => topic.kind === "topic");
  const ids = [first!.id, second!.id] as const;
  await writeInRoom(actor("dept-works"), month, (document) => {
    writeLine(document, ids[0], "建管委：月底修好");
    writeLine(document, ids[1], "水务局：正在排查");
    addResolution(document, draft(district, ids[0], month, { id: "r", text: "月底修好路灯" }));
  });
  const versionId = mustSucceed(await keepVersion(actor("office"), { slug: month, note: "初稿" }, now));
  return { month, dayId, ids, versionId };
}

const history = (month: string, asked = {}, who = "office") => showHistory(actor(who), month, asked, now);
const textOf = (document: Y.Doc, topicId: string) => noteText(readNotes(document, topicId));

/** Presses the button of a thing, as the page offers it. */
async function restore(month: string, versionId: string, thing: string, who = "dept-works") {
  const page = mustSucceed(await history(month, { from: versionId }, who));
  const seen = readSeen(page.offers[thing]?.seen ?? "") ?? [];
  return restoreWording(actor(who), { slug: month, versionId, seen }, now);
}

describe("the history of a record", () => {
  it("lists what was kept, why and by whom, with how much changed", async () => {
    const { month, ids } = await day("2026-01");
    await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[0], "另换两盏"));
    const page = mustSucceed(await history(month));
    expect(page.versions.map(({ label, note, by }) => [label, note, by])).toEqual([
      ["kept", "初稿", "office员"],
      ["sessionOpened", "", "office员"],
      ["agendaPublished", "", "office员"],
    ]);
    expect(page.rows[0]?.size).toMatchObject({ topics: 2, resolutions: 1 });
    expect(page.rows[1]?.size).toMatchObject({ topics: 0, wordsAdded: 0 });
    expect(page.sinceNewest).toEqual({ topics: 1, resolutions: 0, wordsAdded: 4, wordsRemoved: 0 });
    expect(page.compared?.difference.topics.map((topic) => topic.id)).toEqual([ids[0]]);
  });

  it("says who wrote and who deleted, where that is known", async () => {
    const { month, ids, versionId } = await day("2027-03");
    await writeInRoom(actor("leader"), month, (document) => {
      const notes = notesOf(document, ids[0]);
      notes.delete(0, notes.length);
    });
    await writeInRoom(actor("office"), month, (document) => {
      writeLine(document, ids[0], "另换两盏");
      setTopicField(document, ids[1], "title", "新标题");
    });
    const { compared } = mustSucceed(await history(month, { from: versionId }));
    const named = (key: string) =>
      Object.fromEntries(
        Object.entries(compared?.hands[key] ?? {}).map(([kind, who]) => [
          kind,
          who.map((one: { who: number }) => compared?.people[one.who]?.name),
        ]),
      );
    expect(named(`notes/${ids[0]}/0/`)).toEqual({ added: [], removed: ["leader员"] });
    expect(named(`notes/${ids[0]}//0`)).toEqual({ added: ["office员"], removed: [] });
    expect(named(`topic/${ids[1]}/title`)).toEqual({ added: ["office员"], removed: [] });
  });

  it("compares any two, whichever way round they were chosen", async () => {
    const { month, versionId } = await day("2026-02");
    const { versions } = mustSucceed(await history(month));
    const first = versions.at(-1)!.id;
    const page = mustSucceed(await history(month, { from: versionId, to: first }));
    expect(page.compared).toMatchObject({ from: first, to: versionId });
    expect(page.compared?.difference.topics).toHaveLength(2);
    // Between two versions nothing is brought back: there is nowhere to bring it.
    expect(page.offers).toEqual({});
  });

  it("does not exist where the room does not, nor for versions of other days", async () => {
    const one = await day("2026-03");
    expect(await history("2027-01")).toMatchObject({ refusal: { code: "notFound" } });
    await day("2026-04");
    for (const asked of [{ from: one.versionId }, { to: "none" }])
      expect(await history("2026-04", asked)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await showWriters(actor("office"), { slug: "2026-04", of: one.versionId }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("offers nothing to who only reads", async () => {
    const { month, versionId, ids } = await day("2026-05");
    await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[0], "另换两盏"));
    const page = mustSucceed(await history(month, { from: versionId }, "street-west"));
    expect(page.compared?.difference.topics).toHaveLength(1);
    expect(page.offers).toEqual({});
    const seen = readSeen(`notes/${ids[0]}:${"0".repeat(16)}`)!;
    const asked = { slug: month, versionId, seen };
    expect(await restoreWording(actor("street-west"), asked, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await keepVersion(actor("dept-works"), { slug: month, note: "x" }, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
  });
});

describe("bringing wording back", () => {
  it("is an edit under one's own name, with a version from before and an event, and can be taken back", async () => {
    const { month, versionId, ids } = await day("2026-06");
    await writeInRoom(actor("office"), month, (document) => {
      writeLine(document, ids[0], "改成年底");
      setTopicField(document, ids[1], "title", "新标题");
      replaceText(resolutionText(document, "r", "text")!, "年底修好路灯");
    });
    const restored = mustSucceed(await restore(month, versionId, `notes/${ids[0]}`));
    expect(restored).toMatchObject({ left: 0, units: [{ kind: "notes", id: ids[0] }] });
    const after = canonicalRecord(await recordOfDay(month));
    const old = "建管委：月底修好";
    expect(textOf(await recordOfDay(month), ids[0])).toBe(old);
    // Only that was brought back.
    expect(after.topics.find((topic) => topic.id === ids[1])?.title).toBe("新标题");
    expect(after.resolutions[0]?.text).toBe("年底修好路灯");
    const booked = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "session.restoreWording")),
    );
    expect(booked.at(-1)).toMatchObject({ personId: actor("dept-works").personId });
    const { lines } = mustSucceed(await listLedger(actor("office"), { verb: "session.restoreWording" }));
    const [kept] = await read((db) => db.select().from(liveVersion).where(eq(liveVersion.id, versionId)));
    const told = Object.fromEntries(
      lines[0]!.changes.map(({ path, after }) => [path, after?.map((value) => "zh" in value && value.zh)]),
    );
    const { title } = after.topics.find((topic) => topic.id === ids[0])!;
    expect(told).toEqual({ versionId: [kept!.at], parts: [`notes/${title}`] });
    // One press back.
    const just = { beforeId: restored.beforeId, parts: `notes/${ids[0]}`, left: 0, closed: "" };
    const page = mustSucceed(await history(month, { from: versionId, restored: just }, "dept-works"));
    expect(page.versions[0]).toMatchObject({ id: restored.beforeId, label: "beforeRestore" });
    const back = readSeen(page.restored?.seen ?? "")!;
    mustSucceed(
      await restoreWording(
        actor("dept-works"),
        { slug: month, versionId: restored.beforeId, seen: back },
        now,
      ),
    );
    expect(textOf(await recordOfDay(month), ids[0])).toContain("改成年底");
  });

  it("brings back what is open and says what is closed, and why", async () => {
    const { month, versionId, ids } = await day("2027-05");
    await writeInRoom(actor("office"), month, (document) => {
      writeLine(document, ids[0], "改成年底");
      setTopicField(document, ids[1], "title", "新标题");
      replaceText(resolutionText(document, "r", "text")!, "年底修好路灯");
    });
    await transact((tx) => tx.update(topic).set({ outcome: "passed" }).where(eq(topic.id, ids[0])));
    const { offers } = mustSucceed(await history(month, { from: versionId }, "dept-works"));
    const restored = mustSucceed(await restore(month, versionId, "all"));
    // A department changes no titles of a published agenda; nobody changes resolutions of a decided topic.
    expect(restored).toMatchObject({
      units: [{ kind: "notes", id: ids[0] }],
      closed: [
        { kind: "resolution", id: "r" },
        { kind: "topic", id: ids[1] },
      ],
      left: 0,
    });
    const after = canonicalRecord(await recordOfDay(month));
    expect(textOf(await recordOfDay(month), ids[0])).not.toContain("改成年底");
    expect(after.resolutions[0]?.text).toBe("年底修好路灯");
    const just = { beforeId: restored.beforeId, parts: "", left: 0, closed: `resolution/r topic/${ids[1]}` };
    const page = mustSucceed(await history(month, { from: versionId, restored: just }, "dept-works"));
    const decided = after.topics.find(({ id }) => id === ids[0])!.title;
    expect(page.restored?.closed).toEqual([
      { kind: "resolution", title: decided },
      { kind: "topic", title: "新标题" },
    ]);
    // What is closed is not offered by itself; whoever sends it all the same is refused.
    expect(Object.keys(offers)).toEqual([`notes/${ids[0]}`, `topic/${ids[0]}`, "all"]);
    const seen = readSeen(offers.all!.seen)!.filter(({ kind }) => kind === "resolution");
    expect(await restoreWording(actor("dept-works"), { slug: month, versionId, seen }, now)).toMatchObject({
      refusal: { code: "partClosed" },
    });
  });

  it("loses nothing that others write at the same time, in other topics or in the same one", async () => {
    const { month, versionId, ids } = await day("2026-07");
    await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[0], "改成年底"));
    const restoring = restore(month, versionId, `topic/${ids[0]}`);
    await Promise.all([
      restoring,
      ...Array.from({ length: 20 }, (_, at) =>
        writeInRoom(actor("office"), month, (document) => writeLine(document, ids[1], `插话${at}`)),
      ),
    ]);
    mustSucceed(await restoring);
    const record = await recordOfDay(month);
    expect(textOf(record, ids[0])).toBe("建管委：月底修好");
    for (let at = 0; at < 20; at++) expect(textOf(record, ids[1])).toMatch(new RegExp(`插话${at}$`, "m"));
  });

  it("leaves alone what somebody changed after it was seen", async () => {
    const { month, versionId, ids } = await day("2026-08");
    const { seen, input } = await seenThenChanged();
    expect(seen).toHaveLength(2);
    const restored = mustSucceed(await restoreWording(actor("dept-works"), input, now));
    expect(restored).toMatchObject({ left: 1, units: [{ kind: "notes", id: ids[1] }] });
    expect(textOf(await recordOfDay(month), ids[0])).toContain("刚刚写下");
    // And when nothing is as it was, nothing is done.
    const versions = mustSucceed(await history(month)).versions.length;
    expect(await restoreWording(actor("dept-works"), input, now)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    expect(mustSucceed(await history(month)).versions).toHaveLength(versions);

    async function seenThenChanged() {
      await writeInRoom(actor("office"), month, (document) => {
        writeLine(document, ids[0], "改动一");
        writeLine(document, ids[1], "改动二");
      });
      const page = mustSucceed(await history(month, { from: versionId }, "dept-works"));
      await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[0], "刚刚写下"));
      const all = readSeen(page.offers.all?.seen ?? "")!;
      return { seen: all, input: { slug: month, versionId, seen: all } };
    }
  });

  it("puts a topic back on the agenda for who may, and not for others", async () => {
    const { month, versionId, ids } = await day("2026-09");
    mustSucceed(await takeOffAgenda(actor("office"), { slug: month, topicId: ids[0], reason: "误列" }, now));
    const works = mustSucceed(await history(month, { from: versionId }, "dept-works"));
    expect(Object.keys(works.offers)).not.toContain(`topic/${ids[0]}`);
    mustSucceed(await restore(month, versionId, `topic/${ids[0]}`, "office"));
    expect(listTopics(await recordOfDay(month)).map((topic) => topic.id)).toContain(ids[0]);
  });

  it("is refused in a frozen record, with the way that is left", async () => {
    const { month, versionId, ids } = await day("2026-10");
    const office = actor("office");
    await writeInRoom(office, month, (document) => writeLine(document, ids[1], "又写一句"));
    const page = mustSucceed(await history(month, { from: versionId }));
    const input = { slug: month, versionId, seen: readSeen(page.offers.all?.seen ?? "")! };
    // Just being issued: the stage still allows it, the room does not.
    await liveRooms().freeze(liveRoomName(month));
    expect(await restoreWording(office, input, now)).toMatchObject({ refusal: { code: "recordFrozen" } });
    await liveRooms().thaw(liveRoomName(month));
    for (const topicId of ids)
      mustSucceed(await recordOutcome(office, { slug: month, topicId, outcome: "passed", note: "" }, now));
    mustSucceed(await closeSession(office, { slug: month }, now));
    mustSucceed(await issueMinutes(office, { slug: month }, now));
    expect(await restoreWording(office, input, now)).toMatchObject({ refusal: { code: "recordFrozen" } });
    const after = mustSucceed(await history(month, { from: versionId }));
    expect(after.offers).toEqual({});
    expect(after.versions[0]?.label).toBe("issued");
  });
});

describe("who wrote what", () => {
  it("is known from the log, and just the same after compaction", async () => {
    const { month, ids } = await day("2026-12");
    await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[0], "主任补充一句"));
    const fromLog = mustSucceed(await showWriters(actor("street-west"), { slug: month }, now));
    const topic = fromLog.topics.find((one) => one.id === ids[0])!;
    const nameOf = (who: number | null) => fromLog.contributors[who ?? -1]?.name;
    expect(topic.lines.map(({ parts }) => parts.map(({ text, who }) => [nameOf(who), text]))).toEqual([
      [["dept-works员", "建管委：月底修好"]],
      [["office员", "主任补充一句"]],
    ]);
    expect(topic.resolutions[0]?.text.map(({ text, who }) => [nameOf(who), text])).toEqual([
      ["dept-works员", "月底修好路灯"],
    ]);
    expect(topic.contributors.map(({ who }) => nameOf(who))).toEqual(["dept-works员", "office员"]);
    expect(await compact(liveRoomName(month), 1, now)).not.toBeNull();
    await writeInRoom(actor("office"), month, (document) => writeLine(document, ids[1], "压缩之后"));
    const later = mustSucceed(await showWriters(actor("street-west"), { slug: month }, now));
    expect(later.topics.find((one) => one.id === ids[0])).toEqual(topic);
  });
});
