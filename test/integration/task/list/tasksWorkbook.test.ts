import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import en from "~/i18n/en";
import { createTranslator } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import { acknowledgeTask } from "~/task/acts/acknowledgeTask.server";
import { askExtension } from "~/task/acts/askExtension.server";
import { blockTask } from "~/task/acts/blockTask.server";
import { decideExtension } from "~/task/acts/decideExtension.server";
import { allTasks } from "~/task/list/allTasks.server";
import { readTaskFilter } from "~/task/list/taskFilter";
import { tasksWorkbook } from "~/task/list/tasksWorkbook.server";
import { workbookTexts } from "~/task/list/workbookTexts.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { mustSucceed } from "../../../builders/result";
import { readXml, strays } from "../../../builders/strays";
import { dayAt, dispatchedTasks } from "../../../builders/task";
import { unzip } from "../../../builders/zip";

withDatabase();
const now = "2027-01-02T02:00:00.000Z";
const asked = "2026-12-05T02:00:00.000Z";
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  const dayId = await dayAt(district, "2026-11", "issued");
  const [number] = await dispatchedTasks(
    district,
    dayId,
    [
      { street: "east", lead: "works", due: "2026-12-10", title: "=1+1 路面破损" },
      { street: "west", lead: "water", due: "2027-02-01" },
    ],
    now,
  );
  const works = district.actors["dept-works"]!;
  await acknowledgeTask(works, { number: number! }, asked);
  await askExtension(works, { number: number!, text: "雨季", toDate: "2026-12-31" }, asked);
  const office = district.actors.office!;
  await decideExtension(office, { number: number!, decision: "granted", text: "同意" }, asked);
  await blockTask(works, { number: number!, text: "等待许可" }, now);
});

const fileOf = async (...given: Parameters<typeof tasksWorkbook>) =>
  Buffer.from(mustSucceed(await writeWorkbook([tasksWorkbook(...given)])));

async function exported(account: string, language: "zh-CN" | "en") {
  const { t } = createTranslator(language, language === "en" ? en : zhCN);
  const filter = readTaskFilter(new URLSearchParams());
  const tasks = await allTasks(district.actors[account]!, filter, now);
  return readSheet(await fileOf(tasks, workbookTexts(t, language)));
}

describe("the ledger as a file", () => {
  it("holds the rows that are shown, in the reader's words, with real dates and no formulas", async () => {
    const [head, first, second] = await exported("office", "zh-CN");
    expect(head).toEqual([
      "编号",
      "事项",
      "牵头单位",
      "属地街镇",
      "状态",
      "办理时限",
      "原定时限",
      "会议",
      "结转次数",
      "见证人",
      "备注",
    ]);
    expect(first?.slice(0, 6)).toEqual([
      "RW-2026-0001",
      "=1+1 路面破损",
      "works",
      "east",
      "已签收",
      new Date("2026-12-31T00:00:00Z"),
    ]);
    expect(first?.[6]).toEqual(new Date("2026-12-10T00:00:00Z"));
    expect(first?.slice(7)).toEqual(["2026年11月会商日", 0, null, "逾期\n受阻：等待许可"]);
    expect(second?.[6]).toBeNull();
  });

  it("holds nothing that its reader does not see, and speaks English to who reads English", async () => {
    const rows = await exported("street-west", "en");
    expect(rows.map((row) => row[0])).toEqual(["Number", "RW-2026-0002"]);
    expect(rows[1]?.slice(2, 5)).toEqual(["water", "west", "To be acknowledged"]);
  });
});

it("is well-formed whatever signs and days older tasks hold", async () => {
  const { t } = createTranslator("zh-CN", zhCN);
  const [task] = await allTasks(district.actors.office!, readTaskFilter(new URLSearchParams()), now);
  const older = { ...task!, title: strays, dueDate: "2027-02-31" };
  const bytes = await fileOf([older], workbookTexts(t, "zh-CN"));
  for (const [name, text] of unzip(bytes))
    if (name.endsWith(".xml") || name.endsWith(".rels")) expect(() => readXml(text), name).not.toThrow();
  const rows = JSON.stringify(await readSheet(bytes));
  expect(rows).toContain("甲乙");
  expect(rows).toContain("2027-02-28");
});
