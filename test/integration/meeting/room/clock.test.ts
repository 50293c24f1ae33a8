import { beforeAll, expect, it } from "vitest";
import { topicTimes } from "~/meeting/progress/topicTimes.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { showDay } from "~/plan/showDay.server";
import { readSession, setTopicField, topicSeconds, turnTo } from "~/record/document/record";
import { read } from "~db/read";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { recordOfDay, withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-05";
const minute = (at: number) => new Date(`${month}-20T02:${String(at).padStart(2, "0")}:00.000Z`);
let district: SmallDistrict;
let dayId: string;

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await openDay(district, month, [
    { street: "east", title: "路灯不亮", power: "works" },
    { street: "east", title: "桥面塌陷", power: "works" },
  ]);
});

it("what each topic took is kept when the session closes, and its clock stops there", async () => {
  const office = district.actors.office!;
  const [lookBack, first, second] = await topicsOf(dayId);
  await writeInRoom(office, month, (document) => {
    setTopicField(document, first!.id, "minutesAllotted", 5);
    turnTo(document, first!.id, minute(0));
    turnTo(document, second!.id, minute(4));
    turnTo(document, first!.id, minute(10));
  });
  expect(await read((db) => topicTimes(db, dayId))).toEqual([]);
  mustSucceed(await closeSession(office, { slug: month }, minute(13).toISOString()));
  const kept = await read((db) => topicTimes(db, dayId));
  expect(kept.map(({ topicId, plannedMinutes, seconds }) => [topicId, plannedMinutes, seconds])).toEqual([
    [lookBack!.id, 30, null],
    [first!.id, 5, 7 * 60],
    [second!.id, 15, 6 * 60],
  ]);
  const record = await recordOfDay(month);
  expect(readSession(record).timer.startedAt).toBeNull();
  expect(topicSeconds(record, first!.id, minute(59))).toBe(7 * 60);
  const page = mustSucceed(await showDay(district.actors["dept-water"]!, month, minute(20).toISOString()));
  expect(page.times).toEqual(kept);
});
