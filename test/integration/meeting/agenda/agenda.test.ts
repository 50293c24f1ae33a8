import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sealText } from "~/ledger/seal.server";
import type { Sealed } from "~/ledger/sealed";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { moveTopic } from "~/meeting/agenda/moveTopic.server";
import { publishAgenda } from "~/meeting/agenda/publishAgenda.server";
import { putBackOnAgenda } from "~/meeting/agenda/putBackOnAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { startAgenda } from "~/meeting/agenda/startAgenda.server";
import { takeOffAgenda } from "~/meeting/agenda/takeOffAgenda.server";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { openSession } from "~/meeting/stage/openSession.server";
import { showDay } from "~/plan/showDay.server";
import { returnList } from "~/problem/screening/returnList.server";
import { addTopic, listTopics, topicById, topicsOf, withdrawTopic } from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { read } from "~db/read";
import { deviation, ledgerEntry, liveVersion, meeting } from "~db/schema";
import { approved } from "../../../builders/approval";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { approvedAgenda, topicsOf as rowsOf, screenedDay } from "../../../builders/session";

withDatabase();
const engine = withLive();

let district: SmallDistrict;
beforeAll(async () => {
  district = await smallDistrict();
});

const now = "2026-03-15T02:00:00.000Z";
const titles = async (month: string) => listTopics(await recordOfDay(month)).map((topic) => topic.title);

