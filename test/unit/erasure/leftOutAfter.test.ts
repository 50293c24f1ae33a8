import { expect, test } from "vitest";
import { leftOutAfter } from "~/erasure/leftOutAfter";
import { erasedMark } from "~/value/erasedMark";

/** What is left out after an erasure, as words. */
function after(text: string, erased: string, hidden: string): string[] {
  const becomes = text.replaceAll(erased, erasedMark);
  const start = text.indexOf(hidden);
  return leftOutAfter(text, becomes, { start, end: start + hidden.length }).map((part) =>
    becomes.slice(part.start, part.end),
  );
}

const text = "四号楼卜算子家的水管爆了，请到物业值班室说明。";

test("what stands before or behind the erased words stays left out", () => {
  expect(after(text, "物业值班室", "卜算子家")).toEqual(["卜算子家"]);
  expect(after(text, "四号楼", "物业值班室")).toEqual(["物业值班室"]);
});

test("of words that were partly erased the rest stays left out", () => {
  expect(after(text, "卜算子", "四号楼卜算子家").join("")).toBe("四号楼家");
});

test("what was erased is left out no longer", () => {
  expect(after(text, "卜算子家", "卜算子")).toEqual([]);
});
