import { expect, it } from "vitest";
import { createTranslate } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import { type SchemeFacts, wordScheme } from "~/meeting/scheme/scheme";

const facts: SchemeFacts = {
  meeting: { slug: "HS-2026-0013", title: "筹备会", date: "2026-12-04" },
  ...{ startsAt: "14:00", place: "会商室", host: { zh: "区会商办", en: "Office" }, chair: null },
  ...{ called: [], agenda: [], minutes: { agenda: 0, planned: 180 }, openTasks: 0 },
};
const lookBack = (openTasks: number) =>
  wordScheme({ ...facts, openTasks }, createTranslate("zh-CN", zhCN), "zh-CN").parts.find(({ heading }) =>
    heading.includes("回头看"),
  )?.text;

it("says that no tasks are looked back at, or how many", () => {
  expect(lookBack(0)).toBe("无");
  expect(lookBack(3)).toContain("3项任务");
});
