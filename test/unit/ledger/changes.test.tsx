import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import en from "~/i18n/en";
import { createTranslator } from "~/i18n/translate";
import zh from "~/i18n/zh-CN";
import { LedgerChanges } from "~/ledger/LedgerChanges";

const value = (text: string) => ({ zh: text, en: text });

function words(language: "zh-CN" | "en", path: string, before: string, after: string): string {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={createTranslator(language, language === "en" ? en : zh)}>
      <LedgerChanges
        changes={[{ path, before: value(before), after: value(after) }]}
        kind="day"
        now="2026-11-20T02:00:00Z"
      />
    </I18nextProvider>,
  );
  return page.replace(/<[^>]+>/g, "");
}

describe("what an event changed", () => {
  it("names months in the reader's language", () => {
    expect(words("zh-CN", "month", "2026-06", "2026-07")).toMatch(/2026年6月.*2026年7月/);
    expect(words("en", "month", "2026-06", "2026-07")).toMatch(/June 2026.*July 2026/);
  });

  it("leaves alone what only looks like one", () => {
    expect(words("en", "title", "2026-13", "WST-2026-06")).toMatch(/2026-13.*WST-2026-06/);
  });

  it("says which step departed from the plan", () => {
    expect(words("zh-CN", "step", "other", "sessionDate")).toContain("未在计划日期开会");
  });
});
