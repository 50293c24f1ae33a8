import axe from "axe-core";
import { expect, it } from "vitest";
import { dayOf, monthOf } from "~/calendar/day";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";

const demo = withDemo();

const run = `axe.run({ resultTypes: ["violations"] })`;

it("work pages can be used by everybody on a phone, and each has a title of its own", async () => {
  const { context, page } = await signInWindow(demo.browser, demo.server, "office", {
    locale: "en-US",
    width: 390,
  });
  const day = `/desk/days/${monthOf(dayOf(new Date().toISOString()))}`;
  const pages = [
    "/desk",
    "/desk/account",
    "/desk/notices",
    "/desk/outbox",
    "/desk/plan",
    day,
    `${day}/rollcall`,
    `${day}/look-back`,
    "/desk/tasks",
    "/desk/rules",
    "/desk/help/office",
  ];
  const titles: string[] = [];
  for (const address of pages) {
    await page.goto(address);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate(run)) as axe.AxeResults;
    const severe = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(severe.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), address).toBe(false);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(pages.length);
  for (const title of titles) expect(title).toContain(" · ");
  await context.close();
});
