import { describe, expect, it } from "vitest";
import { differencesOf, identifiersIn, withNames } from "~/audit/difference";

const json = JSON.stringify;

describe("what an event changed", () => {
  it("leaves out what stayed the same", () => {
    expect(
      differencesOf(json({ stage: "planned", date: "d" }), json({ stage: "collecting", date: "d" })),
    ).toEqual([{ path: "stage", before: ["planned"], after: ["collecting"] }]);
  });

  it("shows what came and what went", () => {
    expect(differencesOf(null, json({ name: "刘芳" }))).toEqual([
      { path: "name", before: undefined, after: ["刘芳"] },
    ]);
    expect(differencesOf(json({ reason: "r" }), json({ reason: null }))).toEqual([
      { path: "reason", before: ["r"], after: undefined },
    ]);
    expect(differencesOf(json({ note: "" }), json({ note: null }))).toEqual([]);
    expect(differencesOf(null, null)).toEqual([]);
  });

  it("goes into what lies inside, and writes lists and figures out", () => {
    const before = json({ rules: { agenda: { limit: 8 } }, months: ["2026-01", "2026-02"] });
    const after = json({ rules: { agenda: { limit: 5 } }, months: ["2026-01"] });
    expect(differencesOf(before, after)).toEqual([
      { path: "rules.agenda.limit", before: ["8"], after: ["5"] },
      { path: "months", before: ["2026-01", "2026-02"], after: ["2026-01"] },
    ]);
  });

  it("takes a sealed text for one value, and tells an entry of a list by its values", () => {
    const text = { sealed: "ab".repeat(32), length: 12 };
    expect(differencesOf(json({ reason: text }), json({ reason: null }))).toEqual([
      { path: "reason", before: [text], after: undefined },
    ]);
    const line = { id: "one", title: text, kind: "topic", minutesAllotted: 15, presenter: "" };
    expect(differencesOf(null, json({ agenda: [line] }))).toEqual([
      { path: "agenda", before: undefined, after: [text, "topic", "15"] },
    ]);
  });

  it("writes names for identifiers it knows", () => {
    const [one, other] = ["019aa2f0-1111-7000-8000-00000000000a", "019aa2f0-1111-7000-8000-00000000000b"];
    expect(identifiersIn(json([one, other]))).toEqual([one, other]);
    expect(withNames(`${one}, ${other}`, (id) => (id === one ? "东街道" : undefined))).toBe(
      `东街道, ${other}`,
    );
  });
});
