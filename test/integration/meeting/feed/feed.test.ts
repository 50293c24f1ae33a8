import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { endFeed, makeFeed } from "~/access/account/feedToken.server";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { arrangeMeeting } from "~/meeting/call/arrangeMeeting.server";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { calendarAnswer } from "~/meeting/feed/calendarAnswer.server";
import { meetingCalendar } from "~/meeting/feed/meetingCalendar.server";
import { personCalendar } from "~/meeting/feed/personCalendar.server";
import { withdrawPassword } from "~/unit/withdrawPassword.server";
import { leavePost } from "~/work/handover/leavePost.server";
import { letRestStay } from "~/work/handover/sayHandover.server";
import { read } from "~db/read";
import { calendarFeed, holding, meeting } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { mustSucceed } from "../../../builders/result";
import { dayAt } from "../../../builders/task";

withDatabase();

const now = "2026-05-10T02:00:00.000Z";
const words = createTranslate("zh-CN", texts["zh-CN"]);
const say = () => ({ t: words, language: "zh-CN", origin: "https://huishang.example" });
let district: SmallDistrict;
let weekly: string;
const actor = (account: string) => district.actors[account]!;

async function callWeekly(account: string, title: string, unitIds: string[]): Promise<string> {
  const held = { kind: "weekly" as const, title, date: "2026-05-12", startsAt: "09:15", place: "" };
  return mustSucceed(
    await callMeeting(actor(account), { ...held, people: [], unitIds, agenda: ["机密议题"] }, now),
  ).slug;
}

/** What is read under a person's address at an instant; null where nothing is. */
const reading = (token: string, at = now) => personCalendar(token, at, say);
const tokenOf = async (account: string) => mustSucceed(await makeFeed(actor(account), "zh-CN", now)).token;
const summaries = (text: string | null) =>
  [...(text ?? "").replace(/\r\n /g, "").matchAll(/^SUMMARY:(.*)$/gm)].map(([, summary]) => summary);

beforeAll(async () => {
  district = await smallDistrict();
  await dayAt(district, "2026-05", "agenda");
  await dayAt(district, "2026-06", "planned", { host: "west" });
  weekly = await callWeekly("street-east", "东街例会", [district.units.works!]);
  await callWeekly("street-west", "西街例会", []);
});

