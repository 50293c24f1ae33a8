import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();

/** How many are unread, as the bar says it to those who hear the page. */
async function unreadInBar(page: Page): Promise<number> {
  const words = await page.locator('.top-bar a[href="/desk/notices"]').textContent();
  return Number(/(\d+) 条未读/.exec(words ?? "")?.[1] ?? 0);
}
const unread = (page: Page): Locator => page.locator("li", { has: page.getByText("未读", { exact: true }) });

it("are counted in the bar, lead to their things, and are read by going there or by a press", async () => {
  const { context, page, errors } = await signInWindow(demo.browser, demo.server, "office");
  const before = await unreadInBar(page);
  expect(before).toBeGreaterThan(1);
  await page.getByRole("link", { name: /^通知/ }).click();
  await page.getByRole("heading", { level: 1, name: "通知" }).waitFor();
  expect(await page.getByRole("status").textContent()).toBe(`${before} 条未读`);
  await unread(page)
    .first()
    .getByRole("button", { name: /^标为已读/ })
    .click();
  await expect.poll(() => unreadInBar(page)).toBe(before - 1);
  await expect.poll(() => page.getByRole("status").textContent()).toBe(`${before - 1} 条未读`);
  const link = unread(page).first().getByRole("link");
  const sentence = (await link.textContent()) ?? "";
  const number = /RW-\d{4}-\d{4}/.exec(sentence)?.[0] ?? "";
  // By keyboard alone.
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/desk/tasks/${number}`);
  await expect.poll(() => unreadInBar(page)).toBe(before - 2);
  expect(errors).toEqual([]);
  await context.close();
});

it("are read all at once without script", async () => {
  const { context } = await signInWindow(demo.browser, demo.server, "dept-construction");
  const cookies = await context.cookies();
  await context.close();
  const still = await demo.browser.newContext({
    baseURL: demo.server.origin,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
    locale: "zh-CN",
  });
  await still.addCookies(cookies);
  const page = await still.newPage();
  await page.goto("/desk/notices");
  expect(await unreadInBar(page)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "全部标为已读" }).click();
  expect(await unreadInBar(page)).toBe(0);
  expect(await unread(page).count()).toBe(0);
  expect(await page.getByRole("button", { name: /标为已读/ }).count()).toBe(0);
  await still.close();
});
