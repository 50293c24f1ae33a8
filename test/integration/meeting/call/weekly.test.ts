import { and, asc, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { listLedger } from "~/audit/listLedger.server";
import { addDays } from "~/calendar/day";
import { changeTopic } from "~/meeting/agenda/changeTopic.server";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { arrangeMeeting } from "~/meeting/call/arrangeMeeting.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { listMeetings } from "~/meeting/call/listMeetings.server";
import { prepareCall } from "~/meeting/call/prepareCall.server";
import { showMeeting } from "~/meeting/call/showMeeting.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { stateAtLookBack } from "~/meeting/lookback/stateAtLookBack.server";
import { beginAmendment } from "~/meeting/minutes/beginAmendment.server";
import { dropAmendment } from "~/meeting/minutes/dropAmendment.server";
import { issueMinutes } from "~/meeting/minutes/issueMinutes.server";
import { showMinutes } from "~/meeting/minutes/showMinutes.server";
import { recordOutcome } from "~/meeting/room/recordOutcome.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { openSession } from "~/meeting/stage/openSession.server";
import { showNotices } from "~/notice/showNotices.server";
import { addResolution } from "~/record/document/record";
import { searchAll } from "~/search/searchAll.server";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { claimHandled } from "~/task/acts/claimHandled.server";
import { strikeOff } from "~/task/acts/strikeOff.server";
import { verifySolved } from "~/task/acts/verifySolved.server";
import { myWork } from "~/work/myWork.server";
import { read } from "~db/read";
import { attendance, ledgerEntry, meeting, task, topic } from "~db/schema";
import { codeOf } from "../../../builders/amendment";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive, writeInRoom } from "../../../builders/live";
import { adoptedYear } from "../../../builders/plan";
import { mustSucceed } from "../../../builders/result";
import { draft } from "../../../builders/session";

withDatabase();
withLive();

let district: SmallDistrict;
const by = (account: string): Actor => district.actors[account]!;
const first = "2026-11-02";
const at = (date: string) => `${date}T01:00:00.000Z`;
const weekly = (date: string, more: object = {}) => ({
  ...{ kind: "weekly" as const, title: "东街道周例会", date, startsAt: "09:15", place: "三楼" },
  ...{ people: ["赵一", "钱二"], unitIds: [district.units.works!], agenda: ["夜市占道", "防汛物资"] },
  ...more,
});
let slug = "";

beforeAll(async () => {
  district = await smallDistrict();
  await adoptedYear(district);
  slug = mustSucceed(await callMeeting(by("street-east"), weekly(first), at(first))).slug;
});

const slugsFor = async (account: string) =>
  mustSucceed(await listMeetings(by(account), {})).meetings.map((one) => one.slug);

describe("calling a weekly meeting", () => {
  it("makes it ready to be opened, with its people and its agenda", async () => {
    const page = mustSucceed(await showMeeting(by("street-east"), slug, at(first)));
    expect(page).toMatchObject({
      meeting: { title: "东街道周例会", date: first, startsAt: "09:15", stage: "agenda" },
      progress: { topics: 2, rollCall: { have: 0, need: 3 } },
      next: { step: "openSession", who: "organiserAndChair", by: first },
    });
    const topics = await read((db) =>
      db.select().from(topic).where(eq(topic.meetingId, meetingId())).orderBy(asc(topic.id)),
    );
    expect(topics.map((one) => [one.kind, one.title])).toEqual([
      ["lookBack", "以往会议任务回头看"],
      ["topic", "夜市占道"],
      ["topic", "防汛物资"],
    ]);
  });

  it("is for streets and the office, for today or later, with posts and units that there are", async () => {
    const call = async (account: string, more: object = {}) =>
      codeOf(await callMeeting(by(account), weekly(first, more), at(first)));
    for (const account of ["dept-works", "leader", "admin", "community-east"])
      expect([account, await call(account)]).toEqual([account, "notFound"]);
    expect(await call("street-east", { kind: "consultationDay" })).toBe("notFound");
    expect(await call("street-east", { date: addDays(first, -1) })).toBe("dayPast");
    expect(await call("street-east", { unitIds: ["nowhere"] })).toBe("invalid");
    expect(await call("street-east", { chairPostId: by("leader").postId })).toBe("invalid");
    expect(await slugsFor("street-east")).toEqual([slug]);
  });

  it("fills the next one in as the last, a week later", async () => {
    const page = mustSucceed(await prepareCall(by("street-east"), "weekly", at(first)));
    expect(page.last).toMatchObject({ slug });
    expect(page.values).toMatchObject({
      ...{ title: "东街道周例会", date: "2026-11-09", startsAt: "09:15", place: "三楼" },
      ...{ people: "赵一\n钱二", unitIds: [district.units.works] },
    });
    expect(mustSucceed(await prepareCall(by("street-west"), "weekly", at(first))).last).toBeNull();
  });

  it("is changed by those who hold it until it is opened", async () => {
    const arranged = {
      slug,
      title: "东街道周例会",
      date: first,
      startsAt: "09:30",
      place: "二楼",
      version: 1,
    };
    expect(codeOf(await arrangeMeeting(by("dept-works"), arranged, at(first)))).toBe("notAllowed");
    expect(codeOf(await arrangeMeeting(by("street-west"), arranged, at(first)))).toBe("notFound");
    mustSucceed(await arrangeMeeting(by("street-east"), arranged, at(first)));
    expect(codeOf(await arrangeMeeting(by("street-east"), arranged, at(first)))).toBe("changedMeanwhile");
    const page = mustSucceed(await showMeeting(by("dept-works"), slug, at(first)));
    expect(page.meeting).toMatchObject({ startsAt: "09:30", place: "二楼" });
  });
});

