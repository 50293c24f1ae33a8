import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { setLedgerKey } from "~/ledger/key.server";
import { adoptCorrection } from "~/meeting/correction/adoptCorrection.server";
import { correctionsWhere } from "~/meeting/correction/presentCorrection.server";
import { proposeCorrection } from "~/meeting/correction/proposeCorrection.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { showWriters } from "~/meeting/history/showWriters.server";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { convertRecords } from "~/meeting/minutes/convertRecords.server";
import { noteText } from "~/record/document/noteSchema";
import {
  canonicalJson,
  canonicalRecord,
  listTopics,
  notesOf,
  readNotes,
  setTopicField,
} from "~/record/document/record";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { read } from "~db/read";
import { correctionProposal, ledgerEntry, liveRecord, liveVersion, minutes, person, post } from "~db/schema";
import { openFile } from "../../builders/database";
import { type Engine, startEngine } from "../../builders/engine";
import { onStatements } from "../../builders/faults";
import { recordOfDay, writeInRoom } from "../../builders/live";
import { writeElement } from "../../builders/notes";
import { mustSucceed } from "../../builders/result";

// A demo district as each earlier version made it: its notes are elements.
const made = join(import.meta.dirname, "made");
const versions = readdirSync(made).map((name) => name.replace(".sqlite.br", ""));
const [issuedMonth, openMonth] = ["2026-10", "2026-11"];
const now = "2026-11-30T02:00:00.000Z";

