import { expect, it } from "vitest";
import { ConfigurationError, readConfiguration } from "~server/configuration";

const good = { HUISHANG_ORIGIN: "https://huishang.example", HUISHANG_LEDGER_KEY: "k".repeat(32) };

it("takes a complete configuration and fills in the usual values", () => {
  expect(readConfiguration(good)).toMatchObject({
    port: 3000,
    origins: ["https://huishang.example"],
    proxies: 0,
    securityLogDays: 184,
    syslog: undefined,
  });
});

it("knows where security events go, and keeps them as long as the law asks", () => {
  const syslog = (HUISHANG_SYSLOG: string) => readConfiguration({ ...good, HUISHANG_SYSLOG }).syslog;
  expect(syslog("udp://10.0.0.5:5140")).toEqual({ host: "10.0.0.5", port: 5140 });
  expect(syslog("udp://127.0.0.1")).toEqual({ host: "127.0.0.1", port: 514 });
  expect(syslog("udp://[::1]:514")).toEqual({ host: "::1", port: 514 });
  for (const wrong of ["tcp://10.0.0.5", "10.0.0.5:514", "udp://"])
    expect(() => syslog(wrong)).toThrow("HUISHANG_SYSLOG is not valid");
  const days = (HUISHANG_LOG_DAYS: string) => readConfiguration({ ...good, HUISHANG_LOG_DAYS });
  expect(days("400").securityLogDays).toBe(400);
  expect(() => days("30")).toThrow("HUISHANG_LOG_DAYS is not valid");
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