const meetingId = () => ids.get(slug)!;
const ids = new Map<string, string>();
beforeAll(async () => {
  for (const row of await read((db) => db.select().from(meeting))) ids.set(row.slug, row.id);
});

describe("a meeting that only its participants know of", () => {
  it("is listed, found and told to them alone", async () => {
    for (const account of ["street-east", "dept-works"]) {
      expect([account, await slugsFor(account)]).toEqual([account, [slug]]);
      expect((await searchAll(by(account), "周例会")).meetings.map((one) => one.slug)).toEqual([slug]);
    }
    for (const account of ["office", "leader", "street-west", "dept-water", "community-east"]) {
      expect([account, await slugsFor(account)]).toEqual([account, []]);
      expect((await searchAll(by(account), "周例会")).meetings).toEqual([]);
    }
    expect(codeOf(await listMeetings(by("admin"), {}))).toBe("notFound");
    expect((await myWorkOf("dept-works")).map((one) => one.meeting?.slug)).toContain(slug);
    expect((await myWorkOf("street-east")).map((one) => one.meeting?.slug)).toContain(slug);
    expect(
      (await showNotices(by("dept-works"), {})).lines.map((line) => line.thing?.meeting?.slug),
    ).toContain(slug);
  });

  it("gives nothing away to whoever names it as the edge of a page", async () => {
    const own = mustSucceed(
      await callMeeting(by("street-west"), weekly(addDays(first, -7)), at(addDays(first, -7))),
    );
    const olderThan = async (edge: string) =>
      mustSucceed(await listMeetings(by("street-west"), { before: edge })).meetings.length;
    expect([await olderThan(slug), await olderThan("HS-1999-0001")]).toEqual([0, 0]);
    expect(mustSucceed(await listMeetings(by("street-west"), {})).meetings.map((one) => one.slug)).toEqual([
      own.slug,
    ]);
  });

  it("exists for the same people one by one and as a condition of a list", async () => {
    const all = await read((db) => db.select({ slug: meeting.slug }).from(meeting));
    for (const account of Object.keys(district.actors)) {
      const listed = await read((db) =>
        db
          .select({ slug: meeting.slug })
          .from(meeting)
          .where(meetingScope(db, by(account))),
      );
      const seen: string[] = [];
      for (const one of all) {
        const found = await read((db) => findMeeting(db, one.slug));
        if (await read((db) => seesMeeting(db, by(account), found!))) seen.push(one.slug);
      }
      expect([account, listed.map((one) => one.slug).sort()]).toEqual([account, seen.sort()]);
    }
  });
});

const myWorkOf = async (account: string) =>
  (await myWork(by(account), at(first))).flatMap(({ items }) => items);

