import { describe, expect, it } from "vitest";
import { missingOf } from "~/problem/completeness";
import { markWords } from "~/problem/likeness";
import { takesChanges } from "~/problem/listing";
import { decisionForm, decisions } from "~/problem/screening/decision";
import {
  choiceOf,
  decisionKeys,
  inQueueOrder,
  lastDecided,
  nextUndecided,
} from "~/problem/screening/screeningKeys";
import { undoBarOf } from "~/problem/screening/undo";

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

describe("the keys of screening", () => {
  const row = (listingId: string, state: string, decidedAt: string | null = null, isOwn = true) => ({
    ...{ listingId, state, decidedAt, isOwn },
  });

  it("give every decision one key of its own, and none that walks", () => {
    const keys = decisions.map((one) => decisionKeys[one]);
    expect(new Set([...keys, "j", "k"]).size).toBe(decisions.length + 2);
    expect(keys.every((one) => /^[a-z]$/.test(one))).toBe(true);
  });

  it("choose by digit, the first nine", () => {
    const choices = ["甲", "乙"];
    expect(["1", "2", "3", "0", "a", "12"].map((key) => choiceOf(key, choices))).toEqual([
      ..."甲乙",
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it("open the next that waits, from the top again at the end, and nothing when all is decided", () => {
    const rows = [row("one", "submitted"), row("two", "admitted"), row("three", "submitted")];
    expect(nextUndecided(rows, "one")).toBe("three");
    expect(nextUndecided(rows, "two")).toBe("three");
    expect(nextUndecided(rows, "three")).toBe("one");
    expect(nextUndecided([row("one", "submitted")], "one")).toBeUndefined();
  });

  it("walk as the page is read: what waits, then what was decided", () => {
    const rows = [row("one", "refused"), row("two", "submitted"), row("three", "admitted")];
    expect(inQueueOrder(rows).map((one) => one.listingId)).toEqual(["two", "three", "one"]);
  });

  it("take back what this person decided last", () => {
    const rows = [
      row("early", "admitted", "2026-11-01T01:00:00.000Z"),
      row("late", "refused", "2026-11-01T03:00:00.000Z"),
      row("other", "admitted", "2026-11-01T04:00:00.000Z", false),
      row("open", "submitted"),
    ];
    expect(lastDecided(rows)?.listingId).toBe("late");
    expect(lastDecided(rows.slice(2))).toBeUndefined();
  });
});

describe("a decision that is taken back", () => {
  const off = { isOff: true, isConcluded: false };
  const on = { isOff: false, isConcluded: false };
  const concluded = { isOff: false, isConcluded: true };
  it.each([
    ["screening", null, null],
    ["collecting", null, "undoWindowOpen"],
    ["agenda", on, "undoOnAgenda"],
    ["agenda", off, "undoOffAgenda"],
    ["agenda", null, "undoNotOnAgenda"],
    ["inSession", on, "undoInSession"],
    ["inSession", concluded, "undoConcluded"],
    ["inSession", null, "undoNotOnAgenda"],
    ["minutes", concluded, "undoConcluded"],
    ["issued", null, "undoDayOver"],
    ["cancelled", on, "undoDayCancelled"],
  ] as const)("at stage %s with topic %o: %s", (stage, topic, bar) => {
    expect(undoBarOf({ stage, topic })).toBe(bar);
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
