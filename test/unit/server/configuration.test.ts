import { expect, it } from "vitest";
import { ConfigurationError, readConfiguration } from "~server/configuration";

const good = { HUISHANG_ORIGIN: "https://huishang.example", HUISHANG_LEDGER_KEY: "k".repeat(32) };

it("takes a complete configuration and fills in the usual values", () => {
  expect(readConfiguration(good)).toMatchObject({
    port: 3000,
    origins: ["https://huishang.example"],
    proxies: 0,
  });
});

it("names every setting that is missing or wrong, and never its value", () => {
  const refusal = (environment: object) => {
    try {
      readConfiguration(environment as Record<string, string>);
      return "accepted";
    } catch (error) {
      return error instanceof ConfigurationError ? error.message : String(error);
    }
  };
  expect(refusal({})).toBe("HUISHANG_ORIGIN is missing; HUISHANG_LEDGER_KEY is missing");
  expect(refusal({ ...good, HUISHANG_LEDGER_KEY: "short-secret" })).toBe("HUISHANG_LEDGER_KEY is not valid");
  expect(refusal({ ...good, PORT: "99999" })).toBe("PORT is not valid");
  for (const origin of [
    "https://huishang.example/",
    "ftp://x",
    "huishang.example",
    "https://a.example, nonsense",
  ])
    expect(refusal({ ...good, HUISHANG_ORIGIN: origin })).toBe("HUISHANG_ORIGIN is not valid");
});
