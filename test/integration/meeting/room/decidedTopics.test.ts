import { beforeAll, describe, expect, it } from "vitest";
import { sealText } from "~/ledger/seal.server";
import { moveTopic } from "~/meeting/agenda/moveTopic.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { closeTopic, reopenTopic } from "~/meeting/conduct/reopenTopic.server";
import { partRightsOf } from "~/meeting/conduct/writingState.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { outcomeShown } from "~/meeting/room/outcomeForm";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { roomPage } from "~/meeting/room/roomPage.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution } from "~/record/document/record";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { calledTo, draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let dayId: string;
let topicId: string;
const office = () => district.actors.office!;
const decide = () => recordOutcome(office(), { slug: month, topicId, outcome: "passed", note: "" }, now);

/** Whether somebody may change the resolutions of the topic now. */
async function mayResolve(account: string): Promise<boolean> {
  const actor = district.actors[account]!;
  return read(async (db) => {
    const meeting = (await findMeeting(db, month))!;
    return (await partRightsOf(db, actor, meeting))({ kind: "resolutions", topicId });
  });
}

async function setLeads(state: "present" | "absent", correction?: string) {
  const leads = (await calledTo(dayId)).filter((row) => row.invitation === "lead");
  return Promise.all(
    leads.map((row) => callRoll(office(), { slug: month, attendanceId: row.id, state, correction }, now)),
  );
}

const booked = async (verb: string) =>
  (await read((db) => db.select().from(ledgerEntry)))
    .filter((entry) => entry.verb === verb)
    .map((entry) => JSON.parse(entry.after ?? "{}"));

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await openDay(district, month, [{ street: "east", title: "路灯不亮", power: "works" }]);
  topicId = (await topicsOf(dayId)).find((topic) => topic.kind === "topic")!.id;
  await writeInRoom(office(), month, (document) => addResolution(document, draft(district, topicId, month)));
});

describe("a decided topic", () => {
  it("closes its resolutions, with the quorum that held", async () => {
    expect(await mayResolve("dept-works")).toBe(true);
    mustSucceed(await decide());
    for (const account of ["dept-works", "office", "street-east"])
      expect([account, await mayResolve(account)]).toEqual([account, false]);
    expect((await booked("session.recordOutcome")).at(-1)).toMatchObject({
      quorumInvited: 1,
      quorumPresent: 1,
      quorumNeeded: 1,
    });
  });

  it("is not decided anew over an outcome that its writer has not seen", async () => {
    const anew = {
      slug: month,
      topicId,
      outcome: "notPassed",
      note: "经费未落实",
    } as const;
    const unseen = { ...anew, version: outcomeShown(undefined).version };
    const refused = await recordOutcome(office(), unseen, now);
    expect(refused).toMatchObject({
      refusal: { code: "changedMeanwhile", touched: { outcome: { by: expect.any(String), at: now } } },
    });
    const shown = outcomeShown({ outcome: "passed", note: "", deferredTo: null }).version;
    mustSucceed(await recordOutcome(office(), { ...anew, version: shown }, now));
    mustSucceed(await decide());
  });

  it("is opened again by those who hold the meeting, with a reason that everybody sees", async () => {
    const asked = { slug: month, topicId, reason: "期限写错" };
    expect(await reopenTopic(district.actors["dept-works"]!, asked, now)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await reopenTopic(office(), { ...asked, reason: "" }, now)).toMatchObject({
      refusal: { code: "invalid" },
    });
    expect(await closeTopic(office(), asked, now)).toMatchObject({ refusal: { code: "wrongStage" } });
    mustSucceed(await reopenTopic(office(), asked, now));
    expect(await reopenTopic(office(), asked, now)).toMatchObject({ refusal: { code: "wrongStage" } });
    expect(await mayResolve("dept-works")).toBe(true);
    const { outcomes } = mustSucceed(await roomPage(district.actors["dept-water"]!, month, now));
    expect(outcomes).toMatchObject([{ topicId, outcome: "passed", reopened: "期限写错" }]);
    expect(await booked("session.reopenTopic")).toMatchObject([{ reason: sealText("期限写错") }]);
  });

  it("keeps the agenda with those who hold the meeting, on the agenda page too", async () => {
    const move = { slug: month, topicId, to: "up" as const };
    expect(await moveTopic(district.actors["dept-works"]!, move)).toMatchObject({
      refusal: { code: "partClosed" },
    });
    mustSucceed(await moveTopic(office(), move));
  });
});

describe("after the session", () => {
  it("the roll is corrected only with a reason, which the ledger keeps", async () => {
    mustSucceed(await closeSession(office(), { slug: month }, now));
    for (const answer of await setLeads("absent"))
      expect(answer).toMatchObject({ refusal: { code: "reasonNeeded" } });
    for (const answer of await setLeads("absent", "签到表记错")) mustSucceed(answer);
    expect((await booked("session.callRoll")).at(-1)).toMatchObject({
      state: "absent",
      correction: sealText("签到表记错"),
    });
  });

  it("no minutes are issued while resolutions are open", async () => {
    expect(await issueMinutes(office(), { slug: month }, now)).toMatchObject({
      refusal: { code: "topicsReopened" },
    });
    mustSucceed(await closeTopic(office(), { slug: month, topicId }, now));
    expect(await mayResolve("dept-works")).toBe(false);
  });

  it("what was decided keeps the quorum it had, and minutes are issued on it", async () => {
    const { quorums, missing } = mustSucceed(await showMinutes(office(), month, null, now));
    expect(quorums).toMatchObject([{ topicId, invited: 1, present: 1, needed: 1 }]);
    expect(missing).toEqual([]);
    mustSucceed(await issueMinutes(office(), { slug: month }, now));
  });
});
