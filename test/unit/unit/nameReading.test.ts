import { expect, it } from "vitest";
import { personKeys, readPlace, unitKeys } from "~/unit/nameReading.server";

it.each([
  ["长白新村街道", "chang bai xin cun jie dao"],
  ["单家桥", "shan jia qiao"],
  ["仇家塘居民区", "qiu jia tang ju min qu"],
  ["解放新村", "jie fang xin cun"],
  ["六里桥", "liu li qiao"],
  ["莘庄镇", "xin zhuang zhen"],
  ["区建管委", "qu jian guan wei"],
  ["绿化局", "lv hua ju"],
])("reads the place %s as %s", (name, syllables) => {
  expect(readPlace(name).join(" ")).toBe(syllables);
});

it("gives each sign of a name one place, also where it is no character", () => {
  for (const name of ["12345热线办", "A区2号楼管委会", "滨江（一期）居民区", "𠮷祥里"])
    expect(readPlace(name)).toHaveLength([...name].length);
});

/** Sorts as the database does: byte by byte. */
const sorted = (names: string[], keyOf: (name: string) => string) =>
  names.toSorted((one, other) => Buffer.compare(Buffer.from(keyOf(one)), Buffer.from(keyOf(other))));

it("sorts people by how their surnames are read as surnames", () => {
  // shan, qiu, zeng, xie, yu chi: as words they would be dan, chou, ceng, jie, wei chi.
  const inOrder = ["陈安", "仇宁", "单岚", "王宇", "解平", "尉迟明", "曾文", "张白"];
  expect(sorted([...inOrder].reverse(), (name) => personKeys(name).sortKey)).toEqual(inOrder);
});

it("sorts units by how their places are read, without the district that they all begin with", () => {
  const district = "云川区人民政府";
  const inOrder = [
    "12345热线办",
    "安平街道",
    "长白新村街道",
    "云川区建设和管理委员会",
    "解放新村",
    "六里桥街道",
    "单家桥街道",
    "云川区水务局",
    "西安路居民区",
    "先锋居民区",
    "郑家居民区",
  ];
  expect(sorted([...inOrder].reverse(), (name) => unitKeys(name, district).sortKey)).toEqual(inOrder);
});

it("makes the initials of what is said of a name", () => {
  expect(unitKeys("云川区建设和管理委员会", "云川区人民政府").initials).toBe("jshglwyh");
  expect(unitKeys("云川区", "云川区").initials).toBe("ycq");
  expect(personKeys("尉迟明").initials).toBe("ycm");
  expect(personKeys("Ann Lee").initials).toBe("ann lee");
});