describe("the agenda of a day", () => {
  const month = "2026-03";
  let dayId: string;

  it("waits until every submitted matter is decided on", async () => {
    const wait = "2026-02";
    await screenedDay(district, wait, [{ street: "east", title: "路灯不亮", state: "submitted" }]);
    const result = await startAgenda(district.actors.office!, { slug: wait }, now);
    expect(result).toMatchObject({ ok: false, refusal: { code: "undecidedListings", values: { count: 1 } } });
    expect(await startAgenda(district.actors["street-east"]!, { slug: wait }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("does not wait for a list that was returned and never came back", async () => {
    const month = "2026-01";
    await screenedDay(district, month, [
      { street: "east", title: "路灯不亮", state: "admitted" },
      { street: "west", title: "河道淤积", state: "submitted" },
    ]);
    const office = district.actors.office!;
    mustSucceed(await returnList(office, { month, street: "west", reason: "请补充协调情况" }, now));
    expect(mustSucceed(await startAgenda(office, { slug: month }, now))).toEqual({ topics: 2 });
  });

  it("opens with the look-back, then the host's matters, then the others'; refused ones are not on it", async () => {
    dayId = await screenedDay(district, month, [
      { street: "west", title: "河道淤积" },
      { street: "east", title: "人行道塌陷" },
      { street: "east", title: "私搭雨棚", state: "refused" },
      { street: "east", title: "路灯不亮" },
    ]);
    expect(mustSucceed(await startAgenda(district.actors.office!, { slug: month }, now))).toEqual({
      topics: 4,
    });
    expect(await titles(month)).toEqual(["上次会商日任务回头看", "人行道塌陷", "路灯不亮", "河道淤积"]);
    const [, first] = listTopics(await recordOfDay(month));
    expect(first).toMatchObject({ kind: "topic", presenter: "east单位", minutesAllotted: 15 });
    expect(await startAgenda(district.actors.office!, { slug: month }, now)).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });

  it("heals a record in which entries were lost, spoilt or taken off behind the database's back", async () => {
    const [, second, third, fourth] = await rowsOf(dayId);
    const vandal = district.actors["dept-water"]!;
    await writeInRoom(vandal, month, (document) => {
      topicsOf(document).delete(second!.id);
      topicsOf(document).set(third!.id, "nonsense");
      withdrawTopic(document, fourth!.id);
    });
    expect(await titles(month)).toEqual(["上次会商日任务回头看"]);
    mustSucceed(await alignRecord({ slug: month }));
    expect((await titles(month)).sort()).toEqual(
      ["上次会商日任务回头看", "人行道塌陷", "路灯不亮", "河道淤积"].sort(),
    );
  });

  it("writes nothing where nothing differs, also after a restart", async () => {
    engine.restart();
    const before = await recordOfDay(month);
    mustSucceed(await alignRecord({ slug: month }));
    mustSucceed(await alignRecord({ slug: month }));
    const clients = (document: typeof before) => [...document.store.clients.keys()].sort();
    expect(clients(await recordOfDay(month))).toEqual(clients(before));
  });

  it("keeps a title that people worded anew", async () => {
    const [, second] = await rowsOf(dayId);
    const host = district.actors["street-east"]!;
    const words = { title: "人行道塌陷（永丰路）", presenter: "东街道", minutesAllotted: 25 };
    mustSucceed(await changeTopic(host, { slug: month, topicId: second!.id, ...words }));
    mustSucceed(await alignRecord({ slug: month }));
    expect(topicById(await recordOfDay(month), second!.id)).toMatchObject(words);
  });

  it("tells whoever comes second who wrote each word that stands there", async () => {
    const [, second] = await rowsOf(dayId);
    const name = "street-east员";
    const change = { slug: month, topicId: second!.id, title: "人行道塌陷", version: 1 };
    const refused = await changeTopic(district.actors.office!, change);
    expect(refused).toMatchObject({
      refusal: {
        code: "changedMeanwhile",
        touched: { title: { by: name, at: expect.stringMatching(/Z$/) }, minutesAllotted: { by: name } },
      },
    });
  });

  it("moves an entry up and down, and stops at the ends", async () => {
    const office = district.actors.office!;
    const order = async () => listTopics(await recordOfDay(month)).map((topic) => topic.id);
    const [first, second, third, last] = (await order()) as [string, string, string, string];
    mustSucceed(await moveTopic(office, { slug: month, topicId: last, to: "up" }));
    expect(await order()).toEqual([first, second, last, third]);
    mustSucceed(await moveTopic(office, { slug: month, topicId: second, to: "down" }));
    expect(await order()).toEqual([first, last, second, third]);
    mustSucceed(await moveTopic(office, { slug: month, topicId: third, to: "down" }));
    mustSucceed(await moveTopic(office, { slug: month, topicId: first, to: "up" }));
    expect(await order()).toEqual([first, last, second, third]);
    mustSucceed(await moveTopic(office, { slug: month, topicId: third, to: "before", beforeId: last }));
    expect(await order()).toEqual([first, third, last, second]);
  });

  it("lets officials without a part in the day read, not arrange", async () => {
    const [, second] = await rowsOf(dayId);
    const move = { slug: month, topicId: second!.id, to: "up" as const };
    expect(await moveTopic(district.actors["dept-water"]!, move)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await moveTopic(district.actors["street-west"]!, { ...move, slug: "2026-02" })).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("says that the record is frozen where minutes are just being issued", async () => {
    const [, second] = await rowsOf(dayId);
    const office = district.actors.office!;
    const room = liveRoomName(month);
    await liveRooms().freeze(room);
    const frozen = { ok: false, refusal: { code: "recordFrozen" } };
    const entry = { slug: month, topicId: second!.id };
    expect(await moveTopic(office, { ...entry, to: "up" })).toEqual(frozen);
    expect(await changeTopic(office, { ...entry, title: "改题" })).toEqual(frozen);
    await liveRooms().thaw(room);
  });

  it("takes an entry off with a reason and brings it back with its words; the look-back stays", async () => {
    const office = district.actors.office!;
    const [lookBack, second] = await rowsOf(dayId);
    const off = { slug: month, topicId: second!.id, reason: "会前已解决" };
    mustSucceed(await takeOffAgenda(office, off, now));
    expect(await titles(month)).not.toContain("人行道塌陷（永丰路）");
    mustSucceed(await putBackOnAgenda(office, { slug: month, topicId: second!.id }, now));
    expect(await titles(month)).toContain("人行道塌陷（永丰路）");
    expect(await takeOffAgenda(office, { ...off, topicId: lookBack!.id }, now)).toMatchObject({
      refusal: { code: "invalid" },
    });
  });

  it("takes in an entry that somebody wrote straight into the record", async () => {
    const office = district.actors.office!;
    await writeInRoom(office, month, (document) => addTopic(document, { id: "added", title: "加一项" }));
    const input = { slug: month, topicId: "added", kind: "other" as const, title: "加一项" };
    mustSucceed(await addToAgenda(office, input, now));
    expect(topicById(await recordOfDay(month), "added")).toMatchObject({ kind: "other", title: "加一项" });
    expect(await addToAgenda(office, input, now)).toMatchObject({ refusal: { code: "invalid" } });
    mustSucceed(await takeOffAgenda(office, { slug: month, topicId: "added", reason: "误加" }, now));
  });

  it("freezes the published order in the ledger and as a version of the record", async () => {
    const office = district.actors.office!;
    expect(await openSession(office, { slug: month }, now)).toMatchObject({
      refusal: { code: "agendaNotPublished" },
    });
    await approvedAgenda(district, month, now);
    mustSucceed(await publishAgenda(office, { slug: month }, now));
    const [entry] = await read((db) =>
      db
        .select()
        .from(ledgerEntry)
        .where(eq(ledgerEntry.verb, "session.publishAgenda"))
        .orderBy(desc(ledgerEntry.sequence)),
    );
    const published = JSON.parse(entry!.after!) as { agenda: { title: Sealed }[] };
    expect(published.agenda.map((line) => line.title)).toEqual((await titles(month)).map(sealText));
    expect(await read((db) => db.select({ label: liveVersion.label }).from(liveVersion))).toEqual([
      { label: "agendaPublished" },
    ]);
  });

  it("opens on the planned day, or on another one with a reason that is kept as a deviation", async () => {
    const office = district.actors.office!;
    const page = mustSucceed(await showAgenda(office, month, now));
    expect([page.meeting.date, page.departures]).toEqual([`${month}-20`, ["otherDay"]]);
    expect(mustSucceed(await showRollCall(office, month, now)).departures).toEqual(["otherDay"]);
    expect(await openSession(office, { slug: month }, now)).toMatchObject({
      refusal: { code: "reasonNeeded", field: "reason" },
    });
    const chair = district.actors.leader!;
    const reason = "区里另有会议，提前召开";
    mustSucceed(
      await approved(chair, now, (approver) => openSession(office, { slug: month, reason, approver }, now)),
    );
    const kept = await read((db) => db.select().from(deviation).where(eq(deviation.meetingId, dayId)));
    const noted = {
      step: "sessionDate",
      reason: "区里另有会议，提前召开",
      approvedByPostId: chair.postId,
    };
    expect(kept).toMatchObject([{ ...noted, at: now }]);
    const [booked] = await read((db) =>
      db.select().from(ledgerEntry).where(eq(ledgerEntry.verb, "plan.recordDeviation")),
    );
    expect(JSON.parse(booked!.after!)).toMatchObject({
      ...noted,
      reason: sealText(noted.reason),
      approvedByPersonId: chair.personId,
      askedByPersonId: office.personId,
    });
    const { deviations } = mustSucceed(await showDay(office, month, now));
    expect(deviations).toMatchObject([{ step: "sessionDate", by: { title: { zh: expect.any(String) } } }]);
  });
});

describe("an agenda that was never published, on another day", () => {
  it("opens with one reason, kept for both", async () => {
    const month = "2026-05";
    const office = district.actors.office!;
    const dayId = await screenedDay(district, month, [{ street: "east", title: "路灯不亮" }]);
    mustSucceed(await startAgenda(office, { slug: month }, now));
    expect(mustSucceed(await showAgenda(office, month, now)).departures).toEqual(["unpublished", "otherDay"]);
    const said = { slug: month, reason: "汛期临时召开" };
    const opened: boolean[] = [];
    mustSucceed(
      await approved(district.actors.leader!, now, async (approver) => {
        const went = await openSession(office, { ...said, approver }, now);
        if (went.ok) opened.push(went.value.opened);
        return went;
      }),
    );
    expect(opened).toEqual([false, true]);
    const kept = await read((db) => db.select().from(deviation).where(eq(deviation.meetingId, dayId)));
    expect(kept.map(({ step, reason }) => [step, reason])).toEqual([
      ["other", "汛期临时召开"],
      ["sessionDate", "汛期临时召开"],
    ]);
  });
});

describe("an agenda longer than the rules allow", () => {
  it("is published with a reason, which is kept as a deviation", async () => {
    const month = "2026-04";
    const office = district.actors.office!;
    const matters = Array.from({ length: 9 }, (_, at) => ({ street: "east", title: `问题${at}` }));
    const dayId = await screenedDay(district, month, matters);
    mustSucceed(await startAgenda(office, { slug: month }, now));
    await approvedAgenda(district, month, now);
    expect(await publishAgenda(office, { slug: month }, now)).toMatchObject({
      refusal: { code: "agendaOverLimit", values: { count: 9, limit: 8 } },
    });
    const said = { slug: month, reason: "两项同一路段，合并察看" };
    mustSucceed(
      await approved(district.actors.leader!, now, (approver) =>
        publishAgenda(office, { ...said, approver }, now),
      ),
    );
    const kept = await read((db) => db.select().from(deviation).where(eq(deviation.meetingId, dayId)));
    expect(kept).toMatchObject([{ step: "agendaLimit", reason: "两项同一路段，合并察看" }]);
    const [day] = await read((db) => db.select().from(meeting).where(eq(meeting.id, dayId)));
    expect(day!.agendaPublishedAt).toBe(now);
  });
});
