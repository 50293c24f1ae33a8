import { beforeAll, describe, expect, it } from "vitest";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { showList } from "~/problem/list/showList.server";
import { codeNames } from "~/rules/codeNames.server";
import { installRuleSet } from "~/rules/installRuleSet.server";
import { usualRules } from "~/rules/ruleSet";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { holdBy } from "../../builders/plan";
import { completeProblem, listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
let district: SmallDistrict;
let number: string;
const month = "2026-12";
const street = () => district.actors["street-east"]!;

/** The rules of practice in which traffic is retired and lifts are new. */
const later = {
  ...usualRules,
  lists: {
    ...usualRules.lists,
    classes: [
      ...usualRules.lists.classes.map((one) => (one.code === "traffic" ? { ...one, retired: true } : one)),
      { code: "lifts", zh: "加装电梯", en: "Lifts", source: "", retired: false, parent: "other", words: [] },
    ],
  },
};

beforeAll(async () => {
  district = await smallDistrict();
  const day = await someDay(district, month, "collecting");
  number = (await listedProblem(district, "street-east", month, { problemClass: "traffic" })).number;
  const version = { title: "二版", documentNumber: "测〔2026〕9号", rules: later };
  await holdBy(day, mustSucceed(await installRuleSet(version, someInstant)).id);
});

describe("a class that the rules of the day have retired", () => {
  it("is named and stays with what was filed under it, but is not offered", async () => {
    const view = await showList(street(), { month, street: "east" });
    expect(view!.rows.map((row) => row.problemClass)).toEqual(["traffic"]);
    const offered = view!.classes.map(({ code }) => code);
    expect([offered.includes("traffic"), offered.includes("lifts")]).toEqual([false, true]);
    const names = (await codeNames()).classes;
    expect(names.find(({ code }) => code === "traffic")).toMatchObject({ zh: "交通出行", retired: true });
  });

  it("does not keep the rest of the matter from being changed", async () => {
    const edit = { number, place: "永丰路98号", problemClass: "traffic" };
    mustSucceed(await editProblem(street(), edit, someInstant));
  });

  it("is not given to anything new, nor is one that there is not", async () => {
    for (const problemClass of ["traffic", "noSuchClass"])
      expect(
        await addProblem(street(), { ...completeProblem(district), month, problemClass }, someInstant),
      ).toMatchObject({ refusal: { code: "invalid", field: "problemClass" } });
    mustSucceed(await editProblem(street(), { number, problemClass: "lifts" }, someInstant));
    expect(await editProblem(street(), { number, problemClass: "traffic" }, someInstant)).toMatchObject({
      refusal: { code: "invalid", field: "problemClass" },
    });
  });
});
