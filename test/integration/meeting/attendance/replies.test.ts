import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { showAgenda } from "~/meeting/agenda/showAgenda.server";
import type { Delegate } from "~/meeting/attendance/answer";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { decline } from "~/meeting/attendance/declineInvitation.server";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { nameDelegates } from "~/meeting/attendance/nameDelegates.server";
import { remindReplies } from "~/meeting/attendance/remindReplies.server";
import { showReply } from "~/meeting/attendance/showReply.server";
import { showRollCall } from "~/meeting/attendance/showRollCall.server";
import { withdrawInvitation } from "~/meeting/attendance/withdrawInvitation.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import type { AskedFor, OfferedClass } from "~/meeting/conduct/attendance";
import { noticeFacts } from "~/meeting/papers/noticeFacts.server";
import { noticeFile } from "~/meeting/papers/noticeFile.server";
import { peopleComing } from "~/meeting/papers/peopleComing.server";
import { myWork } from "~/work/myWork.server";
import { meeting } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { withLive } from "../../../builders/live";
import { mustSucceed } from "../../../builders/result";
import { calledTo, delegate } from "../../../builders/session";
import { dayAt } from "../../../builders/task";
import { unzip } from "../../../builders/zip";

withDatabase();
withLive();

const slug = "2026-05";
// The day is Wednesday the 20th: units answer by the day before.
const now = "2026-05-10T02:00:00.000Z";
let district: SmallDistrict;
let dayId: string;
const actor = (account: string) => district.actors[account]!;

async function invite(unit: string, invitation: OfferedClass, asksFor?: AskedFor): Promise<void> {
  const invitations = [{ unitId: district.units[unit]!, invitation, asksFor }];
  mustSucceed(await inviteUnits(actor("office"), { slug, invitations }, now));
}

async function invitationOf(unit: string): Promise<string> {
  const rows = await calledTo(dayId);
  return rows.find((row) => row.unitId === district.units[unit] && row.namedWith === null)!.id;
}

async function answer(account: string, unit: string, people: Delegate[]) {
  return nameDelegates(actor(account), { slug, attendanceId: await invitationOf(unit), people }, now);
}

async function roll(): Promise<[string, string][]> {
  const { lines } = mustSucceed(await showRollCall(actor("office"), slug, now));
  return lines.map((line) => [line.unit.en, line.person]);
}

const workOf = async (account: string, at: string) =>
  (await myWork(actor(account), at)).flatMap(({ items }) =>
    items.flatMap(({ what, count, until }) =>
      "kind" in what ? [`${what.kind} ${count ?? ""} ${until}`] : [],
    ),
  );

beforeAll(async () => {
  district = await smallDistrict();
  dayId = await dayAt(district, slug, "agenda");
  await invite("works", "lead", "head");
  await invite("water", "assist");
  await invite("west", "onCall");
});

