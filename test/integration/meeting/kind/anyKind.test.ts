import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done } from "~/ledger/result";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { insertMeeting } from "~/meeting/conduct/insertMeeting.server";
import { kindsOfMeeting, type MeetingKind } from "~/meeting/kind/kind";
import { lookBackComplete } from "~/meeting/lookback/lookBackComplete.server";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { publicHome } from "~/outcome/publicHome.server";
import { taskToPublish } from "~/outcome/publishing/taskToPublish.server";
import { addResolution } from "~/record/document/record";
import { rulesInForce } from "~/rules/rulesOfMeeting.server";
import { read } from "~db/read";
import { minutes, task } from "~db/schema";
import { codeOf } from "../../../builders/amendment";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { adoptedYear } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";
import { calledTo, draft } from "../../../builders/session";

withDatabase();
withLive();

// A kind that the product does not have: it is nothing but a row.
const briefing = "briefing" as MeetingKind;
kindsOfMeeting[briefing] = {
  ...kindsOfMeeting.weekly,
  seenBy: "officials",
  lookBack: { calls: "organiser", isGate: true },
};
afterAll(() => {
  delete (kindsOfMeeting as Partial<typeof kindsOfMeeting>)[briefing];
});

let district: SmallDistrict;
const by = (account: string): Actor => district.actors[account]!;
beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district);
});

const at = (date: string) => `${date}T01:00:00.000Z`;

async function call(kind: MeetingKind, date: string, street = "east") {
  const unitId = district.units[street]!;
  return mustSucceed(
    await change(by(`street-${street}`), at(date), async (tx, book) => {
      const rules = await rulesInForce(tx);
      const more = { organiserUnitId: unitId, hostUnitId: unitId, ruleSetId: rules!.id };
      return done(
        await insertMeeting(tx, book, { kind, date, title: "街道例会", chairPostId: null, ...more }),
      );
    }),
  );
}

/** Plays a meeting with one entry and one resolution of unit works, from its agenda to its minutes. */
async function play(kind: MeetingKind, date: string) {
  const { id, slug: month } = await call(kind, date);
  const street = by("street-east");
  const now = at(date);
  const added = await addToAgenda(street, { slug: month, kind: "other", title: "路灯修复" }, now);
  const topicId = mustSucceed(added).id;
  const unitId = district.units.works!;
  mustSucceed(await inviteUnits(street, { slug: month, invitations: [{ unitId, invitation: "lead" }] }, now));
  const [called] = await calledTo(id);
  const answer = { state: "present" as const, personName: "周到", reason: "" };
  mustSucceed(await callRoll(street, { slug: month, attendanceId: called!.id, ...answer }, now));
  mustSucceed(await openSession(street, { slug: month }, now));
  await writeInRoom(street, month, (document) =>
    addResolution(document, draft(district, topicId, date.slice(0, 7))),
  );
  const outcome = { outcome: "passed" as const, note: "" };
  mustSucceed(await recordOutcome(street, { slug: month, topicId, ...outcome }, now));
  mustSucceed(await closeSession(street, { slug: month }, now));
  return { id, month, issued: mustSucceed(await issueMinutes(street, { slug: month }, now)) };
}

describe.each([
  { kind: "weekly" as const, first: "2026-03-02", next: "2026-03-09" },
  { kind: briefing, first: "2026-04-06", next: "2026-04-13" },
])("a meeting of kind $kind", ({ kind, first, next }) => {
  let played: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    played = await play(kind, first);
  });

  it("is played from its agenda to its minutes, numbered in a series of its own", async () => {
    const [stored] = await read((db) => db.select().from(minutes).where(eq(minutes.meetingId, played.id)));
    expect(stored).toMatchObject({ series: `${kind}/${district.units.east}`, year: 2026, number: 1 });
    expect(played.month).toMatch(/^HS-2026-\d{4}$/);
  });

  it("makes tasks like any other, verified by the unit that called it", async () => {
    const tasks = await read((db) => db.select().from(task).where(eq(task.meetingId, played.id)));
    expect(tasks).toMatchObject([
      { streetId: district.units.east, leadUnitId: district.units.works, state: "dispatched" },
    ]);
  });

  it("has its tasks called at its next one, at no other unit's, and at no consultation day", async () => {
    const later = await call(kind, next);
    const [mine] = await read((db) => db.select().from(task).where(eq(task.meetingId, played.id)));
    const numbers = async (id: string) => (await read((db) => lookBackOf(db, id))).map((one) => one.number);
    expect(await numbers(later.id)).toContain(mine!.number);
    expect(await numbers((await call(kind, next, "west")).id)).not.toContain(mine!.number);
    const day = await read((db) =>
      db.query.meeting.findFirst({ where: (row, is) => is.eq(row.slug, "2026-12") }),
    );
    expect(await numbers(day!.id)).not.toContain(mine!.number);
    expect(await read((db) => lookBackComplete(db, day!.id))).toBe(true);
  });

  it("tells residents nothing", async () => {
    const [mine] = await read((db) => db.select().from(task).where(eq(task.meetingId, played.id)));
    expect(JSON.stringify(await publicHome(at(next)))).not.toContain("人行道年底前修好");
    expect(codeOf(await read((db) => taskToPublish(db, by("office"), mine!.number, at(next))))).toBe(
      "notFound",
    );
  });
});

it("a weekly meeting does not exist for whoever is not called to it", async () => {
  const { slug } = await call("weekly", "2026-05-04");
  expect(await showAgenda(by("street-east"), slug, at("2026-05-04"))).toMatchObject({ ok: true });
  for (const account of ["office", "leader", "admin", "street-west", "dept-water"])
    expect([account, codeOf(await showAgenda(by(account), slug, at("2026-05-04")))]).toEqual([
      account,
      "notFound",
    ]);
});
