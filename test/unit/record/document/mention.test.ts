import { describe, expect, it } from "vitest";
import {
  askedWords,
  mentionAddress,
  mentionsAtOnce,
  readMention,
  readMentionKeys,
} from "~/record/document/mention";

describe("an @ that asks for somebody", () => {
  it.each([
    ["请@", ""],
    ["@", ""],
    ["请@水务", "水务"],
    ["会同＠区水", "区水"],
    ["（@zhu'jian", "zhu'jian"],
    ["路灯@RW-2026-0001", "RW-2026-0001"],
    ["@甲@乙", "乙"],
  ])("stands in %j and asks for %j", (before, words) => {
    expect(askedWords(before)).toEqual({ words, length: words.length + 1 });
  });

  it.each([
    "",
    "请",
    "office@qingshi.gov.cn",
    "a@b",
    "请@水务 局",
    "请@水务，",
    "@张三（",
    `@${"长".repeat(31)}`,
  ])("does not stand in %j", (before) => {
    expect(askedWords(before)).toBeNull();
  });
});

describe("a mention", () => {
  it("is read where it names something, and nothing else of it", () => {
    expect(readMention({ kind: "unit", id: "works", label: "区建管委", onclick: "x" })).toEqual({
      kind: "unit",
      id: "works",
      label: "区建管委",
    });
    expect(readMention({ kind: "person", id: "p1", label: "长".repeat(500) })?.label).toHaveLength(100);
    expect(readMention({ kind: "person", id: "p1", label: { toString: "x" } })?.label).toBe("");
  });

  it.each([
    { kind: "god", id: "works" },
    { kind: "unit", id: "" },
    { kind: "unit", id: "../../sign-out" },
    { kind: "unit", id: "a/b" },
    { kind: "unit", id: ["works"] },
    { kind: "task", id: "works" },
    { kind: "task", id: "RW-2026-0001?x" },
    { kind: "person", id: "__proto__" },
    { kind: "toString", id: "works" },
    {},
  ])("is none in %j", (found) => {
    expect(readMention(found)).toBeNull();
  });

  it("leads to the page of what it names", () => {
    expect(mentionAddress({ kind: "unit", id: "works" })).toBe("/desk/units/works");
    expect(mentionAddress({ kind: "task", id: "RW-2026-0001" })).toBe("/desk/tasks/RW-2026-0001");
    expect(mentionAddress({ kind: "person", id: "p1" })).toBeNull();
  });
});

describe("a request for names", () => {
  it("holds what can be named, up to a bound", () => {
    expect(
      readMentionKeys(["unit/works", "person/p1", "god/x", "unit/a/b", "unit", "", "task/RW-2026-0001"]),
    ).toEqual([
      { kind: "unit", id: "works" },
      { kind: "person", id: "p1" },
      { kind: "task", id: "RW-2026-0001" },
    ]);
    expect(readMentionKeys(Array.from({ length: 500 }, (_, at) => `unit/u${at}`))).toHaveLength(
      mentionsAtOnce,
    );
  });
});
