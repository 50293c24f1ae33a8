import { beforeAll, expect, it } from "vitest";
import { browseForm } from "~/problem/browse/browseForm";
import { browseProblems } from "~/problem/browse/browseProblems.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { listedProblem, someDay } from "../../builders/problem";

withDatabase();
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, "2026-12", "collecting");
  await listedProblem(district, "street-west", "2026-12", {
    title: "地铁Ｌ１８号线⻋站⻔口积水",
    originalWording: "⼤⾬天 12345 打了３次。",
  });
});

it.each(["l18", "Ｌ１８", "车站", "⻋站", "门口", "⻔⼝", "大雨", "3次", "３次", "１２３４５"])(
  "finds a word in whatever form it was written, also as %s",
  async (q) => {
    const found = await browseProblems(district.actors["street-west"]!, browseForm.parse({ q }));
    expect(found.rows).toHaveLength(1);
  },
);

it("does not take one word for another", async () => {
  const found = await browseProblems(district.actors["street-west"]!, browseForm.parse({ q: "车库" }));
  expect(found.rows).toEqual([]);
});
