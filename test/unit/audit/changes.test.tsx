import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { LedgerChanges } from "~/audit/LedgerChanges";
import en from "~/i18n/en";
import { createTranslator } from "~/i18n/translate";
import { CodeNamesContext } from "~/i18n/useCodeNames";
import zh from "~/i18n/zh-CN";
import { isSealed, type Sealed } from "~/ledger/sealed";
import { namesFrom } from "~/rules/codeNames";
import { usualRules } from "~/rules/ruleSet";

type Values = string | string[] | Sealed;

const values = (texts: Values) =>
  [texts].flat().map((text) => (isSealed(text) ? text : { zh: text, en: text }));

function words(
  language: "zh-CN" | "en",
  path: string,
  before: Values,
  after: Values,
  kind = "meeting",
): string {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={createTranslator(language, language === "en" ? en : zh)}>
      <CodeNamesContext.Provider value={namesFrom([usualRules])}>
        <LedgerChanges
          changes={[{ path, before: values(before), after: values(after) }]}
          kind={kind}
          now="2026-11-20T02:00:00Z"
        />
      </CodeNamesContext.Provider>
    </I18nextProvider>,
  );
  return page.replace(/<[^>]+>/g, "");
}

describe("what an event changed", () => {
  it("says of a text how long it was, and a digest by which it can be proved", () => {
    const text = (digest: string) => ({ sealed: digest.repeat(64), length: 12 });
    expect(words("zh-CN", "reason", text("a"), text("b"))).toMatch(
      /^理由.*文字（12字，摘要aaaaaaaa）.*文字（12字，摘要bbbbbbbb）$/,
    );
    expect(words("en", "reason", text("a"), text("b"))).toContain("text (12 characters, digest aaaaaaaa)");
  });

  it("names months in the reader's language", () => {
    expect(words("zh-CN", "month", "2026-06", "2026-07")).toMatch(/2026年6月.*2026年7月/);
    expect(words("en", "month", "2026-06", "2026-07")).toMatch(/June 2026.*July 2026/);
  });

  it("leaves alone what only looks like one", () => {
    expect(words("en", "title", "2026-13", "WST-2026-06")).toMatch(/2026-13.*WST-2026-06/);
  });

  it("says which step departed from the plan", () => {
    for (const kind of ["meeting", "day"])
      expect(words("zh-CN", "step", "other", "sessionDate", kind)).toContain("未在计划日期开会");
  });

  it("says in words where a meeting stands and of which class a problem is", () => {
    expect(words("zh-CN", "stage", "issued", "followedUp")).toMatch(/纪要已签发.*已了结/);
    expect(words("zh-CN", "problemClass", "other", "traffic", "problem")).toContain("交通出行");
    expect(words("zh-CN", "problemClass", "other", "traffic", "duty")).toContain("交通出行");
  });

  it("says which parts of the record were brought back, and into which version's words", () => {
    const before = ["topic/人行道, 塌陷", "resolution/0198a1b2-1111-7000-8000-000000000001", "order/agenda"];
    const after = ["notes/人行道/塌陷", "notes/0198a1b2-1111-7000-8000-000000000002"];
    expect(words("zh-CN", "parts", before, after)).toMatch(
      /^恢复的内容.*议题“人行道, 塌陷”、一条议定事项、议程顺序.*“人行道\/塌陷”的记录、一个议题的记录$/,
    );
    expect(words("en", "parts", before, after)).toMatch(
      /^brought back.*topic “人行道, 塌陷”, a resolution, the order of the agenda/,
    );
    const at = (hour: string) => `2026-11-19T${hour}:04:05.000Z`;
    expect(words("zh-CN", "versionId", at("02"), at("03"))).toMatch(/^记录的版本.*11月19日.*10:04.*11:04/);
    expect(words("en", "label", "kept", "beforeRestore")).toMatch(/^kept as/);
    expect(words("en", "label", "kept", "beforeRestore")).not.toContain("beforeRestore");
  });
});
