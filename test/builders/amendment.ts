import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { AskedMinutes } from "~/address/minutesAddress";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { dropAmendment } from "~/meeting/minutes/dropAmendment.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { addResolution, listTopics, setTopicField } from "~/record/document/record";
import { read } from "~db/read";
import { liveRoom, minutes } from "~db/schema";
import type { SmallDistrict } from "./district";
import { writeInRoom } from "./live";
import { lookEverythingOver } from "./outcome";
import { mustSucceed } from "./result";
import { draft, openDay, topicsOf } from "./session";

/** When the minutes of a month were issued, and when they are amended. */
export const noon = (month: string) => `${month}-20T04:00:00.000Z`;
export const later = (month: string) => `${month}-25T04:00:00.000Z`;

/** Why tests amend. */
export const reason = "漏记一条议定事项";

/** The acts of an amendment, by the office unless told, five days after the minutes. */
export function amending(office: () => Actor) {
  return {
    begin: (month: string, actor = office()) => beginAmendment(actor, { slug: month, reason }, later(month)),
    drop: (month: string, actor = office()) =>
      dropAmendment(actor, { slug: month, reason: "没有必要" }, later(month)),
    issue: (month: string, actor = office()) => issueMinutes(actor, { slug: month }, later(month)),
    page: async (month: string, actor = office(), asked: AskedMinutes = null) =>
      mustSucceed(await showMinutes(actor, month, asked, later(month))),
  };
}

/**
 * A day that was issued and made public with two topics: one passed with one resolution, one not passed. Made from the latest
 * month back, so that nothing is called at a look-back.
 */
export async function issuedDay(district: SmallDistrict, month: string) {
  const office = district.actors.office!;
  const dayId = await openDay(district, month, [
    { street: "east", title: `人行道塌陷${month}`, power: "works" },
    { street: "west", title: "河道淤积", power: "water" },
  ]);
  const [, passed, rejected] = await topicsOf(dayId);
  const resolved = draft(district, passed!.id, month);
  await writeInRoom(office, month, (document) => addResolution(document, resolved));
  const decide = (topicId: string, outcome: "passed" | "notPassed") =>
    recordOutcome(office, { slug: month, topicId, outcome, note: "" }, noon(month));
  mustSucceed(await decide(passed!.id, "passed"));
  mustSucceed(await decide(rejected!.id, "notPassed"));
  mustSucceed(await closeSession(office, { slug: month }, noon(month)));
  const first = mustSucceed(await issueMinutes(office, { slug: month }, noon(month)));
  await lookEverythingOver(office, month, noon(month));
  return { month, dayId, topicId: passed!.id, rejectedId: rejected!.id, resolutionId: resolved.id, first };
}

/** What {@link issuedDay} makes. */
export type IssuedDay = Awaited<ReturnType<typeof issuedDay>>;

/** All minutes of a day, in order. */
export const minutesOf = (dayId: string) =>
  read((db) => db.select().from(minutes).where(eq(minutes.meetingId, dayId)).orderBy(minutes.epoch));

/** The row of a month's room. */
export async function roomOf(month: string) {
  const [row] = await read((db) =>
    db
      .select()
      .from(liveRoom)
      .where(eq(liveRoom.name, liveRoomName(month))),
  );
  return row!;
}

/** Whether the office gets an edit into the record of a month. */
export function canWrite(district: SmallDistrict, month: string): Promise<boolean> {
  return writeInRoom(district.actors.office!, month, (document) =>
    setTopicField(document, listTopics(document)[0]!.id, "presenter", String(Math.random())),
  ).then(
    () => true,
    () => false,
  );
}

/** The code of a refusal, `ok` for a success. */
export const codeOf = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? "ok" : result.refusal!.code;
