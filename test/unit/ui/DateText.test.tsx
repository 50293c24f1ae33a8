import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { ui as en } from "~/i18n/en/ui";
import { createTranslator } from "~/i18n/translate";
import { ui as zh } from "~/i18n/zh-CN/ui";
import { DateText, type DateTextProps } from "~/ui/DateText";

const now = "2026-11-17T02:00:00Z";

function html(language: "zh-CN" | "en", props: Omit<DateTextProps, "now"> & { now?: string }) {
  const i18n = createTranslator(language, { ui: language === "en" ? en : zh });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <DateText now={now} {...props} />
    </I18nextProvider>,
  );
}

const text = (...args: Parameters<typeof html>) => html(...args).replace(/<[^>]+>/g, "");

describe("DateText", () => {
  it("writes a day out with its distance, in both languages", () => {
    expect(text("zh-CN", { value: "2026-11-20", withDistance: true })).toBe("11月20日 周五，还有3天");
    expect(text("en", { value: "2026-11-20", withDistance: true })).toBe("Fri 20 Nov, in 3 days");
  });

  it.each([
    ["2026-11-17", "今天", "today"],
    ["2026-11-18", "明天", "tomorrow"],
    ["2026-11-16", "昨天", "yesterday"],
    ["2026-11-13", "已过4天", "4 days ago"],
  ])("names the days around now: %s", (value, chinese, english) => {
    expect(text("zh-CN", { value, withDistance: true })).toContain(`，${chinese}`);
    expect(text("en", { value, withDistance: true })).toContain(`, ${english}`);
  });

  it("writes the year when it is another one", () => {
    expect(text("zh-CN", { value: "2027-01-05" })).toBe("2027年1月5日 周二");
    expect(text("en", { value: "2027-01-05" })).toBe("Tue 5 Jan 2027");
  });

  it("reads an instant in the district's zone, where it may already be tomorrow", () => {
    expect(text("zh-CN", { value: "2026-11-17T16:30:00Z", withTime: true })).toBe("11月18日 周三 00:30");
    expect(text("en", { value: "2026-11-17T16:30:00Z", withDistance: true })).toBe("Wed 18 Nov, tomorrow");
  });

  it("counts calendar days, not hours", () => {
    const at = (moment: string) => text("zh-CN", { value: "2026-11-18", now: moment, withDistance: true });
    expect(at("2026-11-17T15:59:00Z")).toContain("明天");
    expect(at("2026-11-17T16:00:00Z")).toContain("今天");
  });

  it("keeps the machine's value and puts the exact time in the title", () => {
    const instant = html("zh-CN", { value: "2026-11-06T01:12:09Z" });
    expect(instant).toContain('dateTime="2026-11-06T01:12:09Z"');
    expect(instant).toContain('title="2026年11月6日 周五 09:12:09（Asia/Shanghai）"');
    expect(html("en", { value: "2026-11-20" })).toContain('title="Fri 20 Nov 2026"');
  });
});
