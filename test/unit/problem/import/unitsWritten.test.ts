import { expect, it } from "vitest";
import { unitFinder, unitsNamed } from "~/problem/import/unitsWritten";

const unit = (shortZh: string, zh: string, en: string) => ({ id: shortZh, names: [zh, shortZh, en] });

const units = [
  unit("区规划资源局", "云川区规划和自然资源局", "Planning and Natural Resources Bureau"),
  unit("区建管委", "云川区建设和管理委员会", "Construction and Management Commission"),
  unit("区绿化市容局", "云川区绿化和市容管理局", "Greening and City Appearance Bureau"),
  unit("区市场监管局", "云川区市场监督管理局", "Market Supervision Bureau"),
  unit("区城管执法局", "云川区城市管理行政执法局", "Urban Management Bureau"),
  unit("区公安分局", "云川区公安分局", "Public Security Branch"),
  unit("区交警支队", "云川区公安分局交通警察支队", "Traffic Police"),
  unit("区消防救援大队", "云川区消防救援大队", "Fire and Rescue Brigade"),
  unit("云川供电", "云川供电公司", "Yunchuan Power"),
  unit("云川市政养护", "云川市政养护有限公司", "Yunchuan City Works"),
  unit("五角场", "五角场街道", "Wujiaochang Subdistrict"),
  unit("柳桥", "柳桥街道", "Liuqiao Subdistrict"),
];
const find = unitFinder(units);

it.each([
  ["区建管委", "区建管委"],
  ["建管委", "区建管委"],
  ["建设和管理委员会", "区建管委"],
  ["规资局", "区规划资源局"],
  ["绿化市容", "区绿化市容局"],
  ["市监", "区市场监管局"],
  ["市场监管局", "区市场监管局"],
  ["城管", "区城管执法局"],
  ["公安", "区公安分局"],
  ["交警", "区交警支队"],
  ["公安交警", "区交警支队"],
  ["消防", "区消防救援大队"],
  ["供电公司", "云川供电"],
  ["市政养护公司", "云川市政养护"],
  ["五角场街道", "五角场"],
  ["traffic police", "区交警支队"],
])("reads %s, as a clerk writes it, as %s", (written, wanted) => {
  expect(find(written)).toBe(wanted);
});

it("takes nothing for a unit that could be another one or none", () => {
  for (const written of ["街道", "云川", "区", "局", "公司", "物业", "大队", "城管中队", "police", "某某局"])
    expect(find(written), written).toBeUndefined();
});

it("reads several units in a cell, however they are put together", () => {
  const read = (cell: string) => unitsNamed(cell, find);
  expect(read("建管委、城管执法局等部门")).toEqual({ ids: ["区建管委", "区城管执法局"], unknown: [] });
  expect(read("城管和市监")).toEqual({ ids: ["区城管执法局", "区市场监管局"], unknown: [] });
  expect(read("消防 交警")).toEqual({ ids: ["区消防救援大队", "区交警支队"], unknown: [] });
  expect(read("绿化和市容管理局（牵头）")).toEqual({ ids: ["区绿化市容局"], unknown: [] });
  expect(read("Traffic Police; Public Security Branch").ids).toEqual(["区交警支队", "区公安分局"]);
  expect(read("城管、城管执法局").ids).toEqual(["区城管执法局"]);
  expect(read("城管和某某局")).toEqual({ ids: [], unknown: ["城管和某某局"] });
  expect(read(" ")).toEqual({ ids: [], unknown: [] });
});
