import { describe, expect, it } from "vitest";
import { conceptsIn, hintedConcepts } from "~/likeness/concepts";
import { sharedConcepts, termsOf } from "~/likeness/terms";
import { thesaurus } from "~/likeness/thesaurus";
import { wordsToMark } from "~/problem/wordsToMark";
import { foldForSearch } from "~db/searchFold";
import { compare, countsOf } from "~db/sqlite/likenessScore";

// Words of two characters are enough for what is asked here.
const inTwos = (text: string) => text.match(/\p{Script=Han}{2}/gu) ?? [];
const termsFor = (title: string, text: string) => termsOf({ title, text }, foldForSearch, inTwos);
const alike = (one: [string, string], other: [string, string]) =>
  compare(countsOf(termsFor(...one)), countsOf(termsFor(...other)), (_, count) => count);
const conceptsOf = (text: string) =>
  conceptsIn(text).flatMap(({ word, concepts }) => concepts.map(({ name }) => `${word} ${name}`));

const night = ["夜市烧烤占道至凌晨", "弄口一溜炭火摊，划拳到后半夜。"] as [string, string];
const cart = ["流动烧烤车停靠", "渡口边有人推车卖烤串，板凳摆到步行道上。"] as [string, string];
const tap = ["自来水发黄", "早上放水浑浊，洗白衣服都染了。"] as [string, string];

describe("concepts", () => {
  it("are told by any of their words, the longest where several begin", () => {
    expect(conceptsOf("有人撸串")).toEqual(["撸串 烧烤"]);
    expect(conceptsOf("消防通道")).toContain("消防通道 消防通道");
    expect(conceptsOf("天晴")).toEqual([]);
  });

  it("are hinted at by characters that stand in the words of few others", () => {
    expect(hintedConcepts("蟑")).toContain("蟑螂");
    expect(hintedConcepts("的")).toEqual([]);
  });

  it("stand in the thesaurus with words to tell them apart by, some five hundred of them", () => {
    const lines = thesaurus.flatMap(({ concepts }) => concepts.trim().split("\n"));
    expect(lines.length).toBeGreaterThanOrEqual(500);
    expect(lines.filter((line) => line.split(" ").length < 3)).toEqual([]);
    expect(lines.filter((line) => /\s{2}|\s$|[^\p{L}\p{N} ]/u.test(line))).toEqual([]);
  });
});

describe("likeness", () => {
  it("finds the same matter in other words, and tells another one from it", () => {
    expect(alike(night, cart).likeness).toBeGreaterThan(2 * alike(night, tap).likeness);
    expect(alike(tap, ["二次供水水质差", "屋顶水箱没洗，龙头里有铁锈。"]).likeness).toBeGreaterThan(
      alike(tap, night).likeness,
    );
  });

  it("is whole of the same, and none of what shares nothing", () => {
    expect(alike(night, night).likeness).toBeCloseTo(1);
    expect(compare(countsOf("甲"), countsOf("乙"), () => 1)).toEqual({ likeness: 0, common: [] });
    expect(compare(countsOf(""), countsOf(""), () => 1).likeness).toBe(0);
  });

  it("is shown by the words with which each tells of a concept of both", () => {
    const { common } = alike(["烧烤", ""], ["烤串", ""]);
    const concepts = sharedConcepts({ one: "烧烤到半夜", other: "卖烤串的" }, common);
    expect(concepts).toEqual([{ one: "烧烤", other: "烤串" }]);
    expect(wordsToMark({ common: ["卖"], concepts })).toEqual(["烤串", "卖"]);
    expect(sharedConcepts({ one: "烧烤", other: "烧烤" }, common)).toEqual([]);
  });
});

describe("terms", () => {
  it("are tokens without signs inside, each at most three times", () => {
    const terms = termsOf(
      { title: "No. 3.5", text: "噪声".repeat(9), place: "永丰路 98 号", problemClass: "streetOrder" },
      foldForSearch,
      (text) => text.split(/\s+/),
    ).split(" ");
    for (const term of terms) expect(term).toMatch(/^[#%^@~]?[\p{L}\p{N}]+$/u);
    expect(terms.filter((term) => term === "#噪声")).toHaveLength(3);
    expect(terms).toContain("^streetorder");
  });

  it("name the class that the words tell of where none is given", () => {
    expect(termsFor("行道树枯死", "枝叶修剪").split(" ")).toContain("^greenery");
  });
});
