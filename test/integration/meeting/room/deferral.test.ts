import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { waitingMatters } from "~/meeting/library/waitingMatters.server";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution, topicById } from "~/record/document/record";
import { read } from "~db/read";
import { task, topic } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let dayId: string;
let drawnUp: string;
let screening: string;
let put: Awaited<ReturnType<typeof topicsOf>>;
const office = () => district.actors.office!;
const topicIds = () => put.map(({ id }) => id);

const putOff = (topicId: string, when: { deferredTo?: string; deferredDay?: string }) =>
  recordOutcome(office(), { slug: month, topicId, outcome: "deferred", note: "资料不全", ...when }, now);

/** The entry that a topic has become on another day; undefined where there is none. */
async function comesOn(meetingId: string, topicId: string) {
  const from = and(eq(topic.meetingId, meetingId), eq(topic.deferredFromTopicId, topicId));
  const rows = await read((db) => db.select().from(topic).where(from));
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0];
}

const inLibrary = async () => (await read(waitingMatters)).map(({ title }) => title);

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await openDay(district, month, [
    { street: "east", title: "路灯不亮", power: "works" },
    { street: "east", title: "桥面塌陷", power: "works" },
    { street: "east", title: "河道发黑", power: "works" },
  ]);
  put = (await topicsOf(dayId)).filter((one) => one.kind === "topic");
  drawnUp = await screenedDay(district, "2026-06", []);
  mustSucceed(await startAgenda(office(), { slug: "2026-06" }, now));
  screening = await screenedDay(district, "2026-07", []);
});

describe("a topic that is put off", () => {
  it("says until when, as people say it, and to no day before the next", async () => {
    const [first] = topicIds();
    for (const deferredDay of ["", "胡说", `${month}-20`, "昨天", "2099年1月1日"])
      expect([deferredDay, await putOff(first!, { deferredDay })]).toMatchObject([
        deferredDay,
        { refusal: { code: "deferredWhen", field: "deferredDay" } },
      ]);
    mustSucceed(await putOff(first!, { deferredDay: "月底前" }));
    const [row] = await read((db) => db.select().from(topic).where(eq(topic.id, first!)));
    expect(row).toMatchObject({
      outcome: "deferred",
      deferredToDate: "2026-05-31",
      deferredToMeetingId: null,
    });
  });

  it("comes on an agenda that is drawn up already, once, however often it is said", async () => {
    const [first] = topicIds();
    mustSucceed(await putOff(first!, { deferredTo: "2026-06" }));
    mustSucceed(await putOff(first!, { deferredTo: "2026-06" }));
    const entry = (await comesOn(drawnUp, first!))!;
    expect(entry).toMatchObject({ title: "路灯不亮", problemId: put[0]!.problemId, withdrawnAt: null });
    expect(topicById(await recordOfDay("2026-06"), entry.id)).toMatchObject({
      title: "路灯不亮",
      withdrawn: false,
    });
  });

  it("leaves that agenda when something else is decided, and comes back to it", async () => {
    const [first] = topicIds();
    mustSucceed(
      await recordOutcome(office(), { slug: month, topicId: first!, outcome: "passed", note: "" }, now),
    );
    expect(await comesOn(drawnUp, first!)).toMatchObject({ withdrawnAt: expect.any(String) });
    mustSucceed(await putOff(first!, { deferredTo: "2026-06" }));
    expect(await comesOn(drawnUp, first!)).toMatchObject({ withdrawnAt: null });
  });

  it("waits for an agenda that is yet to be drawn up, and for no other", async () => {
    const [, second, third] = topicIds();
    mustSucceed(await putOff(second!, { deferredTo: "2026-07" }));
    mustSucceed(await putOff(third!, { deferredDay: "12月20日" }));
    expect(await comesOn(screening, second!)).toBeUndefined();
    await writeInRoom(office(), month, (document) =>
      addResolution(document, draft(district, second!, month)),
    );
    mustSucceed(await closeSession(office(), { slug: month }, now));
    mustSucceed(await issueMinutes(office(), { slug: month }, now));
    // One waits by itself; the other two have an agenda ahead.
    expect(await inLibrary()).toEqual(["河道发黑"]);
    mustSucceed(await startAgenda(office(), { slug: "2026-07" }, now));
    const entries = (await topicsOf(screening)).map(({ kind, deferredFromTopicId }) => [
      kind,
      deferredFromTopicId,
    ]);
    expect(entries).toEqual([
      ["lookBack", null],
      ["topic", second],
    ]);
    expect(await inLibrary()).toEqual(["河道发黑"]);
  });

  it("stands in the minutes with the day, without its resolutions", async () => {
    const paper = await read(async (db) => {
      const held = (await findMeeting(db, month))!;
      return readPaper((await findMinutes(db, held.id))!.canonicalJson)!;
    });
    expect(
      paper.topics
        .filter(({ kind }) => kind === "topic")
        .map(({ title, deferredTo, resolutions }) => [title, deferredTo, resolutions]),
    ).toEqual([
      ["路灯不亮", { date: "2026-06-20", called: true }, []],
      ["桥面塌陷", { date: "2026-07-20", called: true }, []],
      ["河道发黑", { date: "2026-12-20", called: false }, []],
    ]);
    expect(await read((db) => db.select().from(task))).toEqual([]);
  });
});
