import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { closeTopic, reopenTopic } from "~/meeting/conduct/reopenTopic.server";
import { findMinutes } from "~/meeting/minutes/findMinutes.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { readPaper } from "~/meeting/minutes/paper";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { showDay } from "~/plan/showDay.server";
import { addResolution, setResolutionField } from "~/record/document/record";
import { read } from "~db/read";
import { resolution, task } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { draft, openDay, topicsOf } from "../../../builders/session";

withDatabase();
withLive();

const month = "2026-05";
const now = `${month}-20T02:00:00.000Z`;
let district: SmallDistrict;
let topicId: string;
let power: string;
const office = () => district.actors.office!;

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await openDay(district, month, [{ street: "east", title: "人行道塌陷", power: "works" }]);
  topicId = (await topicsOf(dayId)).find((one) => one.kind === "topic")!.id;
  const exercised = draft(district, topicId, month, { text: "当场批准占道施工许可", resolvedAs: "power" });
  power = exercised.id;
  await writeInRoom(office(), month, (document) => {
    addResolution(document, draft(district, topicId, month));
    addResolution(document, exercised);
  });
});

it("a power exercised on the spot is issued only with which, on what basis, by whom and by which document", async () => {
  mustSucceed(await recordOutcome(office(), { slug: month, topicId, outcome: "passed", note: "" }, now));
  mustSucceed(await closeSession(office(), { slug: month }, now));
  expect(await issueMinutes(office(), { slug: month }, now)).toMatchObject({
    refusal: { code: "resolutionsIncomplete" },
  });
});

it("is done with the minutes, makes no task and is counted apart", async () => {
  mustSucceed(await reopenTopic(office(), { slug: month, topicId, reason: "补文号" }, now));
  await writeInRoom(office(), month, (document) => {
    setResolutionField(document, power, "power", "占道施工许可");
    setResolutionField(document, power, "powerBasis", "《城市道路管理条例》第三十三条");
    setResolutionField(document, power, "powerPost", "审批科科长");
    setResolutionField(document, power, "powerDocument", "云建占〔2026〕12号");
  });
  mustSucceed(await closeTopic(office(), { slug: month, topicId }, now));
  mustSucceed(await issueMinutes(office(), { slug: month }, now));
  const [made, ...more] = await read((db) => db.select().from(task));
  expect([made!.resolutionId === power, more]).toEqual([false, []]);
  const [kept] = await read((db) => db.select().from(resolution).where(eq(resolution.id, power)));
  expect(kept).toMatchObject({
    ...{ kind: "power", power: "占道施工许可", powerPost: "审批科科长" },
    ...{ powerDocument: "云建占〔2026〕12号", dueDate: `${month}-20`, measure: "" },
  });
  const paper = await read(async (db) => {
    const held = (await findMeeting(db, month))!;
    return readPaper((await findMinutes(db, held.id))!.canonicalJson)!;
  });
  const lines = paper.topics.find(({ id }) => id === topicId)!.resolutions;
  expect(lines.map((one) => one.power?.what)).toEqual([undefined, "占道施工许可"]);
  const page = mustSucceed(await showDay(district.actors["dept-works"]!, month, now));
  expect(page.powers.map(({ power, document }) => [power, document])).toEqual([
    ["占道施工许可", "云建占〔2026〕12号"],
  ]);
});
