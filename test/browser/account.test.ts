import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();
const password = "seven lamps in the lane";

async function expectForEverybody(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), page.url()).toBe(false);
}

it("lets an administrator replace somebody by a newcomer, who chooses a password by a link", async () => {
  const admin = await signInWindow(demo.browser, demo.server, "admin", { locale: "en-US", width: 390 });
  const leaving = await signInWindow(demo.browser, demo.server, "dept-construction", { locale: "en-US" });
  const { page } = admin;
  await page.goto("/desk/accounts");
  const account = page.getByRole("link", { name: "dept-construction", exact: true });
  const next = page.getByRole("link", { name: "Next" });
  while ((await account.count()) === 0) {
    // The address changes before the rows do, so a click and a look would see the page before.
    await page.goto((await next.getAttribute("href"))!);
  }
  await account.click();
  await page.getByRole("heading", { name: "Posts" }).waitFor();
  await expectForEverybody(page);
  await page.locator('main a[href*="/posts/"]').first().click();
  // What is open is handed over thing by thing, or stays with the post.
  await page.getByRole("link", { name: "Hand over", exact: true }).click();
  await expectForEverybody(page);
  await page.getByRole("button", { name: /other \d+ stay with the post/ }).click();
  await page.getByRole("button", { name: /other \d+ stay with the post/ }).waitFor({ state: "hidden" });
  await page.getByLabel("What is handed over").fill("Three open tasks, all in the blue folder.");
  await page.getByRole("button", { name: "Leave the post" }).click();
  await page.getByText("Handed over on leaving").waitFor();
  await page.locator('main a[href*="/posts/"]').first().click();
  const newcomer = page.locator("#newcomer");
  await newcomer.getByLabel("Name", { exact: true }).fill("刘芳");
  await newcomer.locator("input[name=account]").fill("liu.fang");
  await newcomer.getByRole("button").click();
  const link = (await page.locator("main code").first().textContent())!;
  expect(link).toContain(`${demo.server.origin}/invitation?code=`);
  await expectForEverybody(page);

  await leaving.page.goto("/desk/tasks");
  expect(new URL(leaving.page.url()).pathname).toBe("/sign-in");

  // Pages for those who have not signed in come without script.
  const context = await demo.browser.newContext({ locale: "en-US", javaScriptEnabled: false });
  const own = await context.newPage();
  await own.goto(link);
  await own.getByText("刘芳, please choose a password").waitFor();
  const choose = async (first: string, second: string) => {
    await own.getByLabel("New password", { exact: true }).fill(first);
    await own.getByLabel("New password again").fill(second);
    await own.getByRole("button", { name: "Choose the password" }).click();
  };
  await choose("1234567890", "1234567890");
  await own.getByText("This password is guessed too easily.").first().waitFor();
  await choose(password, `${password}!`);
  await own.getByText("The two are not the same").first().waitFor();
  await choose(password, password);
  await own.waitForURL("**/desk");
  await own.goto(link);
  await own.getByText("This invitation link was used before").waitFor();
  for (const window of [admin, leaving]) await window.context.close();
  await context.close();
});

it("shows everybody where they are signed in, and ends the others when the password changes", async () => {
  const [here, elsewhere] = [
    await signInWindow(demo.browser, demo.server, "leader", { locale: "en-US", width: 390 }),
    await signInWindow(demo.browser, demo.server, "leader", { locale: "en-US" }),
  ];
  const { page, errors } = here;
  await page.getByText("My account").waitFor({ state: "attached" });
  await page.goto("/desk/account");
  await page.getByText("this device").waitFor();
  expect(await page.getByRole("button", { name: "End", exact: true }).count()).toBe(1);
  await expectForEverybody(page);
  await page.getByLabel("Present password").fill(demo.server.password);
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByLabel("New password again").fill(password);
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("The password is changed").waitFor();
  expect(await page.getByRole("button", { name: "End", exact: true }).count()).toBe(0);
  await elsewhere.page.goto("/desk/tasks");
  expect(new URL(elsewhere.page.url()).pathname).toBe("/sign-in");
  expect(errors).toEqual([]);
  for (const window of [here, elsewhere]) await window.context.close();
});
