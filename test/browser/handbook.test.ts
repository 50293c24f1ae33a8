import { expect, it } from "vitest";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();

/** Counts the page's calls of print instead of opening the browser's dialog. */
const countPrints = "window.printed = 0; window.print = () => { window.printed += 1; };";

it("opens from the person's menu at the chapter of their post, in their language", async () => {
  const { context, page, errors } = await signInWindow(demo.browser, demo.server, "street-wjc");
  await page.locator(".person-summary").click();
  await page.getByRole("link", { name: "使用手册" }).click();
  await page.waitForURL("**/desk/help/street");
  await page.getByRole("heading", { name: "街镇", level: 1 }).waitFor();
  expect(await page.locator(".menu-panel").isVisible()).toBe(false);
  await page.getByRole("link", { name: "怎样把问题清单报上去" }).click();
  expect(await page.locator("#street-submit").isVisible()).toBe(true);
  await page.getByRole("link", { name: "English" }).first().click();
  await page.getByRole("heading", { name: "How to submit the list" }).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it("prints a chapter, and the whole book, with one press", async () => {
  const { context, page } = await signInWindow(demo.browser, demo.server, "dept-construction");
  await context.addInitScript(countPrints);
  await page.goto("/desk/help/department");
  await page.getByRole("button", { name: "打印本章" }).click();
  expect(await page.evaluate("window.printed")).toBe(1);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("heading", { name: "怎样报办结" }).isVisible()).toBe(true);
  for (const hidden of [".side-nav", ".top-bar", ".handbook-chapters", ".handbook-contents", ".page-actions"])
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "打印全书" }).click();
  await page.getByRole("heading", { name: "日常运维" }).waitFor();
  await expect.poll(() => page.evaluate("window.printed")).toBe(2);
  expect(await page.locator(".handbook-chapter").count()).toBeGreaterThan(10);
  await context.close();
});

it("is read from the sign-in page without signing in and without script", async () => {
  const context = await demo.browser.newContext({
    baseURL: demo.server.origin,
    locale: "zh-CN",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto("/sign-in?lang=en");
  await page.getByRole("link", { name: "First time here? Read the handbook" }).click();
  await page.getByRole("heading", { name: "How to sign in", exact: true }).waitFor();
  expect(await page.locator("script").count()).toBe(0);
  await page.getByRole("link", { name: "Running it" }).click();
  await page.getByRole("heading", { name: "Backup", exact: true }).waitFor();
  await page.getByRole("link", { name: "The whole book" }).click();
  await page.getByRole("heading", { name: "The administrator", exact: true }).waitFor();
  expect((await page.goto("/help/nothing"))?.status()).toBe(404);
  await context.close();
});
