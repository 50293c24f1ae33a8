import { expect, it } from "vitest";
import { readPlace } from "~/unit/nameReading.server";

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