describe("the answer to an invitation", () => {
  const head = delegate({ personName: "丁一", personTitle: "局长", comesAs: "head" });
  const colleague = delegate({ personName: "王五", personTitle: "科长" });

  it("is asked of those who come, not of those on call, until the day that the rules say", async () => {
    expect(await workOf("dept-works", now)).toEqual(["answerInvitation  2026-05-19"]);
    expect(await workOf("street-west", now)).toEqual([]);
    expect(await workOf("office", now)).not.toContain("remindUnits 2 2026-05-20");
    expect(await workOf("office", "2026-05-20T01:00:00.000Z")).toContain("remindUnits 2 2026-05-20");
  });

  it("is reminded of by who holds the meeting, once a day, where it lacks", async () => {
    const remind = (account: string, at: string) => remindReplies(actor(account), { slug }, at);
    expect(await remind("dept-works", now)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(mustSucceed(await remind("office", now))).toBe(2);
    expect(await remind("office", "2026-05-10T09:00:00.000Z")).toMatchObject({
      refusal: { code: "remindedToday" },
    });
    const shown = mustSucceed(await showAgenda(actor("office"), slug, now)).invitations;
    expect(shown.remindedAt).toBe(now);
    expect(mustSucceed(await remind("office", "2026-05-11T02:00:00.000Z"))).toBe(2);
  });

  it("brings the head where the head was asked, or says who comes instead, and why", async () => {
    expect(await answer("dept-works", "works", [colleague])).toMatchObject({
      refusal: { code: "headAsked" },
    });
    const deputy = { ...colleague, comesAs: "substitute" as const, insteadOf: "丁一局长" };
    expect(await answer("dept-works", "works", [deputy])).toMatchObject({ refusal: { code: "whyInstead" } });
    mustSucceed(await answer("dept-works", "works", [{ ...deputy, insteadReason: "外出开会" }]));
    const page = mustSucceed(await showReply(actor("dept-works"), { slug }, now));
    expect(page).toMatchObject({
      ...{ mayAnswer: true, replyBy: "2026-05-19", invitation: { answeredAt: now } },
      people: [{ personName: "王五", insteadOf: "丁一局长", insteadReason: "外出开会" }],
    });
    expect(await workOf("dept-works", now)).toEqual([]);
  });

  it("is changed as often as one likes, and each person stands on the roll", async () => {
    mustSucceed(await answer("dept-works", "works", [head, colleague]));
    mustSucceed(await answer("dept-water", "water", [delegate({ personName: "江水" })]));
    mustSucceed(await answer("dept-works", "works", [colleague, head]));
    expect(await roll()).toEqual([
      ["works", "王五"],
      ["works", "丁一"],
      ["water", "江水"],
      ["west", ""],
    ]);
  });

  it("is the unit's own, and that of those who hold the meeting", async () => {
    expect(await answer("dept-water", "works", [head])).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await showReply(actor("community-west"), { slug }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await answer("office", "works", [head]));
    expect(
      await showReply(actor("office"), { slug, attendanceId: await invitationOf("works") }, now),
    ).toMatchObject({ value: { onBehalf: true } });
  });

  it("can be that nobody comes: then nobody of the unit stands on the roll as coming", async () => {
    mustSucceed(await answer("dept-water", "water", [delegate({ personName: "江水" }), colleague]));
    const no = { slug, attendanceId: await invitationOf("water"), reason: "当日防汛演练" };
    mustSucceed(await decline(actor("dept-water"), no, now));
    expect((await calledTo(dayId)).filter((row) => row.unitId === district.units.water)).toMatchObject([
      { state: "declined", reason: "当日防汛演练" },
    ]);
    const { people } = mustSucceed(await peopleComing(actor("office"), slug));
    expect(people.map(({ name, unit }) => name || unit.en)).toEqual(["leader员", "丁一"]);
  });

  it("goes with the invitation", async () => {
    mustSucceed(await answer("dept-works", "works", [head, colleague]));
    const attendanceId = await invitationOf("works");
    mustSucceed(await withdrawInvitation(actor("office"), { slug, attendanceId }, now));
    expect(await roll()).not.toContainEqual(["works", "王五"]);
    await invite("works", "lead");
    mustSucceed(await answer("dept-works", "works", [colleague]));
  });

  it("stays open to a unit that has declined a meeting which is there for its participants alone", async () => {
    const called = await callMeeting(
      actor("street-east"),
      {
        ...{ kind: "weekly", title: "周例会", date: "2026-05-12", startsAt: "09:15", place: "" },
        ...{ people: [], unitIds: [district.units.works!], agenda: ["门前三包"] },
      },
      now,
    );
    const weekly = mustSucceed(called).slug;
    const works = actor("dept-works");
    const { invitation } = mustSucceed(await showReply(works, { slug: weekly }, now));
    const no = { slug: weekly, attendanceId: invitation.id, reason: "有会" };
    mustSucceed(await decline(works, no, now));
    expect(await showReply(works, { slug: weekly }, now)).toMatchObject({ value: { mayAnswer: true } });
    mustSucceed(
      await nameDelegates(works, { slug: weekly, attendanceId: invitation.id, people: [colleague] }, now),
    );
    expect(await showReply(actor("admin"), { slug: weekly }, now)).toMatchObject({
      refusal: { code: "notFound" },
    });
  });
});

describe("the papers of a day", () => {
  const words = createTranslate("zh-CN", texts["zh-CN"]);

  it("say on the notice when, where, who is called and by when to answer", async () => {
    await transact((tx) =>
      tx.update(meeting).set({ startsAt: "14:00", place: "二楼会议室" }).where(eq(meeting.id, dayId)),
    );
    const file = mustSucceed(await noticeFile(actor("dept-works"), slug, now, words));
    const text = unzip(file.bytes)
      .get("word/document.xml")!
      .replace(/<[^>]+>/g, "");
    for (const part of [
      "关于召开2026年5月基层会商日会议的通知",
      "2026年5月20日 14:00",
      "二楼会议室",
      "牵头：works单位",
      "2026年5月19日前",
    ])
      expect(text).toContain(part);
    expect(mustSucceed(await noticeFacts(actor("dept-works"), slug, now))).toMatchObject({
      ...{ holds: false, slipOf: { en: "works" } },
    });
  });

  it("leave sheet and cards to those who hold the day", async () => {
    for (const account of ["office", "leader"])
      expect(await peopleComing(actor(account), slug), account).toMatchObject({ ok: true });
    expect(await peopleComing(actor("dept-works"), slug)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await peopleComing(actor("admin"), slug)).toMatchObject({ refusal: { code: "notFound" } });
  });
});

describe("the roll call", () => {
  it("counts, and closes the answer; what was said of one person is not said of another", async () => {
    const attendanceId = await invitationOf("works");
    const came = { slug, attendanceId, state: "present" as const, personName: "赵六" };
    mustSucceed(await callRoll(actor("office"), came, now));
    const row = (await calledTo(dayId)).find(({ id }) => id === attendanceId);
    expect(row).toMatchObject({ personName: "赵六", personTitle: "", state: "present" });
    expect(await answer("dept-works", "works", [delegate({ personName: "王五" })])).toMatchObject({
      refusal: { code: "wrongStage" },
    });
  });
});