describe("a calendar feed", () => {
  const east = "东街例会（2026年5月12日）";
  const west = "西街例会（2026年5月12日）";
  const [may, june] = ["2026年5月会商日", "2026年6月会商日"];

  it("shows what somebody holds, chairs, hosts or is called to, and nothing else", async () => {
    const shown: Record<string, (string | undefined)[]> = {};
    for (const account of [
      "office",
      "leader",
      "street-east",
      "street-west",
      "dept-works",
      "dept-water",
      "admin",
    ])
      shown[account] = summaries(await reading(await tokenOf(account)));
    expect(shown).toEqual({
      ...{
        office: [may, june],
        leader: [may, june],
        "street-east": [east, may],
        "street-west": [west, june],
      },
      ...{ "dept-works": [east], "dept-water": [], admin: [] },
    });
  });

  it("leaves the time free for who waits on call", async () => {
    const invitations = [{ unitId: district.units.water!, invitation: "onCall" as const }];
    mustSucceed(await inviteUnits(actor("office"), { slug: "2026-05", invitations }, now));
    const text = await reading(await tokenOf("dept-water"));
    expect(summaries(text)).toEqual([`（到会备询）${may}`]);
    expect(text).toContain("TRANSP:TRANSPARENT");
  });

  it("tells when and where, and no topics", async () => {
    const text = await reading(await tokenOf("dept-works"));
    expect(text).toContain(`https://huishang.example/desk/meetings/${weekly}`);
    expect(text).not.toContain("机密议题");
  });

  it("counts up what calendars must take, and nothing else", async () => {
    const sequence = async () =>
      (await read((db) => db.select().from(meeting).where(eq(meeting.slug, weekly))))[0]!;
    const { version, title, date, startsAt, place, chairPostId, calendarSequence } = await sequence();
    expect(calendarSequence).toBe(0);
    const same = { slug: weekly, title, date, startsAt, place, chairPostId: chairPostId ?? undefined };
    mustSucceed(await arrangeMeeting(actor("street-east"), { ...same, version }, now));
    expect((await sequence()).calendarSequence).toBe(0);
    const moved = { ...same, date: "2026-05-13", place: "二楼", version: version + 1 };
    mustSucceed(await arrangeMeeting(actor("street-east"), moved, "2026-05-10T03:00:00.000Z"));
    expect((await sequence()).calendarSequence).toBe(1);
    const text = await reading(await tokenOf("dept-works"));
    expect(text).toContain("SEQUENCE:1");
    expect(text).toContain("DTSTAMP:20260510T030000Z");
    expect(text).toContain("DTSTART;TZID=Asia/Shanghai:20260513T091500");
  });

  it("lasts as long as the meeting is planned, and counts up when that changes", async () => {
    const held = async () =>
      (await read((db) => db.select().from(meeting).where(eq(meeting.slug, weekly))))[0]!;
    const ends = async () =>
      /DTEND;TZID=Asia\/Shanghai:(\w+)/.exec((await reading(await tokenOf("dept-works")))!)![1];
    expect(await ends()).toBe("20260513T121500");
    const { version, title, date, startsAt, place, chairPostId, calendarSequence } = await held();
    const shorter = {
      slug: weekly,
      title,
      date,
      startsAt,
      place,
      chairPostId: chairPostId ?? undefined,
      version,
    };
    mustSucceed(await arrangeMeeting(actor("street-east"), { ...shorter, plannedMinutes: 45 }, now));
    expect(await ends()).toBe("20260513T100000");
    expect((await held()).calendarSequence).toBe(calendarSequence + 1);
  });

  it("is known by the newest address alone, of which the database holds no word, and by none once it is ended", async () => {
    const first = await tokenOf("dept-works");
    const second = await tokenOf("dept-works");
    expect(await reading(first)).toBeNull();
    expect(await reading(second)).not.toBeNull();
    const stored = JSON.stringify(await read((db) => db.select().from(calendarFeed)));
    expect(stored).not.toContain(second);
    mustSucceed(await endFeed(actor("dept-works"), now));
    expect(await reading(second)).toBeNull();
    expect(await endFeed(actor("dept-works"), now)).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("shows nothing of a post any more that somebody has left, and ends with a withdrawn password", async () => {
    const token = await tokenOf("street-west");
    const { personId, postId } = actor("street-west");
    const [held] = await read((db) => db.select().from(holding).where(eq(holding.postId, postId)));
    const at = "2026-05-11T02:00:00.000Z";
    const left = { holdingId: held!.id, toDay: "2026-05-11", handover: "已交接全部材料" };
    mustSucceed(await letRestStay(actor("admin"), { holdingId: held!.id }, at));
    mustSucceed(await leavePost(actor("admin"), left, at));
    expect(summaries(await reading(token, "2026-05-11T01:00:00.000Z"))).toEqual([west, june]);
    expect(summaries(await reading(token, "2026-05-11T02:00:01.000Z"))).toEqual([]);
    mustSucceed(await withdrawPassword(actor("admin"), { personId }, at));
    expect(await reading(token, at)).toBeNull();
  });
});

describe("one meeting as a file", () => {
  it("is there for whom the meeting is there", async () => {
    const ask = (account: string) => meetingCalendar(actor(account), weekly, say());
    expect(summaries(mustSucceed(await ask("dept-works")))).toEqual(["东街例会（2026年5月13日）"]);
    for (const account of ["office", "street-west", "admin"])
      expect(await ask(account), account).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("is struck out once the meeting is called off", async () => {
    await transact((tx) => tx.update(meeting).set({ stage: "cancelled" }).where(eq(meeting.slug, "2026-06")));
    const text = mustSucceed(await meetingCalendar(actor("office"), "2026-06", say()));
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("SEQUENCE:1");
  });
});

describe("the answer to a calendar", () => {
  it("says shortly that nothing has changed, and may be kept by nobody between", async () => {
    const ask = (tag?: string) =>
      calendarAnswer(
        new Request("http://localhost", tag ? { headers: { "If-None-Match": tag } } : {}),
        "text",
      );
    const full = ask();
    expect(full.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(full.headers.get("Cache-Control")).toBe("private, no-cache");
    const tag = full.headers.get("ETag")!;
    expect([ask(tag).status, ask(`W/${tag}`).status, ask('"other"').status]).toEqual([304, 304, 200]);
    expect(await ask(tag).text()).toBe("");
  });
});
