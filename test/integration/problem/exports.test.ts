import { readSheet } from "read-excel-file/node";
import { beforeAll, expect, it } from "vitest";
import en from "~/i18n/en";
import { createTranslator } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import { browseProblems, everyProblem } from "~/problem/browse/browseProblems.server";
import { listsColumns } from "~/problem/browse/listsColumns";
import { problemColumns } from "~/problem/browse/problemColumns";
import { fillList } from "~/problem/list/fillList.server";
import { listColumns } from "~/problem/list/listColumns";
import { showList } from "~/problem/list/showList.server";
import { showLists } from "~/problem/list/showLists.server";
import { submitList } from "~/problem/list/submitList.server";
import { classNamer } from "~/rules/codeNames.server";
import { type TextColumn, tableSheet } from "~/workbook/tableSheet";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { completeProblem, listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
const month = "2026-12";
const long = "永丰路的路灯坏了。".repeat(80);
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
  const rows = Array.from({ length: 55 }, (_, at) => ({ title: `第${at + 1}件`, originalWording: long }));
  mustSucceed(await fillList(district.actors["street-east"]!, { month, rows }, someInstant));
  await listedProblem(district, "street-west", month, completeProblem(district, { title: "=1+1" }));
  mustSucceed(await submitList(district.actors["street-west"]!, { month }, someInstant));
});

const words = (language: "zh-CN" | "en") => createTranslator(language, language === "en" ? en : zhCN).t;

/** What a list's file says, cell by cell; an empty cell is "". */
async function file<Row>(columns: TextColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>) {
  const bytes = mustSucceed(await writeWorkbook([tableSheet("清单: 全部/待办", columns, rows)]));
  const read = await readSheet(Buffer.from(bytes));
  return read.map((row) => row.map((cell) => cell ?? ""));
}

it("writes all pages of the list of problems, in the order of the page and with its filters", async () => {
  const actor = district.actors["street-east"]!;
  const asked = { street: "east", problemClass: "other" as const };
  const [head, ...rows] = await file(
    problemColumns(words("zh-CN"), "zh-CN", await classNamer("zh-CN")),
    everyProblem(actor, asked),
  );
  expect(head).toEqual(["编号", "名称", "街镇", "类别", "地点", "会商日", "状态", "反映日期"]);
  expect(rows).toHaveLength(55);
  const page = await browseProblems(actor, asked);
  expect(rows.slice(0, page.rows.length).map((row) => row[0])).toEqual(page.rows.map((row) => row.number));
  expect(new Set(rows.map((row) => row[0])).size).toBe(55);
  const none = everyProblem(actor, { ...asked, problemClass: "traffic" });
  expect(await file(problemColumns(words("en"), "en", await classNamer("en")), none)).toHaveLength(1);
});

it("writes nobody what they may not see", async () => {
  const columns = problemColumns(words("en"), "en", await classNamer("en"));
  const seen = async (account: string) =>
    (await file(columns, everyProblem(district.actors[account]!, {}))).slice(1).map((row) => row[1]);
  expect(await seen("office")).toEqual(["=1+1"]);
  expect(await seen("admin")).toEqual([]);
});

it("writes a street's list as its table shows it, with all the words", async () => {
  const view = (await showList(district.actors["street-east"]!, { month, street: "east", whole: true }))!;
  const [head, first] = await file(
    listColumns(view, words("zh-CN"), "zh-CN", await classNamer("zh-CN")),
    view.rows,
  );
  expect(head!.join(" ")).toBe(
    "编号 来自 名称 群众原话 类别 地点 涉及单位 协调情况 提请会商事项 主管单位 发现单位 影响户数 期望办结日期 尚缺",
  );
  expect(first![2]).toBe("第1件");
  expect(first![3]).toBe(long);
  const shown = (await showList(district.actors["street-east"]!, { month, street: "east" }))!;
  expect(view.rows.map((row) => row.number)).toEqual(shown.rows.map((row) => row.number));
});

it("writes where every street stands, without counts of what was not sent", async () => {
  const view = (await showLists(district.actors.office!, month))!;
  const [, ...rows] = await file(listsColumns(words("zh-CN"), "zh-CN"), view.lists);
  expect(rows.map((row) => row.slice(1, 3))).toEqual(
    view.lists.map((list) => (list.street.slug === "west" ? ["已报送", 1] : ["未报送", ""])),
  );
});
