import { describe, expect, it } from "vitest";
import { countOf, groupOf, inGroups, type WorkItem } from "~/work/work";

const today = "2026-11-20";
const item = (key: string, until: string | null, waiting = false): WorkItem => ({
  key,
  what: { kind: "handle" },
  why: "lead",
  until,
  to: "/desk",
  waiting,
});

describe("my work", () => {
  it.each([
    ["2026-11-19", "overdue"],
    ["2026-11-20", "today"],
    ["2026-11-21", "week"],
    ["2026-11-27", "week"],
    ["2026-11-28", "later"],
    [null, "later"],
  ])("what is due %s stands under %s", (until, group) => {
    expect(groupOf(item("a", until), today)).toBe(group);
  });

  it("what one waits for stands apart, however late it is, and is not counted", () => {
    const items = [item("a", "2026-11-01", true), item("b", "2026-11-19"), item("c", "2026-11-26")];
    expect(groupOf(items[0]!, today)).toBe("waiting");
    expect(countOf([...items, item("d", null)], today)).toBe(2);
  });

  it("comes in the order of its dates, undated last, without empty groups", () => {
    const items = [
      item("a", null),
      item("b", "2026-11-19"),
      item("c", "2026-12-24"),
      item("d", "2026-11-02"),
    ];
    expect(
      inGroups(items, today).map(({ group, items: lines }) => [group, lines.map((one) => one.key)]),
    ).toEqual([
      ["overdue", ["d", "b"]],
      ["later", ["c", "a"]],
    ]);
  });
});
