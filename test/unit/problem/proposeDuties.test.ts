import { expect, it } from "vitest";
import { type DutyCompared, proposeDuties } from "~/problem/duty/proposeDuties";

const item = (more: Partial<DutyCompared> & { id: string }): DutyCompared => ({
  list: "district",
  problemClass: "other",
  places: [],
  words: [],
  ...more,
});

const duties: DutyCompared[] = [
  item({
    id: "parks",
    list: "takenBack",
    problemClass: "greenery",
    places: ["公园", "绿道"],
    words: ["城市", "公园", "管理", "设施"],
  }),
  item({
    id: "lamps",
    problemClass: "publicFacilities",
    places: ["路灯"],
    words: ["道路", "路灯", "维护", "管理"],
  }),
  item({
    id: "bridges",
    list: "takenBack",
    problemClass: "publicFacilities",
    places: ["桥梁"],
    words: ["桥梁", "检测", "管理"],
  }),
  item({ id: "noise", problemClass: "construction", words: ["夜间", "施工", "噪声", "管理"] }),
  item({ id: "dust", problemClass: "construction", words: ["施工", "扬尘", "管理"] }),
  ...Array.from({ length: 20 }, (_, at) => item({ id: `other-${at}`, words: ["管理", `事务${at}`] })),
];

const proposed = (title: string, more: { text?: string; problemClass?: DutyCompared["problemClass"] } = {}) =>
  proposeDuties({ title, text: `${title}\n${more.text ?? ""}`, problemClass: more.problemClass }, duties);

it("finds by the words for places that an item covers, and says which they were", () => {
  expect(proposed("北门公园夜间无照明")[0]).toEqual({ id: "parks", words: ["公园"], sameClass: false });
  expect(proposed("晚上看不见", { text: "小区外的路灯坏了" })[0]).toMatchObject({
    id: "lamps",
    words: ["路灯"],
  });
});

it("puts what the title names before what only the wording does", () => {
  const ids = proposed("公园里太黑", { text: "路灯坏了" }).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(["parks", "lamps"]);
});

it("finds by the words of the matter, more of them or in the same class", () => {
  expect(proposed("工地夜间施工噪声太大").map(({ id }) => id)[0]).toBe("noise");
  expect(proposed("灰尘大", { text: "扬尘", problemClass: "construction" })).toEqual([
    { id: "dust", words: ["扬尘"], sameClass: true },
  ]);
});

it("proposes nothing by words that most items have, by the class alone, or by nothing", () => {
  expect(proposed("希望加强管理")).toEqual([]);
  expect(proposed("请看一看", { problemClass: "construction" })).toEqual([]);
  expect(proposed("")).toEqual([]);
  expect(proposeDuties({ title: "路灯", text: "路灯" }, [])).toEqual([]);
});

it("proposes three at most", () => {
  expect(proposed("公园桥梁路灯夜间施工噪声扬尘", { problemClass: "construction" })).toHaveLength(3);
});
