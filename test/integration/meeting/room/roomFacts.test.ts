import { beforeAll, describe, expect, it } from "vitest";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { roomFacts } from "~/meeting/room/roomFacts.server";
import { topicsOf as topicsInRecord } from "~/record/document/record";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { calledTo, openDay, screenedDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-03";
const now = "2026-03-20T03:00:00.000Z";
let district: SmallDistrict;
let dayId: string;

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷" }]);
});

const facts = async (account: string) => mustSucceed(await roomFacts(district.actors[account]!, month));

describe("the facts in the room", () => {
  it("say who may do what", async () => {
    const office = await facts("office");
    expect(office.can).toEqual({
      write: true,
      prepare: true,
      callRoll: true,
      recordOutcome: true,
      reopenTopic: true,
      open: false,
      close: true,
      reopen: false,
      issue: false,
    });
    const writes = async (account: string) => (await facts(account)).can;
    expect(await writes("dept-works")).toMatchObject({ write: true, recordOutcome: false, close: false });
    expect(await writes("street-east")).toMatchObject({ write: true, callRoll: false });
    expect(await writes("dept-water")).toMatchObject({ write: false, callRoll: false });
  });

  it("do not exist before the agenda does", async () => {
    await screenedDay(district, "2026-04", [{ street: "east", title: "路灯不亮" }]);
    for (const account of ["office", "street-east", "dept-works"])
      expect(await roomFacts(district.actors[account]!, "2026-04")).toMatchObject({
        refusal: { code: "notFound" },
      });
    expect(await roomFacts(district.actors.office!, "2031-01")).toMatchObject({
      refusal: { code: "notFound" },
    });
  });

  it("say why nothing can be decided: the quorum is gone, then there again", async () => {
    const office = district.actors.office!;
    const [lead] = (await calledTo(dayId)).filter((row) => row.invitation === "lead");
    const answer = { slug: month, attendanceId: lead!.id, state: "excused" as const, reason: "防汛" };
    mustSucceed(await callRoll(office, answer, now));
    expect(await facts("office")).toMatchObject({
      outcomesWaitFor: "quorum",
      quorum: { present: 0, needed: 1, reached: false },
      can: { recordOutcome: false },
    });
    mustSucceed(await callRoll(office, { ...answer, state: "present", reason: "" }, now));
    expect(await facts("office")).toMatchObject({ outcomesWaitFor: null });
  });

  it("know an entry that a client which is not ours has removed from the record", async () => {
    const [, matter] = await topicsOf(dayId);
    await writeInRoom(district.actors["dept-works"]!, month, (document) => {
      topicsInRecord(document).delete(matter!.id);
    });
    const { topics } = await facts("dept-water");
    expect(topics.map(({ id }) => id)).toContain(matter!.id);
  });
});
