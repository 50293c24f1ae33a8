import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import en from "~/i18n/en";
import { languages } from "~/i18n/language";
import zhCN from "~/i18n/zh-CN";
import { refusalStatus } from "~/ledger/refusal";

function keysOf(value: object, prefix = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" ? keysOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

// i18next chooses among these by count; Chinese has one form.
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, "");
const chinese = new Set(keysOf(zhCN).map(withoutPlural));
const english = new Set(keysOf(en).map(withoutPlural));

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return languages.some((one) => one === entry.name) ? "" : sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

it("both languages say the same things", () => {
  expect([...chinese].filter((key) => !english.has(key))).toEqual([]);
  expect([...english].filter((key) => !chinese.has(key))).toEqual([]);
});

it("has a sentence for every refusal", () => {
  expect(Object.keys(zhCN.refusal).sort()).toEqual(Object.keys(refusalStatus).sort());
});

it("has every key that is written in the code, and no key that is not", () => {
  const code = sources("app");
  const literal = [...code.matchAll(/\bt\(\s*"([\w.-]+)"/g), ...code.matchAll(/error: "([\w.]+)"/g)].map(
    (m) => m[1]!,
  );
  expect([...new Set(literal)].filter((key) => !chinese.has(key))).toEqual([]);
  // A key put together at run time is known by what stands before its first variable part.
  const composed = [...code.matchAll(/`([a-zA-Z][\w]*(?:\.[\w]+)*\.)\$\{/g)].map((m) => m[1]!);
  const unused = [...chinese].filter(
    (key) => !code.includes(`"${key}"`) && !composed.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
