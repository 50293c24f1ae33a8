import { describe, expect, it } from "vitest";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { type CalendarMeeting, calendarEntry } from "~/meeting/feed/calendarEntry";
import { writeCalendar } from "~/meeting/feed/writeCalendar.server";

const t = createTranslate("zh-CN", texts["zh-CN"]);
const held: CalendarMeeting = {
  ...{ id: "0190", slug: "HS-2026-0007", title: "周例会", date: "2026-11-20", startsAt: "09:15" },
  ...{
    place: "东街社区服务中心，二楼;会议室",
    stage: "agenda",
    calendarSequence: 3,
    minutes: 90,
    onCall: false,
  },
  host: { zh: "东街街道", en: "East Street" },
  organiser: { zh: "东街街道", en: "East Street" },
  changedAt: "2026-11-10T02:00:00.000Z",
};
const page = "https://huishang.example/desk/meetings/HS-2026-0007";
const written = (wish: Partial<CalendarMeeting> = {}) =>
  writeCalendar([calendarEntry({ ...held, ...wish }, t, "zh-CN", page)], "会商会议");
const unfolded = (text: string) => text.replace(/\r\n /g, "").split("\r\n");

describe("a meeting in a calendar", () => {
  it("is folded by bytes: no line is longer than 75, and no character is torn", () => {
    const text = written({
      title: "关于老旧小区加装电梯、雨污管网混接改造与非机动车充电棚建设的联席会商会议".repeat(3),
    });
    const lines = Buffer.from(text, "utf8").toString("latin1").split("\r\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.length > 60)).toBe(true);
    for (const line of text.split("\r\n")) expect(Buffer.from(line).toString("utf8")).toBe(line);
    expect(text).not.toContain("\uFFFD");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("says nothing more than it was told, whatever a unit or a meeting is called", () => {
    const organiser = { zh: '东街"街道":X;办', en: "" };
    const title = '例会"；\nEND:VEVENT\r\nATTENDEE:mailto:x';
    const lines = unfolded(written({ organiser, title, place: "一楼,二楼;\nEND:VCALENDAR" }));
    expect(lines.find((line) => line.startsWith("ORGANIZER"))).toBe(
      "ORGANIZER;CN=\"东街'街道':X;办\":mailto:no-reply@huishang.invalid",
    );
    expect(lines.filter((line) => /^(END:VEVENT|END:VCALENDAR|ATTENDEE)/.test(line))).toHaveLength(2);
  });

  it("is at its hour on the clocks of the district, whose zone stands in the file", () => {
    const lines = unfolded(written());
    expect(lines).toContain("DTSTART;TZID=Asia/Shanghai:20261120T091500");
    expect(lines).toContain("DTEND;TZID=Asia/Shanghai:20261120T104500");
    const zone = lines.slice(lines.indexOf("BEGIN:VTIMEZONE"), lines.indexOf("END:VTIMEZONE"));
    expect(zone).toContain("TZID:Asia/Shanghai");
    expect(zone).toContain("TZOFFSETTO:+0800");
    expect(lines.indexOf("BEGIN:VTIMEZONE")).toBeLessThan(lines.indexOf("BEGIN:VEVENT"));
  });

  it("is a whole day where no time is said", () => {
    const lines = unfolded(written({ startsAt: "" }));
    expect(lines).toContain("DTSTART;VALUE=DATE:20261120");
    expect(lines).toContain("DTEND;VALUE=DATE:20261121");
  });

  it("keeps its name and carries the number of its changes, stamped in UTC with the last of them", () => {
    const lines = unfolded(written());
    expect(lines).toEqual(
      expect.arrayContaining([
        "METHOD:PUBLISH",
        "UID:0190@huishang",
        "SEQUENCE:3",
        "DTSTAMP:20261110T020000Z",
        "LAST-MODIFIED:20261110T020000Z",
        "STATUS:CONFIRMED",
        "SUMMARY:周例会（2026年11月20日）",
        "LOCATION:东街社区服务中心，二楼\\;会议室",
        'ORGANIZER;CN="东街街道":mailto:no-reply@huishang.invalid',
        `URL;VALUE=URI:${page}`,
      ]),
    );
    expect(written()).toBe(written());
  });

  it("is struck out where it was called off, and leaves the time free", () => {
    const lines = unfolded(written({ stage: "cancelled" }));
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("TRANSP:TRANSPARENT");
    expect(lines.find((line) => line.startsWith("SUMMARY"))).toBe(
      "SUMMARY:（已取消）周例会（2026年11月20日）",
    );
  });

  it("leaves the time free of whoever only waits on call", () => {
    expect(unfolded(written({ onCall: true }))).toContain("TRANSP:TRANSPARENT");
    expect(unfolded(written())).toContain("TRANSP:OPAQUE");
  });

  it("is an empty calendar where there are none", () => {
    const lines = unfolded(writeCalendar([], "会商会议"));
    expect(lines[0]).toBe("BEGIN:VCALENDAR");
    expect(lines.at(-2)).toBe("END:VCALENDAR");
    expect(lines).not.toContain("BEGIN:VEVENT");
  });
});
