import { describe, expect, it } from "vitest";
import {
  decideMeanwhile,
  type FieldValues,
  fieldsApart,
  markOf,
  meanwhileField,
  seenField,
  takeField,
} from "~/ledger/meanwhile";

const seen = { title: "路灯", place: "东街", unitIds: ["a"] };
const now = { title: "路灯不亮", place: "东街", unitIds: ["a", "b"] };

function form(typed: FieldValues, takes: Record<string, string> = {}): FormData {
  const sent = new FormData();
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) sent.append(name, one);
  sent.set("version", "1");
  sent.set(seenField, JSON.stringify(seen));
  sent.set(meanwhileField, JSON.stringify({ version: 4, values: now }));
  for (const [name, whose] of Object.entries(takes)) sent.set(takeField(name), whose);
  decideMeanwhile(sent);
  return sent;
}

const mine = { title: "路灯坏了", place: "西街", unitIds: ["a"] };

describe("what is apart", () => {
  it("is what others changed and one does not say oneself, in whatever order the choices come", () => {
    expect(fieldsApart(seen, now, mine)).toEqual(["title", "unitIds"]);
    expect(fieldsApart(seen, now, { ...now, unitIds: ["b", "a"] })).toEqual([]);
    expect(fieldsApart(seen, seen, mine)).toEqual([]);
  });

  it("is no line break that only the form writes differently", () => {
    expect(fieldsApart({ text: "a" }, { text: "a\nb" }, { text: "a\r\nb " })).toEqual([]);
  });
});

describe("a decision on an overtaken form", () => {
  it("takes the others' words where they are to stand, and one's own elsewhere", () => {
    const sent = form(mine, { title: "mine", unitIds: "theirs" });
    expect(sent.get("title")).toBe("路灯坏了");
    expect(sent.get("place")).toBe("西街");
    expect(sent.getAll("unitIds")).toEqual(["a", "b"]);
    expect(sent.get("version")).toBe("4");
    expect(JSON.parse(String(sent.get(seenField)))).toEqual(now);
  });

  it("stays about the older state as long as a field is undecided", () => {
    const sent = form(mine, { title: "mine" });
    expect(sent.get("version")).toBe("1");
    expect(sent.getAll("unitIds")).toEqual(["a"]);
  });

  it("is needed for no field that says the same on both sides", () => {
    expect(form({ ...mine, title: now.title, unitIds: now.unitIds }).get("version")).toBe("4");
  });

  it("is none where what was sent cannot be read", () => {
    const sent = form(mine);
    sent.set(meanwhileField, "{");
    decideMeanwhile(sent);
    expect(sent.get("version")).toBe("1");
  });
});

describe("the mark of a state", () => {
  it("tells every change, and no other order of fields or choices", () => {
    expect(markOf(seen)).toBe(markOf({ unitIds: ["a"], place: "东街", title: "路灯" }));
    expect(markOf({ ids: ["a", "b"] })).toBe(markOf({ ids: ["b", "a"] }));
    expect(markOf(seen)).not.toBe(markOf(now));
    expect(Number.isSafeInteger(markOf(now))).toBe(true);
  });
});