describe.each(versions)("the records of a database made by %s", (version) => {
  const folder = mkdtempSync(join(tmpdir(), "huishang-converted-"));
  let database: Database;
  let engine: Engine;
  let office: Actor;
  let leader: Actor;
  /** How the open record read in the old version, which wrote it down itself. */
  let asItWas: string;
  let before: Y.Doc;
  let writersBefore: string[];
  /** The open record after each attempt that failed. */
  const faults: Awaited<ReturnType<Engine["live"]["rooms"]["snapshot"]>>[] = [];

  beforeAll(async () => {
    const file = join(folder, "huishang.sqlite");
    writeFileSync(file, brotliDecompressSync(readFileSync(join(made, `${version}.sqlite.br`))));
    database = openFile(file);
    setDatabase(database);
    setLedgerKey("a key of the tests, long enough to be one");
    engine = startEngine(() => new Date(now));
    [office, leader] = await Promise.all([actorIn("office"), actorIn("leader")]);
    asItWas = await writtenDown(openMonth);
    before = await recordOfDay(openMonth);
    writersBefore = await writers();
    await convertUnderFaults();
    await convertRecords(now);
  });
  afterAll(() => {
    engine.abandon();
    setDatabase(undefined);
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Fails once before each statement that writes; then nothing may have changed. */
  async function convertUnderFaults(): Promise<void> {
    const whole = await engine.live.rooms.snapshot(`day-${openMonth}`);
    const written = new Set<string>();
    for (let more = true; more; ) {
      more = false;
      const stop = onStatements(database, (sql, phase) => {
        if (phase === "after" || more || written.has(sql) || !/^(insert|update|commit)/i.test(sql)) return;
        written.add(sql);
        more = true;
        throw new Error("the disk is full");
      });
      const failed = convertRecords(now).then(
        () => false,
        () => true,
      );
      more = await failed;
      stop();
      if (more) faults.push(await engine.live.rooms.snapshot(`day-${openMonth}`));
      if (!more) break;
    }
    expect(faults.every((found) => Buffer.from(found.state).equals(Buffer.from(whole.state)))).toBe(true);
  }

  async function actorIn(role: "office" | "leader"): Promise<Actor> {
    const [held] = await read((db) => db.select().from(post).where(eq(post.role, role)));
    const people = await read((db) => db.select().from(person));
    const { id: personId, name, account } = people[role === "office" ? 0 : 1]!;
    const postTitle = { zh: held!.titleZh, en: held!.titleEn };
    const unitName = { zh: "", en: "" };
    const { id: postId, unitId } = held!;
    return {
      personId,
      name,
      account,
      postId,
      postTitle,
      role,
      unitId,
      unitName,
      streetId: null,
      signInId: "",
    };
  }

  async function writtenDown(month: string): Promise<string> {
    const [row] = await read((db) =>
      db
        .select()
        .from(liveRecord)
        .where(eq(liveRecord.room, `day-${month}`)),
    );
    return row!.json;
  }

  /** Line by line, who wrote the notes of the open record. */
  async function writers(): Promise<string[]> {
    const page = mustSucceed(await showWriters(office, { slug: openMonth }, now));
    return page.topics.flatMap(({ lines }) =>
      lines.flatMap(({ parts }) =>
        parts.map(
          ({ text, who, at }) => `${who === null ? "?" : page.contributors[who]?.name} ${at} ${text}`,
        ),
      ),
    );
  }

  const json = (document: Y.Doc) => canonicalJson(canonicalRecord(document));
  const topics = () => listTopics(before).filter(({ kind }) => kind === "topic");
  const textOf = (document: Y.Doc, topicId: string) => noteText(readNotes(document, topicId));

  it("leave what is issued as it is, letter by letter", async () => {
    const issued = await recordOfDay(issuedMonth);
    expect([...issued.share.keys()].some((name) => name.startsWith("lines/"))).toBe(false);
    expect(json(issued)).toBe(await writtenDown(issuedMonth));
    const { epoch } = await engine.live.rooms.snapshot(`day-${issuedMonth}`);
    expect(epoch).toBe(1);
  });

  it("hold what is being written as lines that read the same, in a new epoch", async () => {
    const record = await recordOfDay(openMonth);
    expect(json(record)).toBe(asItWas);
    expect(await writtenDown(openMonth)).toBe(asItWas);
    expect((await engine.live.rooms.snapshot(`day-${openMonth}`)).epoch).toBe(2);
    for (const { id } of topics().slice(0, 3)) {
      expect(notesOf(record, id).length).toBeGreaterThan(10);
      expect(record.getXmlFragment(`notes/${id}`).length).toBe(0);
    }
  });

  it("know who wrote each word, as before", async () => {
    expect(writersBefore.length).toBeGreaterThan(5);
    expect(writersBefore.some((line) => line.startsWith("?"))).toBe(false);
    expect(await writers()).toEqual(writersBefore);
  });

  it("keep the state before in the history, with an event", async () => {
    const page = mustSucceed(await showHistory(office, openMonth, {}, now));
    const kept = page.versions.find(({ label }) => label === "beforeLines")!;
    expect(kept).toMatchObject({ epoch: 1, by: null });
    const [row] = await read((db) => db.select().from(liveVersion).where(eq(liveVersion.id, kept.id)));
    const old = new Y.Doc();
    Y.applyUpdate(old, row!.state);
    expect(json(old)).toBe(asItWas);
    const compared = mustSucceed(await showHistory(office, openMonth, { from: kept.id }, now)).compared;
    expect(compared?.difference.topics).toEqual([]);
    const events = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "session.convertNotes")),
    );
    expect(events.map(({ personId }) => personId)).toEqual([null]);
  });

  it("are as they were as long as something fails", () => {
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.every(({ epoch }) => epoch === 1)).toBe(true);
  });

  it("are converted once", async () => {
    const state = await engine.live.rooms.snapshot(`day-${openMonth}`);
    await convertRecords(now);
    expect(await engine.live.rooms.snapshot(`day-${openMonth}`)).toEqual(state);
  });

  it("are written in on and on, and take in what somebody still had of before, once it is adopted", async () => {
    const [first, second, , , empty] = topics().map(({ id }) => ({ id })) as { id: string }[];
    if (!first || !second || !empty) throw new Error("the demo has five topics");
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(before));
    const vector = Y.encodeStateVector(copy);
    const paragraph = copy.getXmlFragment(`notes/${first.id}`).get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(3, "【离线补充】");
    writeElement(copy, empty.id, "没有网络时记的");
    setTopicField(copy, second.id, "title", "离线改的题目");
    const bytes = Y.encodeStateAsUpdate(copy, vector);

    const [words] = textOf(before, first.id).split("\n") as [string];
    await writeInRoom(leader, openMonth, (document) => {
      notesOf(document, first.id).insert(words.length, "此后又说。");
    });
    const handIn = { slug: openMonth, epoch: 1, bytes };
    expect(mustSucceed(await proposeCorrection(leader, handIn, now))).toBe("stored");
    const [proposal] = await read((db) =>
      db.select().from(correctionProposal).orderBy(desc(correctionProposal.at)),
    );
    const [shown] = await read((db) =>
      correctionsWhere(db, and(eq(correctionProposal.id, proposal!.id)), "zh-CN"),
    );
    expect(JSON.stringify(shown?.difference)).toContain("【离线补充】");
    expect(JSON.stringify(shown?.difference)).toContain("没有网络时记的");

    const decision = { slug: openMonth, proposalId: proposal!.id, version: 1, text: "", concerns: "" };
    mustSucceed(await adoptCorrection(office, decision, now));
    const record = await recordOfDay(openMonth);
    expect(textOf(record, first.id).split("\n")[0]).toBe(
      `${words.slice(0, 3)}【离线补充】${words.slice(3)}此后又说。`,
    );
    expect(textOf(record, empty.id)).toBe("没有网络时记的");
    expect(listTopics(record).find(({ id }) => id === second.id)?.title).toBe("离线改的题目");
  });

  it("begin an amendment of what was issued from lines, and leave the issued state alone", async () => {
    const stateOf = () =>
      read((db) => db.select({ state: minutes.state, sha256: minutes.sha256 }).from(minutes));
    const issued = await stateOf();
    mustSucceed(await beginAmendment(office, { slug: issuedMonth, reason: "更正笔误" }, now));
    const record = await recordOfDay(issuedMonth);
    expect([...record.share.keys()].some((name) => name.startsWith("lines/"))).toBe(true);
    expect(json(record)).toBe(await writtenDown(issuedMonth));
    expect(await stateOf()).toEqual(issued);
    const page = mustSucceed(await showWriters(office, { slug: issuedMonth }, now));
    const hands = page.topics.flatMap(({ lines }) => lines.flatMap(({ parts }) => parts));
    expect(hands.every(({ who }) => who !== null)).toBe(true);
  });
});
