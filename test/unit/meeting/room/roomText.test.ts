import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  applyTextChange,
  mergeTexts,
  movedCaret,
  movedIndex,
  type TextDelta,
  textChange,
} from "~/meeting/field/textReplacement";

describe("what somebody did to a text", () => {
  it("is told by the caret where the same letters stand side by side", () => {
    expect(textChange("aa", "aaa", 1)).toEqual({ start: 0, removed: 0, inserted: "a" });
    expect(textChange("aa", "aaa", 2)).toEqual({ start: 1, removed: 0, inserted: "a" });
    expect(textChange("aa", "aaa", 3)).toEqual({ start: 2, removed: 0, inserted: "a" });
  });

  it("is a removal where the caret stands", () => {
    expect(textChange("hello", "helo", 3)).toEqual({ start: 3, removed: 1, inserted: "" });
    expect(textChange("整改完成", "整完成", 1)).toEqual({ start: 1, removed: 1, inserted: "" });
  });

  it("is one replacement of what was selected, without the parts that are the same", () => {
    expect(textChange("月底前完成", "年底前完成", 1)).toEqual({ start: 0, removed: 1, inserted: "年" });
    expect(textChange("由建设局牵头", "由水务局牵头", 3)).toEqual({ start: 1, removed: 2, inserted: "水务" });
  });

  it("is nothing when nothing changed, and needs no caret", () => {
    expect(textChange("同", "同")).toBeNull();
    expect(textChange("甲丙", "甲乙丙")).toEqual({ start: 1, removed: 0, inserted: "乙" });
  });

  it("never cuts a character of two units", () => {
    const text = new Y.Doc().getText();
    text.insert(0, "𠮷野");
    const change = textChange("𠮷野", "𠮸野", 2)!;
    expect(change).toEqual({ start: 0, removed: 2, inserted: "𠮸" });
    applyTextChange(text, change);
    expect(text.toString()).toBe("𠮸野");
  });
});

describe("a caret", () => {
  const at = (index: number, delta: TextDelta) => movedIndex(index, delta);

  it("moves with what is written and removed before it", () => {
    expect(at(4, [{ retain: 1 }, { insert: "两字" }])).toBe(6);
    expect(at(4, [{ retain: 1 }, { delete: 2 }])).toBe(2);
    expect(at(4, [{ retain: 1 }, { delete: 2 }, { insert: "x" }, { retain: 0 }, { delete: 3 }])).toBe(2);
  });

  it("stays where it is when something happens behind it or right there", () => {
    expect(at(4, [{ retain: 5 }, { insert: "later" }])).toBe(4);
    expect(at(4, [{ retain: 4 }, { insert: "here" }])).toBe(4);
    expect(movedIndex(4, [{ retain: 4 }, { insert: "here" }], "after")).toBe(8);
  });

  it("falls to the edge of what is removed around it", () => {
    expect(at(4, [{ retain: 2 }, { delete: 10 }])).toBe(2);
  });
});

describe("a word composed while others write", () => {
  /** The text after `mine` is brought in, `others` having written meanwhile. */
  function merged(start: string, others: (text: Y.Text) => void, next: string, caret: number): string {
    const text = new Y.Doc().getText();
    text.insert(0, start);
    const since: TextDelta[] = [];
    text.observe((event) => since.push(event.delta as TextDelta));
    others(text);
    applyTextChange(text, textChange(start, next, caret)!, [...since]);
    return text.toString();
  }

  it("lands where it was composed", () => {
    expect(merged("道路整改", (text) => text.insert(0, "文化路"), "道路限期整改", 4)).toBe(
      "文化路道路限期整改",
    );
    expect(merged("道路整改", (text) => text.delete(0, 2), "道路限期整改", 4)).toBe("限期整改");
  });

  it("leaves standing what others put into the words it replaces", () => {
    const others = (text: Y.Text) => {
      text.insert(2, "【补】");
      text.insert(text.length, "。");
    };
    expect(merged("旧的旧的", others, "新", 1)).toBe("新【补】。");
  });
});

describe("what two people made of the same words", () => {
  it.each([
    ["", "路灯全亮", "无投诉", "无投诉路灯全亮"],
    ["路灯", "路灯全亮", "东街路灯", "东街路灯全亮"],
    ["路灯全亮", "路灯亮", "东街路灯全亮", "东街路灯亮"],
    ["路灯", "路灯", "路灯亮", "路灯亮"],
    ["路灯", "路灯亮", "路灯", "路灯亮"],
    ["路灯", "路灯亮", "路灯亮", "路灯亮"],
    ["路灯全亮", "", "路灯全部亮", "部"],
  ])("%j, by one %j, by the other %j: both is %j", (from, mine, theirs, both) => {
    expect(mergeTexts(from, mine, theirs)).toBe(both);
  });

  it("leaves the caret between the same letters", () => {
    expect(movedCaret("路灯亮", "东街路灯亮", 2)).toBe(4);
    expect(movedCaret("路灯亮", "路灯都亮", 2)).toBe(3);
    expect(movedCaret("路灯亮", "路灯亮了", 2)).toBe(2);
    expect(movedCaret("路灯亮", "灯亮", 3)).toBe(2);
  });
});
