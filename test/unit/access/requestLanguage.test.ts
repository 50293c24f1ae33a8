import { describe, expect, it } from "vitest";
import { rememberedLanguage, requestLanguage } from "~/access/requestLanguage.server";

const languageOf = (address: string, headers: Record<string, string> = {}) =>
  requestLanguage(new Request(`http://localhost${address}`, { headers }));

describe("the language of a page", () => {
  it("is the one asked for in the address, then the remembered one, then the browser's", () => {
    const Cookie = "a=%; huishang_language=en";
    expect(languageOf("/?lang=zh-CN", { Cookie })).toBe("zh-CN");
    expect(languageOf("/", { Cookie, "Accept-Language": "zh-CN" })).toBe("en");
    expect(languageOf("/?lang=fr", { Cookie: "huishang_language=fr", "Accept-Language": "en-GB" })).toBe(
      "en",
    );
  });

  it.each([
    ["zh-TW,en;q=0.8", "zh-CN"],
    ["en-US,zh-CN;q=0.5", "en"],
    ["zh;q=0.3, en;q=0.9", "en"],
    ["fr, en;q=0.4", "en"],
    ["en;q=0", "zh-CN"],
    ["fr", "zh-CN"],
    ["*", "zh-CN"],
    ["", "zh-CN"],
  ])("for a browser that prefers %j is %s", (header, language) => {
    expect(languageOf("/", { "Accept-Language": header })).toBe(language);
  });

  it("is remembered by a cookie that comes back", () => {
    const [Cookie = ""] = rememberedLanguage("en").split(";");
    expect(languageOf("/", { Cookie })).toBe("en");
  });
});
