import { beforeAll, expect, it } from "vitest";
import { appointNewcomer } from "~/unit/appointNewcomer.server";
import { addPost } from "~/unit/post/addPost.server";
import { showAccounts } from "~/unit/showAccounts.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { mustSucceed } from "../../builders/result";

withDatabase();

const now = "2026-11-10T02:00:00.000Z";
let district: SmallDistrict;
const by = (account: string) => district.actors[account]!;

beforeAll(async () => {
  district = await smallDistrict();
  const newcomers = [
    ["单雪松", "xuesong", "works"],
    ["曾建军", "jianjun", "water"],
  ] as const;
  for (const [name, account, unit] of newcomers) {
    const post = { unit, role: "department" as const, titleZh: "第二经办人", titleEn: "Second officer" };
    const { postId } = mustSucceed(await addPost(by("admin"), post, now));
    mustSucceed(await appointNewcomer(by("admin"), { postId, name, account, fromDay: "2026-11-10" }, now));
  }
});

const found = async (words: string, edge: object = {}) =>
  mustSucceed(await showAccounts(by("admin"), { words, ...edge }, now)).accounts.map(
    ({ account }) => account,
  );

it("finds an account by what stands on the page or how a name is read", async () => {
  for (const words of ["雪松", "sxs", "shan", "xuesong"])
    expect([words, await found(words)]).toEqual([words, ["xuesong"]]);
  expect(await found("water单位")).toEqual(["dept-water", "jianjun"]);
  for (const words of ["dan", "查无此人"]) expect([words, await found(words)]).toEqual([words, []]);
});

it("is paged as the whole list is, and is the administrator's alone", async () => {
  expect(await found("单位", { from: "dept-water" })).not.toContain("dept-water");
  expect(await showAccounts(by("office"), { words: "雪松" }, now)).toMatchObject({
    refusal: { code: "notFound" },
  });
});
