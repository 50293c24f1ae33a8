import { expect, it } from "vitest";
import { readPlace } from "~/unit/nameReading.server";
import { matchUnits, type UnitChoice, unitCalled } from "~/unit/typing/unitMatch";

const district = "云川区";

function unit(shortZh: string, zh: string, en: string): UnitChoice {
  const lead = zh.startsWith(district) ? district.length : 0;
  return {
    id: shortZh,
    shortZh,
    name: { zh, en },
    read: { name: readPlace(zh), short: readPlace(shortZh), lead },
  };
}

const units = [
  unit("区规划资源局", "云川区规划和自然资源局", "Planning and Natural Resources Bureau"),
  unit("区建管委", "云川区建设和管理委员会", "Construction and Management Commission"),
  unit("区绿化市容局", "云川区绿化和市容管理局", "Greening and City Appearance Bureau"),
  unit("区卫健委", "云川区卫生健康委员会", "Health Commission"),
  unit("长白新村", "长白新村街道", "Changbai Subdistrict"),
  unit("五角场", "五角场街道", "Wujiaochang Subdistrict"),
  unit("12345热线办", "云川区12345热线工作办公室", "Hotline Office"),
];

const found = (typed: string) => matchUnits(units, typed).map(({ unit }) => unit.id);

it.each([
  ["区建管委", "区建管委"],
  ["建管", "区建管委"],
  ["云川区建设和管理委员会", "区建管委"],
  ["建设", "区建管委"],
  ["建委", "区建管委"],
  ["建设委", "区建管委"],
  ["jsw", "区建管委"],
  ["jgw", "区建管委"],
  ["qjgw", "区建管委"],
  ["jianguan", "区建管委"],
  ["jian guan", "区建管委"],
  ["j'g'w", "区建管委"],
  ["JGW", "区建管委"],
  ["ＪＧＷ", "区建管委"],
  ["建gw", "区建管委"],
  ["lvhua", "区绿化市容局"],
  ["lhsrj", "区绿化市容局"],
  ["wjw", "区卫健委"],
  ["changbai", "长白新村"],
  ["cbxc", "长白新村"],
  ["wujiaoc", "五角场"],
  ["12345", "12345热线办"],
  ["12345rx", "12345热线办"],
  ["greening", "区绿化市容局"],
  ["city app", "区绿化市容局"],
])("finds by %s first %s", (typed, wanted) => {
  expect(found(typed)[0]).toBe(wanted);
});

it("finds nothing where no name is written or read so", () => {
  for (const typed of ["zhangbai", "zb", "财政局", "jswq", "cbq"])
    expect(found(typed)).not.toContain("长白新村");
  expect(found("财政")).toEqual([]);
});

it("shows all while nothing is typed, those that are likely first with their reasons", () => {
  const proposed = [{ id: "区卫健委", reason: "职责清单第3项" }];
  const all = matchUnits(units, " ", proposed);
  expect(all).toHaveLength(units.length);
  expect(all[0]).toEqual({ unit: units[3], reason: "职责清单第3项" });
  expect(all.slice(1).every(({ reason }) => reason === undefined)).toBe(true);
});

it("puts a likely unit before others that are found as well, never before one that is meant more closely", () => {
  const likely = (id: string) => matchUnits(units, "区", [{ id, reason: "" }]).map(({ unit }) => unit.id);
  expect(likely("区卫健委")[0]).toBe("区卫健委");
  expect(matchUnits(units, "区建管委", [{ id: "区卫健委", reason: "" }])[0]!.unit.id).toBe("区建管委");
});

it("keeps its answer short for words of any length", () => {
  expect(found("a".repeat(100_000))).toEqual([]);
});

it("knows a unit that was typed whole", () => {
  expect(unitCalled(units, " 区建管委 ")?.id).toBe("区建管委");
  expect(unitCalled(units, "health commission")?.id).toBe("区卫健委");
  expect(unitCalled(units, "建管")).toBeUndefined();
});
