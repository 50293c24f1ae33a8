import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { setLedgerKey } from "~/ledger/key.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { rightInEpoch } from "~/meeting/conduct/roomRight.server";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { showHistory } from "~/meeting/history/showHistory.server";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { dropAmendment } from "~/meeting/minutes/dropAmendment.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { followUp } from "~/meeting/stage/followUp.server";
import { publicDay } from "~/outcome/publicDay.server";
import { showDay } from "~/plan/showDay.server";
import { listResolutions, listTopics, setTopicField } from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { myWork } from "~/work/myWork.server";
import { currentDatabase } from "~db/current";
import { read } from "~db/read";
import { amendment, liveRecord } from "~db/schema";
import {
  amending,
  canWrite,
  codeOf,
  type IssuedDay,
  issuedDay,
  later,
  minutesOf,
  reason,
  roomOf,
} from "../../../builders/amendment";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { onStatements } from "../../../builders/faults";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { openDay } from "../../../builders/session";

withDatabase();
const live = withLive();

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

describe("beginning an amendment", () => {
  const month = "2026-12";
  let day: IssuedDay;
  beforeAll(async () => {
    day = await issuedDay(district, month);
  });

  it("is refused to whoever may not issue, without a reason, and before there are minutes", async () => {
    expect(codeOf(await begin(month, district.actors.admin!))).toBe("notFound");
    for (const account of ["street-east", "dept-works"])
      expect(codeOf(await begin(month, district.actors[account]!))).toBe("notAllowed");
    const blank = await beginAmendment(office, { slug: month, reason: " " }, later(month));
    expect(blank).toMatchObject({ refusal: { code: "invalid", field: "reason" } });
    expect(codeOf(await begin("2030-01"))).toBe("notFound");
    await openDay(district, "2026-02", [{ street: "east", title: "路灯不亮" }]);
    expect(codeOf(await begin("2026-02"))).toBe("wrongStage");
    expect(codeOf(await issue("2026-02"))).toBe("wrongStage");
    expect(codeOf(await drop(month))).toBe("noAmendment");
    expect(await read((db) => db.select().from(amendment))).toEqual([]);
    expect(await roomOf(month)).toMatchObject({ epoch: 1, state: "frozen" });
  });

  it("opens the record in a new epoch from what was issued, once", async () => {
    const [one, other] = await Promise.all([begin(month, chair), begin(month)]);
    expect([codeOf(one), codeOf(other)]).toEqual(["ok", "amendmentOpen"]);
    expect(await roomOf(month)).toMatchObject({ epoch: 2, state: "open", frozenAt: null });
    const [issued] = await minutesOf(day.dayId);
    expect((await liveRooms().snapshot(`day-${month}`)).epoch).toBe(2);
    expect(listResolutions(await recordOfDay(month)).map((one) => one.id)).toEqual([day.resolutionId]);
    expect(await read((db) => db.select().from(amendment))).toMatchObject([
      { meetingId: day.dayId, epoch: 2, reason, begunByPostId: chair.postId, endedAt: null, result: null },
    ]);
    expect((await page(month)).amendment).toMatchObject({
      of: { year: issued!.year, number: issued!.number },
      by: { name: "leader员" },
      reason,
    });
    expect(await canWrite(district, month)).toBe(true);
  });

  it("lets the office and the chair write there and everybody else read, and old copies hand over", async () => {
    const right = (account: string, epoch: number) =>
      read((db) => rightInEpoch(db, district.actors[account]!, month, epoch));
    const accounts = ["office", "leader", "street-east", "dept-works", "community-west"];
    expect(await Promise.all(accounts.map((one) => right(one, 2)))).toEqual([
      ...["write", "write", "read", "read", "read"],
    ]);
    expect(await Promise.all(accounts.map((one) => right(one, 1)))).toEqual([
      ...["write", "write", "write", "write", "read"],
    ]);
    const view = mustSucceed(await roomPage(works, month, `${month}-20T02:00:00.000Z`));
    expect(view).toMatchObject({ epoch: 2, writes: false, stage: "issued" });
    const own = mustSucceed(await roomPage(chair, month, `${month}-20T02:00:00.000Z`));
    expect(own).toMatchObject({ writes: true, amendment: { reason, adopted: [day.resolutionId] } });
    expect(codeOf(await keepVersion(office, { slug: month, note: "半途" }, later(month)))).toBe("ok");
    expect(codeOf(await keepVersion(works, { slug: month, note: "半途" }, later(month)))).toBe("notAllowed");
  });

  it("is named as something to finish, and the day does not end meanwhile", async () => {
    const { next, checks, can } = mustSucceed(await showDay(office, month, later(month)));
    expect(next).toMatchObject({ key: "finishAmendment", who: "officeAndChair" });
    expect(checks[0]).toEqual({ key: "amendment", done: false });
    expect(can.followUp).toBe(false);
    expect(codeOf(await followUp(office, { slug: month }, later(month)))).toBe("amendmentOpen");
    for (const actor of [office, chair]) {
      const work = (await myWork(actor, later(month))).flatMap(({ items }) => items);
      expect(work.filter((item) => item.key === `day-${month}`)).toMatchObject([
        { what: { step: "finishAmendment" }, to: `/desk/days/${month}/minutes`, until: `${month}-30` },
      ]);
    }
    const others = (await myWork(works, later(month))).flatMap(({ items }) => items);
    expect(others.some((item) => item.key === `day-${month}`)).toBe(false);
  });

  it("leaves what residents read as it was, whatever is written", async () => {
    await writeInRoom(office, month, (document) =>
      setTopicField(document, day.topicId, "title", "更正中的标题"),
    );
    const { decisions, day: named } = (await publicDay(month, later(month)))!;
    expect(named.minutes.number).toBe(day.first.number);
    expect(decisions.map((one) => one.title)).toContain(`人行道塌陷${month}`);
    expect(JSON.stringify(await page(month, works))).not.toContain("更正中的标题");
  });

  it("comes up in its epoch when the process dies between commit and renewal", async () => {
    const other = "2026-11";
    await issuedDay(district, other);
    const rooms = liveRooms();
    const renew = rooms.renew;
    rooms.renew = () => Promise.reject(new Error("killed"));
    await expect(begin(other)).rejects.toThrow("killed");
    rooms.renew = renew;
    live.restart();
    expect((await liveRooms().snapshot(`day-${other}`)).epoch).toBe(2);
    expect(await canWrite(district, other)).toBe(true);
    expect((await page(other)).amendment).not.toBeNull();
  });

  it("at a failure anywhere leaves everything as it was", async () => {
    const other = "2026-10";
    await issuedDay(district, other);
    const stop = onStatements(currentDatabase(), (sql) => {
      if (/^insert into "amendment" /.test(sql)) throw new Error("the disk is full");
    });
    await expect(begin(other)).rejects.toThrow("the disk is full");
    stop();
    expect(await roomOf(other)).toMatchObject({ epoch: 1, state: "frozen" });
    expect(await canWrite(district, other)).toBe(false);
    mustSucceed(await begin(other));
    expect(await canWrite(district, other)).toBe(true);
  });
});