describe("held from its opening to its minutes and the next one", () => {
  let number = "";
  it("needs neither a quorum nor words for residents", async () => {
    const east = by("street-east");
    mustSucceed(
      await inviteUnits(
        east,
        { slug, invitations: [{ unitId: district.units.water!, invitation: "attend" }] },
        at(first),
      ),
    );
    mustSucceed(await openSession(east, { slug }, at(first)));
    const [called] = await read((db) =>
      db
        .select()
        .from(attendance)
        .where(and(eq(attendance.meetingId, meetingId()), eq(attendance.unitId, district.units.works!))),
    );
    const present = { state: "present" as const, personName: "周到", reason: "" };
    mustSucceed(await callRoll(east, { slug, attendanceId: called!.id, ...present }, at(first)));
    const topics = await read((db) => db.select().from(topic).where(eq(topic.meetingId, meetingId())));
    const [one, other] = topics.filter((row) => row.kind === "topic");
    mustSucceed(await changeTopic(east, { slug, topicId: other!.id, title: "防汛物资清点", presenter: "" }));
    await writeInRoom(east, slug, (document) =>
      addResolution(document, {
        ...draft(district, one!.id, "2026-11"),
        ...{ residentText: "", measure: "", evidence: "", dueDate: "2026-12-10" },
      }),
    );
    for (const topicId of [one!.id, other!.id])
      mustSucceed(await recordOutcome(east, { slug, topicId, outcome: "passed", note: "" }, at(first)));
    mustSucceed(await closeSession(east, { slug }, at(first)));
    mustSucceed(await issueMinutes(east, { slug }, at(first)));
    const [made] = await read((db) => db.select().from(task).where(eq(task.meetingId, meetingId())));
    number = made!.number;
    expect(made).toMatchObject({ overseerUnitId: district.units.east, streetId: district.units.east });
    const page = mustSucceed(await showMinutes(by("dept-works"), slug, null, at(first)));
    expect(page.paper).toMatchObject({ kind: "weekly", meetingTitle: "东街道周例会" });
    mustSucceed(await beginAmendment(east, { slug, reason: "漏一句" }, at(first)));
    mustSucceed(await dropAmendment(east, { slug, reason: "不必" }, at(first)));
  });

  it("calls its task at its next meeting, without making topics wait", async () => {
    const next = mustSucceed(
      await callMeeting(by("street-east"), weekly("2026-11-09"), at("2026-11-09")),
    ).slug;
    ids.set(next, "");
    mustSucceed(await openSession(by("street-east"), { slug: next }, at("2026-11-09")));
    const [row] = await read((db) => db.select().from(meeting).where(eq(meeting.slug, next)));
    const [entry] = await read((db) =>
      db
        .select()
        .from(topic)
        .where(and(eq(topic.meetingId, row!.id), eq(topic.title, "夜市占道"))),
    );
    const passed = { slug: next, topicId: entry!.id, outcome: "passed" as const, note: "" };
    mustSucceed(await recordOutcome(by("street-east"), passed, at("2026-11-09")));
    const said = { slug: next, number, statement: "onTrack" as const, text: "正在办" };
    mustSucceed(await stateAtLookBack(by("street-east"), said, at("2026-11-09")));
    expect(codeOf(await stateAtLookBack(by("office"), said, at("2026-11-09")))).toBe("notFound");
  });

  it("has its task struck off by the unit that called it, and not by the office", async () => {
    const now = at("2026-11-10");
    mustSucceed(await acknowledgeTask(by("dept-works"), { number }, now));
    mustSucceed(
      await claimHandled(by("dept-works"), { number, text: "路灯已全部换新", evidence: "现场照片" }, now),
    );
    mustSucceed(await verifySolved(by("street-east"), { number, text: "现场看过，已经解决" }, now));
    expect(codeOf(await strikeOff(by("office"), { number, text: "同意" }, now))).toBe("notAllowed");
    expect(
      (await myWork(by("office"), now)).flatMap(({ items }) => items).map((item) => item.task?.number),
    ).not.toContain(number);
    mustSucceed(await strikeOff(by("street-east"), { number, text: "同意" }, now));
  });

  it("is booked for the unit that called it alone; its task is booked for all", async () => {
    const about = await read((db) => db.select().from(ledgerEntry).where(like(ledgerEntry.verb, "%")));
    const [called] = about.filter((row) => row.verb === "meeting.call" && row.subjectId === meetingId());
    const since = about.filter((row) => row.sequence >= called!.sequence);
    const scoped = since.filter((row) => !row.verb.startsWith("task."));
    // Street west has called one of its own meanwhile.
    const { east, west } = district.units;
    expect(new Set(scoped.map((row) => row.scopeUnitId))).toEqual(new Set([east, west]));
    for (const verb of [
      "meeting.arrange",
      "session.invite",
      "session.callRoll",
      "session.recordOutcome",
      "session.issueMinutes",
      "session.adoptResolution",
      "session.beginAmendment",
      "session.dropAmendment",
    ])
      expect(scoped.map((row) => row.verb)).toContain(verb);
    const dispatched = since.filter((row) => row.verb === "task.dispatch");
    expect(dispatched.map((row) => row.scopeUnitId)).toEqual([null]);
    const mine = mustSucceed(await listLedger(by("street-east"), { kind: "meeting" }));
    expect(mine.lines.map((line) => line.verb)).toContain("meeting.call");
    const theirs = mustSucceed(await listLedger(by("office"), {}));
    expect(JSON.stringify(theirs)).not.toContain("东街道周例会");
  });
});
