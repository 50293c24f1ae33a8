import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
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
  await office.getByLabel("批准文号").fill("青会〔2027〕2号");
  await office.getByRole("button", { name: "通过计划" }).click();
  await office.getByText("已通过").first().waitFor();
}

it("plays two months of consultation days, from the plan to the second month's look-back and the public page", async () => {
  const office = await windowOf("office");
  await planTheYear(office);
  await office.screenshot({ path: "/tmp/tm-plan.png", fullPage: true });
  await office.goto(`/desk/days/${year}-01`);
  await office.screenshot({ path: "/tmp/tm-day.png", fullPage: true });
  expect(errors).toEqual([]);
});
