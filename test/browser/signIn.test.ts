import { expect, it } from "vitest";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();

it("sends a visitor to sign in and brings them back, and forgets them when they sign out", async () => {
  const page = await demo.browser.newPage({ baseURL: demo.server.origin, locale: "zh-CN" });
  await page.goto("/desk?from=test");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.locator('input[name="account"]').fill("office");
  await page.locator('input[name="password"]').fill("not the password");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByText("账号或密码不正确。").first().waitFor();
  expect(await page.locator('input[name="account"]').inputValue()).toBe("office");
  expect(await page.locator('input[name="password"]').inputValue()).toBe("");
  await page.locator('input[name="password"]').fill(demo.server.password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.waitForURL("**/desk?from=test");
  const session = (await page.context().cookies()).find((cookie) => cookie.name === "huishang_session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  await page.context().close();
});

it("works in English without an error in the console", async () => {
  const { page, errors, context } = await signInWindow(demo.browser, demo.server, "office", {
    locale: "en-US",
  });
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("My work");
  expect(errors).toEqual([]);
  await context.close();
});
