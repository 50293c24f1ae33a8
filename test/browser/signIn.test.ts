import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser, signInWindow } from "../builders/browser";
import { type BuiltServer, startDemoServer } from "../builders/server";

let server: BuiltServer;
let browser: Browser;

beforeAll(async () => {
  server = await startDemoServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("sends a visitor to sign in and brings them back, and forgets them when they sign out", async () => {
  const page = await browser.newPage({ baseURL: server.origin, locale: "zh-CN" });
  await page.goto("/desk?from=test");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.locator('input[name="account"]').fill("office");
  await page.locator('input[name="password"]').fill("not the password");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByText("账号或密码不正确。").first().waitFor();
  expect(await page.locator('input[name="account"]').inputValue()).toBe("office");
  expect(await page.locator('input[name="password"]').inputValue()).toBe("");
  await page.locator('input[name="password"]').fill(server.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL("**/desk?from=test");
  const session = (await page.context().cookies()).find((cookie) => cookie.name === "huishang_session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await page.context().close();
});

it("works in English without an error in the console", async () => {
  const { page, errors, context } = await signInWindow(browser, server, "office", { locale: "en-US" });
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("My work");
  expect(errors).toEqual([]);
  await context.close();
});
