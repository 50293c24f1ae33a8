import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { addMonths, dayOf, monthOf } from "~/calendar/day";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();

const list = `/desk/days/${addMonths(monthOf(dayOf(new Date().toISOString())), 1)}/lists/wjc`;
const wording = "楼下路灯三个月不亮，老人晚上不敢出门。";

/** Opens the drawer for a new problem as a street and fills in what is needed. */
async function typeProblem(title: string) {
  const window = await signInWindow(demo.browser, demo.server, "street-wjc");
  const { page, context } = window;
  context.setDefaultTimeout(10_000);
  await page.goto(`${list}?add`);
  await page.locator("#add-problem-title").fill(title);
  await page.locator("#add-problem-originalWording").fill(wording);
  await page.locator("#add-problem-problemClass").selectOption({ index: 1 });
  return { ...window, title };
}

const addButton = (page: Page) => page.locator('#add-problem button[value="add"]');
const press = (page: Page) => addButton(page).click();
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: "尚未保存" });

async function expectKept(page: Page, title: string) {
  expect(await page.locator("#add-problem-title").inputValue()).toBe(title);
  expect(await page.locator("#add-problem-originalWording").inputValue()).toBe(wording);
}

/** How often a problem of this title stands on the street's list. */
async function listedTimes(page: Page, title: string): Promise<number> {
  await page.goto(list);
  return page.locator("main tbody tr", { hasText: title }).count();
}

async function sendAgain(page: Page) {
  await notice(page).getByRole("button", { name: "重新提交" }).click();
  await page.waitForURL(`**${list}`);
}

const posts = (address: URL) => address.pathname.endsWith(".data");

it.each([
  ["the network fails", 0, "连不上服务器"],
  ["a proxy does not reach the server", 502, "服务器出错"],
  ["a proxy finds it too large", 413, "内容太多"],
])("keeps what was typed when %s, and sends it again", async (what, status, sentence) => {
  const { page, context, title } = await typeProblem(`路灯不亮 ${what}`);
  await page.route(posts, (route) =>
    route.request().method() !== "POST"
      ? route.continue()
      : status === 0
        ? route.abort("connectionfailed")
        : route.fulfill({ status, contentType: "text/html", body: "<h1>Bad Gateway</h1>" }),
  );
  await press(page);
  await notice(page).getByText(sentence).waitFor();
  await expectKept(page, title);
  await page.unroute(posts);
  await sendAgain(page);
  expect(await listedTimes(page, title)).toBe(1);
  await context.close();
});

it("keeps what was typed when the sign-in has ended, until it is sent by whoever signed in again", async () => {
  const { page, context, title } = await typeProblem("窨井盖松动");
  await context.clearCookies();
  await press(page);
  await notice(page).getByText("登录已失效").waitFor();
  await expectKept(page, title);
  const opened = context.waitForEvent("page");
  await notice(page).getByRole("link", { name: "在新窗口登录" }).click();
  const other = await opened;
  await other.locator('input[name="account"]').fill("street-wjc");
  await other.locator('input[name="password"]').fill(demo.server.password);
  await other.locator('main button[type="submit"]').click();
  await other.waitForURL("**/desk");
  await sendAgain(page);
  expect(await listedTimes(page, title)).toBe(1);
  await context.close();
});

it("sends what stands in the form by then, not what stood there before", async () => {
  const { page, context, title } = await typeProblem("垃圾箱房异味");
  await page.route(posts, (route) =>
    route.request().method() === "POST" ? route.abort("connectionfailed") : route.continue(),
  );
  await press(page);
  await notice(page).waitFor();
  await page.locator("#add-problem-title").fill(`${title}扰民`);
  await page.unroute(posts);
  await sendAgain(page);
  expect(await listedTimes(page, `${title}扰民`)).toBe(1);
  await context.close();
});

it("makes one of two presses, also when the answer to the first is lost", async () => {
  const { page, context, title } = await typeProblem("飞线充电");
  let lost = 0;
  await page.route(posts, async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.continue();
    lost += 1;
    // It is done, and nobody hears of it.
    await route.fetch();
    await route.abort("connectionreset");
  });
  await press(page);
  await notice(page).waitFor();
  await press(page);
  await page.waitForURL(`**${list}`);
  expect(await listedTimes(page, title)).toBe(1);
  await context.close();
});

it("makes one of a double press", async () => {
  const { page, context, title } = await typeProblem("楼道堆物");
  await addButton(page).dblclick();
  await page.waitForURL(`**${list}`);
  expect(await listedTimes(page, title)).toBe(1);
  await context.close();
});

it("says in a sentence that ten megabytes are too much, and keeps them", async () => {
  const { page, context } = await typeProblem("很长的问题");
  await page.locator("#add-problem-summary").evaluate((field) => {
    (field as HTMLTextAreaElement).value = "长".repeat(10_000_000 / 3);
  });
  await page.evaluate(() => {
    for (const form of document.querySelectorAll("form")) form.noValidate = true;
  });
  await press(page);
  await page.getByRole("alert").first().waitFor();
  expect(await page.locator("#add-problem-summary").inputValue()).toHaveLength(3_333_333);
  await context.close();
});

