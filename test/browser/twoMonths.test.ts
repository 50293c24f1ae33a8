import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { launchBrowser, signInWindow, typeUnit } from "../builders/browser";
import { lookThrough } from "../builders/lookThrough";
import { untilSaved } from "../builders/room";
import { type BuiltServer, startInstalledServer } from "../builders/server";
import { fillSlip } from "../builders/slip";
import { smallTown } from "./smallTown";

// Far enough ahead that no rule about the present month is met by chance.
const year = new Date().getFullYear() + 1;

let server: BuiltServer;
/** The window of the leader who chairs both days, and approves what departs from the plan. */
let chair: Page;
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
  await office.getByRole("button", { name: "通过计划" }).waitFor({ state: "detached" });
  await office.getByText("已通过").first().waitFor();
}

/** Presses a button that asks first, and confirms. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

/**
 * Presses a button that departs from the plan on most days on which this runs: the chair is asked, approves, and it is
 * pressed again.
 */
async function confirmApproved(page: Page, name: string, reason: string): Promise<void> {
  const address = page.url();
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const approver = dialog.getByLabel("批准人");
  if ((await approver.count()) === 0) {
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    return;
  }
  await dialog.getByLabel("理由").fill(reason);
  await approver.selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "请示批准" }).click();
  await dialog.waitFor({ state: "hidden" });
  const asked = chair
    .locator("li, tr", { hasText: "批准或不同意例外请示" })
    .getByRole("link", { name: "答复" });
  // The dialog closes before the request is kept.
  const waiting = async () => {
    await chair.goto("/desk");
    return asked.count();
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
  await asked.first().click();
  await chair.getByLabel("批准", { exact: true }).check();
  await chair.getByRole("button", { name: "提交答复" }).click();
  await chair.getByText("已批准").first().waitFor();
  await page.goto(address);
  await confirm(page, name);
}

