import { expect, it } from "vitest";
import { readCell, textOf } from "~/problem/list/gridCells";
import { nameTyped, unitsMeant, withUnit } from "~/problem/list/unitTyping";

const unit = (id: string, zh: string, shortZh: string, en: string, name: string[], short: string[]) => ({
  ...{ id, name: { zh, en }, shortZh, read: { name, short, lead: 3 } },
});
const choices = [
  unit(
    "water",
    "云川区水务局",
    "区水务局",
    "Water Bureau",
    "yun chuan qu shui wu ju".split(" "),
    "qu shui wu ju".split(" "),
  ),
  unit(
    "works",
    "云川区建设局",
    "区建设局",
    "Works Bureau",
    "yun chuan qu jian she ju".split(" "),
    "qu jian she ju".split(" "),
  ),
];
const wording = {
  className: (code: string) => code,
  classes: [],
  choices,
  today: "2026-12-01",
  units: choices.map(({ id, name, shortZh }) => ({ id, label: shortZh, names: [name.zh, name.en, shortZh] })),
};
const meant = (text: string) => unitsMeant(choices, text).map(({ unit }) => unit.id);

it("finds what the last of several names may mean, by initials too, and nothing where it is whole", () => {
  expect(nameTyped("区水务局、js")).toBe("js");
  expect(meant("区水务局、js")).toEqual(["works"]);
  expect(meant("shui")).toEqual(["water"]);
  expect(meant("区水务局")).toEqual([]);
  expect(meant("区水务局、")).toEqual([]);
});

it("puts the whole name in place of what was typed of it", () => {
  expect(withUnit("区水务局、js", "区建设局")).toBe("区水务局、区建设局");
  expect(withUnit("js", "区建设局")).toBe("区建设局");
});

it("reads one unit where there can be one, several where there can be several", () => {
  expect(readCell("powerUnitId", "区水务局", wording)).toEqual({ value: "water" });
  expect(readCell("powerUnitId", "", wording)).toEqual({ value: "" });
  expect(readCell("powerUnitId", "区水务局、区建设局", wording)).toHaveProperty("misread");
  expect(readCell("concernedUnitIds", "区水务局、Works Bureau", wording)).toEqual({
    value: ["water", "works"],
  });
  expect(textOf("powerUnitId", "works", wording)).toBe("区建设局");
  expect(textOf("powerUnitId", "", wording)).toBe("");
});

it("reads a number of households and a day to come as people type them, and says of what is neither that it is not", () => {
  expect(readCell("households", "约 1,200 户", wording)).toEqual({ value: "1200" });
  expect(readCell("households", "", wording)).toEqual({ value: "" });
  expect(readCell("households", "整栋楼", wording)).toHaveProperty(
    "misread.key",
    "problem.grid.noHouseholds",
  );
  expect(readCell("wishOn", "1月20日", wording)).toEqual({ value: "2027-01-20" });
  expect(readCell("wishOn", "2026/12/20", wording)).toEqual({ value: "2026-12-20" });
  expect(readCell("wishOn", "尽快", wording)).toHaveProperty("misread.key", "problem.grid.noDay");
  expect(readCell("wishOn", "2026-11-30", wording)).toHaveProperty("misread.key", "problem.grid.wishPassed");
  expect(textOf("households", "120", wording)).toBe("120");
});
