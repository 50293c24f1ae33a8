import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { launchBrowser, signInWindow } from "../builders/browser";
import { type BuiltServer, startInstalledServer } from "../builders/server";
import { smallTown } from "./smallTown";

// Far enough ahead that no rule about the present month is met by chance.
const year = new Date().getFullYear() + 1;

let server: BuiltServer;
let browser: Browser;
const errors: string[] = [];

beforeAll(async () => {
  server = await startInstalledServer(smallTown);
  browser = await launchBrowser();
});

// What everybody saw when it broke.
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const [at, page] of (browser?.contexts() ?? []).flatMap((context) => context.pages()).entries())
    await page.screenshot({ path: `test/browser/screenshots/twoMonths-${at}.png`, fullPage: true });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A window of somebody's own; what goes wrong in its console is collected for the end. */
async function windowOf(account: string): Promise<Page> {
  const window = await signInWindow(browser, server, account);
  window.page.setDefaultTimeout(10_000);
  window.page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${account}: ${message.text()}`);
  });
  window.page.on("pageerror", (error) => errors.push(`${account}: ${error}`));
  return window.page;
}

async function planTheYear(office: Page): Promise<void> {
  await office.goto(`/desk/plan/${year}`);
  await office.getByRole("link", { name: `编制${year}年计划` }).click();
  await office.getByRole("button", { name: "保存为草案" }).click();
  await office.getByRole("button", { name: "通过计划" }).waitFor();
  await office.getByLabel("批准文号").fill(`青会〔${year}〕2号`);
  await office.getByRole("button", { name: "通过计划" }).click();
  await office.getByText("已通过").first().waitFor();
}

/** Presses a button that asks first, gives the reason where one is asked for, and confirms. */
async function confirm(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  if (reason) await dialog.getByRole("textbox").first().fill(reason);
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Rows as a hotline exports them, with what the street adds. */
async function hotlineFile(month: string): Promise<string> {
  const header = ["留言编号", "留言主题", "留言时间", "留言详情", "涉及单位", "协调情况", "提请会商事项"];
  const rows = [
    ["A1", "北桥路中段路面塌陷", "2026/11/3 9:12", "北桥路中段塌了一个大坑，晚上骑车看不见，已经摔了人。"],
    ["A2", "北门公园夜间无照明", "2026/11/4 20:41", "北门公园的灯坏了半年，晚上散步黑漆漆的，老人不敢去。"],
  ].map((row, at) => [
    ...row,
    at === 0 ? "区建管委" : "区绿化市容局",
    "已与养护单位到场察看，未定由谁出资。",
    "由谁牵头、何时修复？",
  ]);
  const sheet = [header, ...rows].map((row) => row.map((value) => ({ type: String, value })));
  const path = join(tmpdir(), `huishang-hotline-${month}-${process.pid}.xlsx`);
  await writeXlsxFile(sheet).toFile(path);
  return path;
}

async function importFile(street: Page, month: string, slug: string): Promise<void> {
  await street.goto(`/desk/days/${month}/lists/${slug}/import`);
  await street.locator('input[type="file"]').setInputFiles(await hotlineFile(month));
  await street.getByRole("button", { name: "读取文件" }).click();
  await street.getByRole("button", { name: "看看会怎样" }).click();
  await street.getByRole("button", { name: "导入 2 行" }).click();
  await street.getByText("导入完成").waitFor();
}

async function typeProblem(street: Page, month: string, slug: string, title: string): Promise<void> {
  await street.goto(`/desk/days/${month}/lists/${slug}?add`);
  const form = street.locator("#add-problem");
  await form.getByLabel("名称").fill(title);
  await form.getByLabel("群众原话").fill(`${title}，一下雨就没法走，请尽快来看看。`);
  await form.getByLabel("协调情况").fill("已与水务部门现场察看，管线归属未定。");
  await form.getByLabel("提请会商事项").fill("由谁疏通，何时完成？");
  await form.getByLabel("区水务局").first().check();
  await form.getByRole("button", { name: "添加问题" }).click();
  await street.getByText(title).first().waitFor();
}

it("plays two months of consultation days, from the plan to the second month's look-back and the public page", async () => {
  const office = await windowOf("office");
  const street = await windowOf("street-north");
  const [first] = [`${year}-01`, `${year}-02`];
  await planTheYear(office);
  await office.goto(`/desk/days/${first}`);
  await confirm(office, "开始征集", "提前试行");
  await importFile(street, first, "north");
  await typeProblem(street, first, "north", "北门社区雨天积水");
  await confirm(street, "报送清单");
  expect(errors).toEqual([]);
});
