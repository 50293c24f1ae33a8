import { readSheet as readXlsx } from "read-excel-file/node";
import { beforeAll, expect, it } from "vitest";
import { createTranslate } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import { importList } from "~/problem/import/importList.server";
import { refusedWorkbook } from "~/problem/import/refusedWorkbook.server";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";

withDatabase();
let district: SmallDistrict;
const where = { month: "2026-12", street: "east" };
const t = createTranslate("zh-CN", zhCN);

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, where.month, "collecting");
});

const bring = (name: string, bytes: Buffer) =>
  importList(
    district.actors["street-east"]!,
    { ...where, file: { name, bytes }, choices: { wordless: "leave" } },
    someInstant,
  );

it("gives the rows that were not taken as a file with why, which can be put right and imported", async () => {
  const rows = ["名称,群众原话,地点,备注", "路灯不亮,黑。,东街,", "路灯不亮,黑。,东街,=1+1", ",,西街,甲"];
  const first = mustSucceed(await bring("a.csv", Buffer.from(rows.join("\n"))));
  const asked = { street: "east", fileId: first.fileId! };
  const bytes = Buffer.from(mustSucceed(await refusedWorkbook(district.actors["street-east"]!, asked, t)));
  const sheet = await readXlsx(bytes);
  expect(sheet).toEqual([
    ["名称", "群众原话", "地点", "备注", "原因"],
    ["路灯不亮", "黑。", "东街", "=1+1", "与第 2 行重复（“名称”列）"],
    [null, null, "西街", "甲", "“名称”列是空的，也没有原话"],
  ]);
  const again = mustSucceed(await bring("没有导入的行.xlsx", bytes));
  expect(again).toMatchObject({ rowsRead: 2, accepted: 0 });
});

it("is the street's alone", async () => {
  const first = mustSucceed(await bring("b.csv", Buffer.from("名称,原话\n井盖,响\n")));
  const asked = { street: "east", fileId: first.fileId! };
  const code = async (account: string, more = {}) =>
    refusedWorkbook(district.actors[account]!, { ...asked, ...more }, t);
  expect(await code("street-west")).toMatchObject({ refusal: { code: "notFound" } });
  expect(await code("office")).toMatchObject({ refusal: { code: "notAllowed" } });
  expect(await code("street-west", { street: "west" })).toMatchObject({ refusal: { code: "notFound" } });
});