/** Rows as a hotline exports them, with what the street adds. */
async function hotlineFile(month: string): Promise<string> {
  const header = [
    "留言编号",
    "留言主题",
    "留言时间",
    "留言详情",
    "涉及单位",
    "主管单位",
    "协调情况",
    "提请会商事项",
  ];
  const rows = [
    ["A1", "北桥路中段路面塌陷", "2026/11/3 9:12", "北桥路中段塌了一个大坑，晚上骑车看不见，已经摔了人。"],
    ["A2", "北门公园夜间无照明", "2026/11/4 20:41", "北门公园的灯坏了半年，晚上散步黑漆漆的，老人不敢去。"],
  ].map((row, at) => [
    ...row,
    ...(at === 0 ? ["区建管委", "区建管委"] : ["区绿化市容局", "区绿化市容局"]),
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
  await street.getByRole("button", { name: "预览导入结果" }).click();
  await street.getByRole("button", { name: "导入 2 行" }).click();
  await street.getByText("导入完成").waitFor();
}

/** Types a unit by its pinyin and takes the first that is shown. */
async function typeProblem(street: Page, month: string, slug: string, title: string): Promise<void> {
  await street.goto(`/desk/days/${month}/lists/${slug}?add`);
  const form = street.locator("#add-problem");
  await form.getByLabel("名称").fill(title);
  await form.getByLabel("群众原话").fill(`${title}，一下雨就没法走，请尽快来看看。`);
  await form.getByLabel("类别").selectOption({ label: "公共设施" });
  await form.getByLabel("协调情况").fill("已与水务部门现场察看，管线归属未定。");
  await form.getByLabel("提请会商事项").fill("由谁疏通，何时完成？");
  await typeUnit(form.getByRole("combobox", { name: "涉及单位" }), "swj", "区水务局");
  await form.getByRole("button", { name: "移除区水务局" }).waitFor();
  await typeUnit(form.getByRole("combobox", { name: "主管单位" }), "shuiwu", "区水务局");
  await form.getByRole("button", { name: "添加问题" }).click();
  await street.getByText(title).first().waitFor();
}

/** The window opens, the street sends its list (a file in the first month, typing in both), the window closes. */
async function collect(
  office: Page,
  street: Page,
  list: { month: string; slug: string; typed: string },
): Promise<void> {
  const { month, slug, typed } = list;
  await office.goto(`/desk/days/${month}`);
  await confirmApproved(office, "现在开始征集", "提前试行");
  await office.getByText("报送问题清单").first().waitFor();
  if (month === first) await importFile(street, month, slug);
  await typeProblem(street, month, slug, typed);
  await confirm(street, "报送清单");
  await street.getByText("接收清单，或退回补正").first().waitFor();
  await office.goto(`/desk/days/${month}`);
  await confirmApproved(office, "现在截止征集", "各街镇已报送");
  await office.getByText("逐项决定是否列入").first().waitFor();
}

/** The department writes in the same record at the same time; each sees the other's words. */
async function writeTogether(office: Page, works: Page, title: string): Promise<void> {
  await works.goto(`/desk/days/${first}/room`);
  await untilSaved(works);
  for (const page of [works, office]) {
    await page.locator(".agenda-open", { hasText: title }).press("Enter");
    await page.locator(".pane-head", { hasText: title }).waitFor();
  }
  await works.locator(".ProseMirror").click();
  await works.keyboard.type("区建管委：可借用养护车辆。");
  await office.locator(".ProseMirror").getByText("区建管委：可借用养护车辆。").waitFor();
  await works.getByText("已保存").first().waitFor();
}

/** A resident without account and without script finds the day, the street and the matter. */
async function residentReads(): Promise<void> {
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: "zh-CN",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto("/");
  await page.goto(`/days/${first}`);
  await page.getByText("北门公园的灯由区绿化市容局修好。").first().waitFor();
  expect(await page.content()).not.toContain("<script");
  await page.goto("/streets/north");
  await page.getByRole("link", { name: lamps }).first().click();
  await page.getByText("区绿化市容局一楼窗口").first().waitFor();
  expect(await page.content()).not.toContain("线路情况");
  await context.close();
}

/** The office admits what is to be discussed and refuses the rest with a reason. */
async function screen(office: Page, month: string, admitted: string[], refused: string[]): Promise<void> {
  await office.goto(`/desk/days/${month}/screening`);
  for (const title of admitted) {
    await office.getByRole("link", { name: title }).first().click();
    await office.getByRole("heading", { level: 2, name: title }).waitFor();
    await office.getByRole("button", { name: "列入议程" }).click();
    await office
      .locator("section", { hasText: /^列入议程/ })
      .getByRole("link", { name: title })
      .waitFor();
  }
  for (const title of refused) {
    await office.getByRole("link", { name: title }).first().click();
    await office.getByRole("heading", { level: 2, name: title }).waitFor();
    await office.keyboard.press("r");
    const form = office.locator("#decide-refused");
    await form.getByLabel("主管单位可自行解决").check();
    await form.getByLabel("理由").fill("请区水务局按职责直接疏通，十日内答复居民。");
    await form.getByRole("button", { name: "不予列入" }).click();
    await office
      .locator("section", { hasText: /^不予列入/ })
      .getByRole("link", { name: title })
      .waitFor();
  }
}

async function prepareAndOpen(office: Page, month: string): Promise<void> {
  await office.goto(`/desk/days/${month}/agenda`);
  await office.getByRole("button", { name: "开始编排议程" }).click();
  await office.getByRole("button", { name: "通知选中的单位" }).click();
  await office.getByText("已通知").first().waitFor();
  await office.getByRole("button", { name: "送主持人审定" }).click();
  await office.getByText("已送审，待审定").waitFor();
  await chair.goto(`/desk/days/${month}/agenda`);
  await chair.getByRole("button", { name: "同意，审定议程" }).click();
  await chair.getByText("已审定", { exact: true }).waitFor();
  await office.reload();
  await confirm(office, "印发议程");
  await office.getByText("已印发：").waitFor();
  await confirmApproved(office, "宣布会议开始", "提前试行");
  await office.waitForURL(`**/${month}/rollcall`);
}

/** Calls the roll: everybody who was invited is there. */
async function callTheRoll(office: Page, month: string): Promise<void> {
  await office.goto(`/desk/days/${month}/rollcall`);
  const present = office.getByRole("button", { name: /^出席/ });
  await present.first().waitFor();
  for (let at = 0; at < (await present.count()); at++) {
    if ((await present.nth(at).getAttribute("aria-pressed")) === "true") continue;
    await present.nth(at).click();
    await office.locator(`button[value="present"][aria-pressed="true"]`).nth(at).waitFor();
  }
}

/** What is resolved on one topic. */
interface Decision {
  title: string;
  notes: string;
  text: string;
  residentText: string;
  lead: string;
  due: string;
}

/** The office writes the record and the resolution of a topic, and enters its outcome. */
async function decide(office: Page, decision: Decision): Promise<void> {
  await untilSaved(office);
  await office.locator(".agenda-open", { hasText: decision.title }).press("Enter");
  await office.locator(".pane-head", { hasText: decision.title }).waitFor();
  const editor = office.locator(".ProseMirror");
  await editor.click();
  await office.keyboard.type(decision.notes);
  await fillSlip(office, {
    ...decision,
    lead: [decision.lead, decision.lead],
    measure: "现场查看，问题不再出现。",
    evidence: "前后照片",
  });
  await office.getByRole("radio", { name: "通过", exact: true }).check();
  await office.getByRole("button", { name: "登记审议结果" }).click();
  await office.locator(".outcome-entered").waitFor();
}

async function closeAndIssue(office: Page, month: string): Promise<void> {
  await office.goto(`/desk/days/${month}/minutes`);
  await confirm(office, "宣布会议结束");
  await confirm(office, "签发纪要");
  await office.getByRole("link", { name: "下载 Word 文件" }).waitFor();
}

/** One act on a task, with its words. */
async function act(
  page: Page,
  number: string,
  name: string,
  form: string,
  text: string,
  evidence?: string,
): Promise<void> {
  await page.goto(`/desk/tasks/${number}`);
  const button = page.locator(`form#${form}`).getByRole("button", { name, exact: true });
  if (!(await button.isVisible())) await page.locator("summary", { hasText: name }).click();
  await page.locator(`#${form}-text`).fill(text);
  if (evidence) await page.locator(`#${form}-evidence`).fill(evidence);
  await button.click();
  await page.locator(".timeline").getByText(text).waitFor();
}

/** The number of the task that came of a topic. */
async function taskOf(page: Page, title: string): Promise<string> {
  await page.goto("/desk/tasks");
  const row = page.getByRole("row", { name: title });
  return (await row.getByRole("link").first().textContent()) ?? "";
}

const [first, second] = [`${year}-01`, `${year}-02`] as const;
const road = "北桥路中段路面塌陷";
const lamps = "北门公园夜间无照明";

it("plays two months of consultation days, from the plan to the second month's look-back and the public page", async () => {
  const [office, street, works] = [
    await windowOf("office"),
    await windowOf("street-north"),
    await windowOf("dept-works"),
  ];
  chair = await windowOf("leader");
  await planTheYear(office);

  // The first month, from the street's list to the issued minutes.
  await collect(office, street, { month: first, slug: "north", typed: "北门社区雨天积水" });
  await screen(office, first, [road, lamps], ["北门社区雨天积水"]);
  await prepareAndOpen(office, first);
  await callTheRoll(office, first);
  await office.goto(`/desk/days/${first}/room`);
  await decide(office, {
    title: road,
    notes: "区建管委表示可以列入应急维修。",
    text: "由区建管委牵头修复北桥路中段路面。",
    residentText: "北桥路的坑由区建管委修好。",
    lead: "区建管委",
    due: `${year}-03-20`,
  });
  await writeTogether(office, works, lamps);
  await decide(office, {
    title: lamps,
    notes: "区绿化市容局说明了线路情况。",
    text: "由区绿化市容局牵头恢复北门公园照明。",
    residentText: "北门公园的灯由区绿化市容局修好。",
    lead: "区绿化市容局",
    due: `${year}-03-10`,
  });
  await closeAndIssue(office, first);

  // The department does it, the street looks, the office strikes it off. The other task stays open.
  const number = await taskOf(office, road);
  await act(works, number, "签收任务", "acknowledge", "已收到，安排养护队");
  await act(works, number, "报办结", "claimHandled", "路面已修复，标线已补", "前后照片两张");
  await act(street, number, "核查属实", "verifySolved", "到场看过，路面平整");
  await act(office, number, "销号", "strikeOff", "予以销号");

  // The second month opens with what is left of the first.
  const south = await windowOf("street-south");
  await collect(office, south, { month: second, slug: "south", typed: "南塘河边栏杆缺失" });
  await screen(office, second, ["南塘河边栏杆缺失"], []);
  await prepareAndOpen(office, second);
  await callTheRoll(office, second);
  await office.goto(`/desk/days/${second}/room`);
  await office.locator(".agenda-open", { hasText: "南塘河边栏杆缺失" }).click();
  await office.getByText("上次的任务还有 1 项没有说明，说明完才能登记审议结果。").waitFor();
  await chair.goto(`/desk/days/${second}/look-back`);
  await chair.getByText(lamps).first().waitFor();
  expect(await chair.getByText(road).count()).toBe(0);
  await chair.locator(".look-back-form textarea").fill("灯杆已到货，三月初安装。");
  await chair.locator(".statement", { hasText: "按期推进" }).click();
  await chair.getByRole("button", { name: "记下" }).click();
  await chair.getByText("未办结任务已逐项说明，可以进入新议题。").waitFor();
  await office.goto(`/desk/days/${second}/room`);
  await decide(office, {
    title: "南塘河边栏杆缺失",
    notes: "区水务局当场认领。",
    text: "由区水务局牵头补装南塘河边栏杆。",
    residentText: "南塘河边的栏杆由区水务局补上。",
    lead: "区水务局",
    due: `${year}-04-20`,
  });
  await closeAndIssue(office, second);

  await lookThrough(office, first);
  await residentReads();
  expect(server.command("audit:verify")).toMatchObject({
    code: 0,
    output: expect.stringContaining('"faults":[]'),
  });
  expect(errors).toEqual([]);
});