describe("dropping an amendment", () => {
  const month = "2026-07";
  let day: IssuedDay;
  beforeAll(async () => {
    day = await issuedDay(district, month);
    mustSucceed(await begin(month));
    await writeInRoom(office, month, (document) =>
      setTopicField(document, day.topicId, "title", "没有签发的标题"),
    );
  });

  it("needs a reason", async () => {
    const blank = await dropAmendment(office, { slug: month, reason: "" }, later(month));
    expect(blank).toMatchObject({ refusal: { code: "invalid", field: "reason" } });
    expect(await canWrite(district, month)).toBe(true);
  });

  it("puts the record back to what is in force, frozen, and keeps what was written in the history", async () => {
    const rooms = liveRooms();
    const renew = rooms.renew;
    const renewed: string[] = [];
    rooms.renew = (room) => {
      renewed.push(room);
      return renew.call(rooms, room);
    };
    mustSucceed(await drop(month, chair));
    rooms.renew = renew;
    // Whoever is still in what was dropped is sent out of it.
    expect(renewed).toEqual([`day-${month}`]);
    expect(await roomOf(month)).toMatchObject({ epoch: 3, state: "frozen" });
    expect(await canWrite(district, month)).toBe(false);
    const titles = listTopics(await recordOfDay(month)).map((one) => one.title);
    expect(titles).toContain(`人行道塌陷${month}`);
    expect(titles).not.toContain("没有签发的标题");
    const [written] = await read((db) =>
      db
        .select()
        .from(liveRecord)
        .where(eq(liveRecord.room, `day-${month}`)),
    );
    expect(written).toMatchObject({ epoch: 3 });
    expect(written!.json).not.toContain("没有签发的标题");
    const view = mustSucceed(await showHistory(works, month, {}, later(month)));
    expect(view.versions[0]).toMatchObject({ label: "amendmentDropped", epoch: 2, by: "leader员" });
    expect(JSON.stringify(view.compared!.difference)).toContain("没有签发的标题");
    expect(await minutesOf(day.dayId)).toHaveLength(1);
    expect(codeOf(await drop(month))).toBe("noAmendment");
    expect(mustSucceed(await issue(month)).number).toBe(day.first.number);
    expect(
      await read((db) => db.select().from(amendment).where(eq(amendment.meetingId, day.dayId))),
    ).toMatchObject([{ result: "dropped", dropReason: "没有必要", minutesId: null }]);
  });

  it("leaves the next amendment to begin from what is in force", async () => {
    mustSucceed(await begin(month));
    expect(await roomOf(month)).toMatchObject({ epoch: 4, state: "open" });
    expect(listTopics(await recordOfDay(month)).map((one) => one.title)).not.toContain("没有签发的标题");
    expect(await canWrite(district, month)).toBe(true);
  });

  it("leaves everything as it was where it fails, and people go on writing", async () => {
    const stop = onStatements(currentDatabase(), (sql) => {
      if (/^insert into "live_snapshot" /.test(sql)) throw new Error("the disk is full");
    });
    await expect(drop(month)).rejects.toThrow("the disk is full");
    stop();
    expect(await roomOf(month)).toMatchObject({ epoch: 4, state: "open" });
    expect(await canWrite(district, month)).toBe(true);
  });
});

it("the ledger's chain holds", async () => {
  expect(await verifyChain()).toMatchObject({ faults: [] });
});
