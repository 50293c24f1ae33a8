import { expect, expectTypeOf, it } from "vitest";
import type { TextKey, Translate } from "~/i18n/textKey";
import { createTranslate } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import type { TaskState } from "~/task/taskState";

const t: Translate = createTranslate("zh-CN", zhCN);

it("knows every text by its key, and compiles no other", () => {
  expect(t("nav.tasks")).toBe("任务");
  // @ts-expect-error there is no such text
  expect(t("nav.nowhere")).toBe("nav.nowhere");
  // @ts-expect-error a branch is no text
  expectTypeOf<"nav">().toExtend<TextKey>();
});

it("knows a key that is put together of a union, and compiles none of any text", () => {
  const wordsOf = (state: TaskState) => t(`task.state.${state}`);
  expect(wordsOf("solved")).toBe(zhCN.task.state.solved);
  // @ts-expect-error not every text is a state
  const anyWords = (state: string) => t(`task.state.${state}`);
  expect(anyWords("solved")).toBe(wordsOf("solved"));
});
