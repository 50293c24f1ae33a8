import { expect, it } from "vitest";
import { compareVersions, type FrozenRow } from "~/problem/version/listVersion";

const row = (number: string, more: Partial<FrozenRow> = {}): FrozenRow => ({
  ...{ number, title: `问题${number}`, originalWording: "人行道塌了", summary: "", place: "永丰路" },
  ...{ coordination: "", question: "何时修复？", legalBasis: "", sourceNumber: "" },
  facts: {
    ...{ problemClass: "publicFacilities", source: "resident", raisedAt: "2026-11-02", communityId: null },
    ...{ seesUnitId: null, powerUnitId: null, powerLacking: "none", concernedUnitIds: ["works"] },
  },
  ...more,
});

it("tells rows that came and went, and leaves out what says the same", () => {
  const { added, removed, changed, same, reordered } = compareVersions(
    [row("1"), row("2")],
    [row("2"), row("3")],
  );
  expect([added.map((one) => one.number), removed.map((one) => one.number)]).toEqual([["3"], ["1"]]);
  expect([changed, same, reordered]).toEqual([[], 1, false]);
});

it("tells what a version says that was not asked for in the one before", () => {
  const after = row("1");
  after.facts = { ...after.facts, households: 120, wishOn: null };
  const [change, ...others] = compareVersions([row("1"), row("2")], [after, row("2")]).changed;
  expect(others).toEqual([]);
  expect(change?.fields).toEqual([{ field: "households", kind: "value", before: null, after: 120 }]);
});

it("compares words by their words, anything else as a whole", () => {
  const after = row("1", { question: "由谁修复？" });
  after.facts = { ...after.facts, concernedUnitIds: ["water", "works"] };
  const [change] = compareVersions([row("1")], [after]).changed;
  expect(change?.fields.map((one) => [one.field, one.kind])).toEqual([
    ["question", "words"],
    ["concernedUnitIds", "value"],
  ]);
  const [words] = change!.fields;
  const removed = words?.kind === "words" && words.spans.filter((span) => span.kind === "removed");
  expect(removed).toMatchObject([{ text: "何时" }]);
});

it("says when what stayed stands in another order", () => {
  const before = [row("1"), row("2"), row("3")];
  expect(compareVersions(before, [row("3"), row("1")]).reordered).toBe(true);
  expect(compareVersions(before, [row("1"), row("3")]).reordered).toBe(false);
});
