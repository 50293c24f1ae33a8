import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { draftMinutes } from "~/meeting/drafting/draftMinutes.server";
import { showWording } from "~/meeting/drafting/showWording.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution, notesOf, setTopicField, wordingId } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import { minutes } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

/** A day after its session; in its record one line is marked for the minutes and one is not. */
async function heldDay(month: string) {
  const office = district.actors.office!;
  const now = `${month}-20T03:00:00.000Z`;
  const dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  const [, matter] = await topicsOf(dayId);
  const topicId = matter!.id;
  await writeInRoom(office, month, (document) => {
    const text = notesOf(document, topicId);
    text.insert(0, "要先排查管线", { forMinutes: true });
    text.insert(text.length, "，有人提到费用", {});
    addResolution(document, draft(district, topicId, month));
  });
  const decided = { outcome: "passed" as const, note: "资金渠道另行研究", reservations: "" };
  mustSucceed(await recordOutcome(office, { slug: month, topicId, ...decided }, now));
  mustSucceed(await closeSession(office, { slug: month }, now));
  return { office, now, dayId, topicId };
}

const wordsOf = async (month: string, now: string) => {
  const page = mustSucceed(await showMinutes(district.actors.office!, month, null, now));
  return page.paper!.topics.find(({ kind }) => kind === "topic")!.wording;
};

/** Adds words at the end of what the minutes say of a topic, as somebody who edits them does. */
const edit = (month: string, topicId: string, words: string) =>
  writeInRoom(district.actors.office!, month, (document) => {
    const text = notesOf(document, wordingId(topicId));
    text.insert(text.length, words);
  });

const drafted = [
  "会议听取了east单位关于人行道塌陷有关情况的汇报。",
  "会议要求，要先排查管线。",
  "经审议，会议通过。资金渠道另行研究。会议议定以下事项：",
];

describe("the minutes", () => {
  it("are drafted from the facts and from what was marked in the record", async () => {
    const { office, now } = await heldDay("2026-12");
    expect(await wordsOf("2026-12", now)).toBeUndefined();
    mustSucceed(await draftMinutes(office, { slug: "2026-12" }, now));
    expect(await wordsOf("2026-12", now)).toEqual(drafted);
  });

  it("are edited by those who hold the meeting, and by nobody else", async () => {
    const { office, now, topicId } = await heldDay("2027-01");
    mustSucceed(await draftMinutes(office, { slug: "2027-01" }, now));
    const street = district.actors["street-east"]!;
    const byStreet = await read(async (db) => partRightsOf(db, street, (await findMeeting(db, "2027-01"))!));
    expect(byStreet({ kind: "notes", topicId })).toBe(true);
    const change = (document: Y.Doc) => notesOf(document, wordingId(topicId)).insert(0, "街道改的");
    const tried = await editRecord(liveRoomName("2027-01"), street, change, byStreet);
    expect(tried).toMatchObject({ ok: false, refusal: { code: "partClosed" } });
    await edit("2027-01", topicId, "即日起执行。");
    expect((await wordsOf("2027-01", now))?.at(-1)).toBe(`${drafted[2]}即日起执行。`);
    const reader = mustSucceed(await showWording(street, "2027-01"));
    expect(reader.writes).toBe(false);
    const refused = await draftMinutes(street, { slug: "2027-01" }, now);
    expect(refused).toMatchObject({ refusal: { code: "notAllowed" } });
  });

  it("keep edited words when they are drafted anew, until that is asked for", async () => {
    const { office, now, topicId } = await heldDay("2027-02");
    mustSucceed(await draftMinutes(office, { slug: "2027-02" }, now));
    await edit("2027-02", topicId, "即日起执行。");
    mustSucceed(await draftMinutes(office, { slug: "2027-02" }, now));
    expect((await wordsOf("2027-02", now))?.at(-1)).toContain("即日起执行。");
    const one = { slug: "2027-02", topicId };
    expect(await draftMinutes(office, one, now)).toMatchObject({ refusal: { code: "wordingEdited" } });
    mustSucceed(await draftMinutes(office, { ...one, over: "yes" }, now));
    expect(await wordsOf("2027-02", now)).toEqual(drafted);
  });

  it("are not issued without the outcome in the words", async () => {
    const { office, now, topicId } = await heldDay("2027-04");
    mustSucceed(await draftMinutes(office, { slug: "2027-04" }, now));
    await writeInRoom(office, "2027-04", (document) => {
      const text = notesOf(document, wordingId(topicId));
      text.delete(0, text.length);
      text.insert(0, "另行通知。");
    });
    const refused = await issueMinutes(office, { slug: "2027-04" }, now);
    expect(refused).toMatchObject({ refusal: { code: "wordingLacksOutcome" } });
  });

  it("follow the facts that they name, and are issued as they were edited", async () => {
    const { office, now, dayId, topicId } = await heldDay("2027-03");
    mustSucceed(await draftMinutes(office, { slug: "2027-03" }, now));
    await edit("2027-03", topicId, "即日起执行。");
    await writeInRoom(office, "2027-03", (document) =>
      setTopicField(document, topicId, "title", "人行道塌陷修复"),
    );
    mustSucceed(await issueMinutes(office, { slug: "2027-03" }, now));
    const [issued] = await read((db) => db.select().from(minutes).where(eq(minutes.meetingId, dayId)));
    const topic = readPaper(issued!.canonicalJson)!.topics.find(({ id }) => id === topicId);
    expect(topic?.wording).toEqual([
      "会议听取了east单位关于人行道塌陷修复有关情况的汇报。",
      drafted[1],
      `${drafted[2]}即日起执行。`,
    ]);
  });
});
