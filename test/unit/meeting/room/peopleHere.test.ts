import { describe, expect, it } from "vitest";
import { unitsHere } from "~/meeting/room/people/peopleHere";
import { personKeys } from "~/unit/nameReading.server";

const person = (name: string, zh: string, en: string) => ({
  ...{ personId: name, name, sortKey: personKeys(name).sortKey, unit: { zh, en }, seat: 0 },
  ...{ topicId: null, field: null, writes: false },
});
const people = [
  person("丁美华", "区水务局", "Water Bureau"),
  person("单雪松", "区民政局", "Civil Affairs Bureau"),
  person("王志强", "区水务局", "Water Bureau"),
];
const shown = (typed?: string) =>
  unitsHere(people, typed).map(({ unit, people: of }) => [unit.zh, ...of.map(({ name }) => name)]);

describe("the list of those in the room", () => {
  it("is grouped by unit, the largest first", () => {
    expect(shown()).toEqual([
      ["区水务局", "丁美华", "王志强"],
      ["区民政局", "单雪松"],
    ]);
  });

  it.each([
    ["王", ["区水务局", "王志强"]],
    ["wzq", ["区水务局", "王志强"]],
    ["SHAN", ["区民政局", "单雪松"]],
    ["民政", ["区民政局", "单雪松"]],
    ["civil", ["区民政局", "单雪松"]],
  ])("finds by what is typed: %s", (typed, found) => {
    expect(shown(typed)).toEqual([found]);
  });

  it("is empty where nobody is meant", () => {
    expect(shown("xyz")).toEqual([]);
  });
});
