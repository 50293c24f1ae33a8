import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import zhCN from "~/i18n/zh-CN";
import { stageEvents } from "~/meeting/kind/stage";
import { taskEvents } from "~/task/taskState";

function useCases(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return useCases(path);
    return entry.name.endsWith(".server.ts") ? [readFileSync(path, "utf8")] : [];
  });
}

const sources = useCases("app").join("\n");

it("the ledger has a sentence for everything that is booked", () => {
  const verbLines = [...sources.matchAll(/\bverb: ([^,\n]+)/g)].map((match) => match[1]!);
  const written = verbLines.flatMap((line) => [...line.matchAll(/"([a-z]+\.[a-zA-Z]+)"/g)]);
  const verbs = [
    ...written.map((match) => match[1]!),
    ...stageEvents.map((event) => `plan.${event}`),
    ...taskEvents.map((event) => `task.${event}`),
  ];
  const texts: Record<string, Record<string, string>> = zhCN.ledger.verb;
  const known = Object.entries(texts).flatMap(([room, inside]) =>
    Object.keys(inside).map((name) => `${room}.${name}`),
  );
  expect([...new Set(verbs)].filter((verb) => !known.includes(verb))).toEqual([]);
});

it("the ledger has a word for every kind of thing", () => {
  const kinds = [...sources.matchAll(/subject: \{\s*kind: "(\w+)"/g)].map((match) => match[1]!);
  expect([...new Set(kinds)].filter((kind) => !(kind in zhCN.ledger.kind))).toEqual([]);
});