/** Something that others wait for. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const rowsOf = (page: Page) => page.locator(".list-grid tbody tr");
const inCell = (row: Locator, field: string) => row.locator(`td[data-field="${field}"]`);

it("puts back into the table the row and the cell that were not left when the page was loaded anew", async () => {
  const { page, context } = await signInWindow(demo.browser, demo.server, "street-wjc");
  context.setDefaultTimeout(10_000);
  await page.goto(list);
  await inCell(rowsOf(page).filter({ hasText: "新的一行" }), "title").click();
  await page.keyboard.type("窨井盖松动");
  await page.keyboard.press("Tab");
  await page.keyboard.type("半夜过车");
  await page.reload();
  const putBack = page.getByText("已填回您上次填写而未提交的内容");
  await putBack.waitFor();
  await page.keyboard.type("就响");
  await page.keyboard.press("Enter");
  await rowsOf(page).filter({ hasText: "窨井盖松动" }).filter({ hasText: "半夜过车就响" }).waitFor();
  await page.getByText("已保存。").waitFor();
  expect(await putBack.count()).toBe(0);

  // What was written into a cell that another has changed since does not go over it.
  await inCell(rowsOf(page).first(), "place").click();
  await page.keyboard.type("三号楼门口");
  const other = await signInWindow(demo.browser, demo.server, "street-wjc");
  await other.page.goto(list);
  await other.page.getByText("新的一行").waitFor();
  await inCell(rowsOf(other.page).first(), "place").click();
  await other.page.keyboard.type("六号楼门口");
  await other.page.keyboard.press("Enter");
  await other.page.getByText("已保存。").waitFor();
  await page.reload();
  await putBack.waitFor();
  await page.keyboard.press("Enter");
  const refused = page.getByRole("alert").filter({ hasText: "未保存" });
  await refused.getByText("六号楼门口").waitFor();
  expect(await refused.textContent()).toContain("三号楼门口");
  await other.context.close();
  await context.close();
});

it("fills several cells of the table at once, moves rows, and goes back and forth over it", async () => {
  const { page, context } = await signInWindow(demo.browser, demo.server, "street-wjc");
  context.setDefaultTimeout(10_000);
  await page.goto(list);
  const place = (row: number) => inCell(rowsOf(page).nth(row), "place");
  const saysTwice = async (text: string) => {
    for (const row of [0, 1]) await place(row).getByText(text, { exact: true }).waitFor();
  };
  await page.getByText("新的一行").waitFor();
  await place(0).click();
  await page.keyboard.type("东门口");
  await page.keyboard.press("Enter");
  await place(0).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.getByText("已选 2 行 × 1 列").waitFor();
  await page.keyboard.press("Control+d");
  await saysTwice("东门口");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "撤销上一步（2 项）" }).waitFor();
  await page.keyboard.press("Control+z");
  await saysTwice("东门口");
  await page.keyboard.press("Control+y");
  await page.getByRole("button", { name: "撤销上一步（2 项）" }).waitFor();
  await page.keyboard.press("Control+z");
  await saysTwice("东门口");

  const numbers = () => rowsOf(page).locator("th a").allTextContents();
  const [first, second] = await numbers();
  await place(0).click();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText("已保存。").waitFor();
  await page.reload();
  expect((await numbers()).slice(0, 2)).toEqual([second, first]);
  await context.close();
});

it("saves what was typed into the table by somebody who goes on to the next page before the answer has come", async () => {
  const { page, context, errors } = await signInWindow(demo.browser, demo.server, "street-wjc");
  context.setDefaultTimeout(10_000);
  const next = gate();
  const saving = gate();
  // The network is slow: neither the next page nor what has to be known of it comes before the answer.
  await page.route(
    (address) => address.pathname.startsWith("/__") || address.pathname.startsWith("/desk/tasks"),
    (route) => next.opened.then(() => route.continue()),
  );
  await page.route(posts, async (route) => {
    if (route.request().method() === "POST") await saving.opened;
    await route.continue();
  });
  await page.goto(list);
  await page.getByText("新的一行").waitFor();
  await inCell(rowsOf(page).first(), "place").click();
  await page.keyboard.type("七号楼门口");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.keyboard.press("Enter");
  await sent;
  await page.getByRole("navigation").getByRole("link", { name: "任务", exact: true }).first().click();
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  saving.open();
  await answered;
  next.open();
  await page.waitForURL("**/desk/tasks");
  await page.locator("main h1").waitFor();
  await page.goBack();
  await inCell(rowsOf(page).first(), "place").getByText("七号楼门口").waitFor();
  expect(errors).toEqual([]);
  await context.close();
});
