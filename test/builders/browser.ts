import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { findChromium } from "../chromium.js";

/** A headless Chromium as the machine has it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
    ],
  });
}

/** A window of somebody's own, signed in; its console errors are collected. */
export interface SignedInWindow {
  context: BrowserContext;
  page: Page;
  errors: string[];
}

/** Opens a window (1440 × 900, Chinese unless told) and signs in. */
export async function signInWindow(
  browser: Browser,
  server: { origin: string; password: string },
  account: string,
  options: { locale?: string; width?: number } = {},
): Promise<SignedInWindow> {
  const context = await browser.newContext({
    baseURL: server.origin,
    locale: options.locale ?? "zh-CN",
    viewport: { width: options.width ?? 1440, height: 900 },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto("/sign-in");
  await page.locator('input[name="account"]').fill(account);
  await page.locator('input[name="password"]').fill(server.password);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL("**/desk");
  return { context, page, errors };
}

/** Types a unit into its box by what its name, short name or pinyin begins with, and takes the one of that name. */
export async function typeUnit(box: Locator, typed: string, name: string): Promise<void> {
  await box.fill(typed);
  await box.page().getByRole("option", { name }).first().waitFor();
  await box.press("Enter");
}
