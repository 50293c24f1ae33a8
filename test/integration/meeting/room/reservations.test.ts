import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { reservationShown } from "~/meeting/reservation/reservation";
import { reserve } from "~/meeting/reservation/reserve.server";
import { readOutReservation, withdrawReservation } from "~/meeting/reservation/settleReservation.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution } from "~/record/document/record";
import { read } from "~db/read";
import { task } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, present, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let topicId: string;
const as = (account: string) => district.actors[account]!;
const unit = (slug: string) => district.units[slug]!;

const say = (account: string, slug: string, words: string, version?: number) =>
  reserve(as(account), { slug: month, topicId, unitId: unit(slug), words, version }, now);

/** The reservations as somebody reads them in the room, and for how many units they may enter one. */
async function seen(account: string) {
  const { reservations, reserving } = mustSucceed(await roomPage(as(account), month, now));
  return { reservations, may: reserving.map(({ unitId }) => unitId) };
}

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await openDay(district, month, [{ street: "east", title: "路灯不亮", power: "works" }]);
  topicId = (await topicsOf(dayId)).find((one) => one.kind === "topic")!.id;
  await present(district, dayId, month, "water", now);
  await writeInRoom(as("office"), month, (document) =>
    addResolution(document, draft(district, topicId, month)),
  );
});

describe("a reservation", () => {
  it("is entered by the unit itself while it is present, and by nobody else in its name", async () => {
    expect((await seen("dept-water")).may).toEqual([unit("water")]);
    expect((await seen("office")).may).toEqual([]);
    for (const [account, slug] of [
      ["dept-works", "water"],
      ["office", "water"],
      ["street-east", "east"],
    ] as const)
      expect([account, await say(account, slug, "不妥")]).toMatchObject([
        account,
        { refusal: { code: "notAllowed" } },
      ]);
    mustSucceed(await say("dept-water", "water", "管线迁改费用未落实"));
    mustSucceed(await say("dept-works", "works", "工期偏紧"));
    const { reservations } = await seen("street-east");
    expect(reservations.map(({ unitId, words, readAt, own }) => [unitId, words, readAt, own])).toEqual([
      [unit("water"), "管线迁改费用未落实", null, false],
      [unit("works"), "工期偏紧", null, false],
    ]);
  });

  it("is marked as read out by whoever leads, and is read again once it is changed", async () => {
    const [water] = (await seen("dept-water")).reservations;
    const named = { slug: month, reservationId: water!.id };
    expect(await readOutReservation(as("dept-water"), named, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    mustSucceed(await readOutReservation(as("leader"), named, now));
    expect((await seen("dept-works")).reservations[0]).toMatchObject({ readAt: now });
    const unseen = reservationShown(undefined).version;
    expect(await say("dept-water", "water", "费用须列入预算", unseen)).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const [mine] = (await seen("dept-water")).reservations;
    mustSucceed(await say("dept-water", "water", "费用须列入预算", reservationShown(mine).version));
    expect((await seen("dept-works")).reservations[0]).toMatchObject({
      words: "费用须列入预算",
      readAt: null,
    });
  });

  it("is withdrawn by its unit alone, and may be entered again", async () => {
    const [, works] = (await seen("dept-works")).reservations;
    const named = { slug: month, reservationId: works!.id };
    for (const account of ["dept-water", "office"])
      expect(await withdrawReservation(as(account), named, now)).toMatchObject({
        refusal: { code: "notAllowed" },
      });
    mustSucceed(await withdrawReservation(as("dept-works"), named, now));
    expect(await withdrawReservation(as("dept-works"), named, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await say("dept-works", "works", "工期偏紧，建议顺延"));
    expect((await seen("office")).reservations).toHaveLength(2);
  });

  it("stands in the minutes by unit beside what follows from another outcome, then changes no more", async () => {
    mustSucceed(
      await recordOutcome(
        as("office"),
        { slug: month, topicId, outcome: "other", note: "转专题会研究" },
        now,
      ),
    );
    mustSucceed(await closeSession(as("office"), { slug: month }, now));
    mustSucceed(await issueMinutes(as("office"), { slug: month }, now));
    const paper = await read(async (db) => {
      const held = (await findMeeting(db, month))!;
      return readPaper((await findMinutes(db, held.id))!.canonicalJson)!;
    });
    const said = paper.topics.find(({ id }) => id === topicId)!;
    expect(said.reservedBy?.map(({ words }) => words)).toEqual(["费用须列入预算", "工期偏紧，建议顺延"]);
    expect(said.resolutions.map(({ text }) => text)).toEqual(["修复人行道并加固路基"]);
    expect(
      await read((db) =>
        db
          .select()
          .from(task)
          .where(eq(task.leadUnitId, unit("works"))),
      ),
    ).toHaveLength(1);
    expect(await say("dept-water", "water", "再改")).toMatchObject({ refusal: { code: "wrongStage" } });
    expect((await seen("dept-water")).may).toEqual([]);
  });
});
