import { describe, expect, it } from "vitest";
import { missingOf } from "~/problem/completeness";
import { markWords } from "~/problem/likeness";
import { takesChanges } from "~/problem/listing";
import { decisionForm } from "~/problem/screening/decision";

describe("completeness", () => {
  const full = {
    title: "路灯",
    originalWording: "黑",
    summary: "",
    coordination: "已协调",
    question: "谁修？",
    concernedUnits: 1,
  };
  it("asks for five things, and takes the words or the summary for the content", () => {
    expect(missingOf(full)).toEqual([]);
    expect(missingOf({ ...full, originalWording: " ", summary: "路灯不亮" })).toEqual([]);
    expect(
      missingOf({
        title: "",
        originalWording: "",
        summary: "",
        coordination: " ",
        question: "",
        concernedUnits: 0,
      }),
    ).toEqual(["title", "content", "concernedUnits", "coordination", "question"]);
  });
});

describe("decisions", () => {
  it("want a reason where somebody is refused or put off", () => {
    const parse = (more: object) => decisionForm.safeParse({ listingId: "one", ...more });
    expect(parse({ decision: "admitted" }).success).toBe(true);
    expect(parse({ decision: "undecided" }).success).toBe(true);
    expect(parse({ decision: "refused", text: "街道可自行解决" }).success).toBe(false);
    expect(parse({ decision: "refused", code: "impromptu" }).success).toBe(false);
    expect(parse({ decision: "refused", code: "impromptu", text: "未在征集期提出" }).success).toBe(true);
    expect(parse({ decision: "refused", code: "no such code", text: "不" }).success).toBe(false);
    expect(parse({ decision: "deferred" }).success).toBe(false);
    expect(parse({ decision: "merged" }).success).toBe(false);
  });
});

describe("when a list may change", () => {
  it("does while it is collected and not sent, and when it was returned", () => {
    expect(takesChanges("collecting", "draft")).toBe(true);
    expect(takesChanges("collecting", "submitted")).toBe(false);
    expect(takesChanges("screening", "draft")).toBe(false);
    expect(takesChanges("screening", "returned")).toBe(true);
    expect(takesChanges("agenda", "returned")).toBe(false);
    expect(takesChanges("planned", "draft")).toBe(false);
  });
});

describe("marking", () => {
  it("marks common words in a text without losing any of it", () => {
    const parts = markWords("永丰路的路灯ABC", ["永丰路", "路灯", "abc"]);
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(["永丰路", "路灯", "ABC"]);
    expect(parts.map((part) => part.text).join("")).toBe("永丰路的路灯ABC");
  });
});
