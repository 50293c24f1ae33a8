import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signInWindow, typeUnit } from "../builders/browser";
import { withDemo } from "../builders/demo";
import { untilSaved } from "../builders/room";
import { fillSlip } from "../builders/slip";

const demo = withDemo();

/** Presses a button that asks back, and says yes. */
async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click();
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
}

it("a street calls its weekly meeting, holds it, and its next one begins with what was resolved", async () => {
  const { page, errors } = await signInWindow(demo.browser, demo.server, "street-wjc");
  await page.getByRole("link", { name: "会议", exact: true }).click();
  await page.getByRole("link", { name: "召集周例会" }).first().click();
  await page.getByLabel("开始时间").fill("09:15");
  await page.getByLabel(/^议程/).fill("夜市占道整治\n防汛物资清点");
  await page.getByLabel(/^本单位参加人/).fill("赵一\n钱二");
  await typeUnit(page.getByRole("combobox", { name: "参加单位" }), "jianshe", "区建管委");
  await page.getByRole("button", { name: "移除区建管委" }).waitFor();
  await page.getByRole("button", { name: "召集会议" }).click();
  await page.waitForURL(/\/desk\/meetings\/HS-\d{4}-\d{4}$/);
  const home = page.url();

  // Whoever is called finds it in their work; to the office it does not exist.
  const called = await signInWindow(demo.browser, demo.server, "dept-construction");
  await called.page.goto("/desk");
  await called.page
    .getByRole("link", { name: /周例会/ })
    .first()
    .click();
  await called.page.getByRole("heading", { level: 1, name: /周例会.*回执/ }).waitFor();
  const office = await signInWindow(demo.browser, demo.server, "office");
  expect((await office.page.goto(`${home}/room`))!.status()).toBe(404);

  await page.goto(`${home}/agenda`);
  await confirm(page, "宣布会议开始");
  await page.waitForURL(/rollcall$/);
  await page.goto(`${home}/room`);
  await untilSaved(page);
  await page.locator(".agenda-open", { hasText: "夜市占道整治" }).press("Enter");
  await page.locator(".pane-head", { hasText: "夜市占道整治" }).waitFor();
  await fillSlip(page, { text: "本周内划定摊位线", lead: ["jgw", "区建管委"], due: "十天内" });
  for (const topic of ["夜市占道整治", "防汛物资清点"]) {
    await page.locator(".agenda-open", { hasText: topic }).press("Enter");
    await page.getByRole("heading", { level: 2, name: topic }).first().waitFor();
    await page.getByRole("radio", { name: "通过", exact: true }).check();
    await page.getByRole("button", { name: "登记审议结果" }).click();
    await page.locator(".outcome-entered").waitFor();
  }
  await untilSaved(page);
  await page.goto(`${home}/minutes`);
  await confirm(page, "宣布会议结束");
  await confirm(page, "签发纪要");
  await page.getByRole("link", { name: "下载 Word 文件" }).waitFor();

  await page.goto("/desk/meetings");
  await page.getByRole("link", { name: "召集周例会" }).first().click();
  expect(await page.getByLabel("开始时间").inputValue()).toBe("09:15");
  expect(await page.getByLabel(/^本单位参加人/).inputValue()).toBe("赵一\n钱二");
  await page.getByText("还有1项未办结任务").waitFor();
  await page.getByRole("button", { name: "召集会议" }).click();
  await page.waitForURL(/\/desk\/meetings\/HS-\d{4}-\d{4}$/);
  await page.getByRole("link", { name: "回头看" }).click();
  await page.getByText("夜市占道整治").first().waitFor();
  await page.goto("/desk/tasks");
  await page.locator("td", { hasText: "五角场街道周例会" }).first().waitFor();
  expect(errors).toEqual([]);
}, 120_000);
