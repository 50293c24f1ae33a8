import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { notesEditor as editor, untilSaved as saved, withRoom } from "../builders/room";

const room = withRoom();
const { enter } = room;

/** Turns to a topic and writes at the end of its notes. */
async function write(page: Page, title: string, words: string): Promise<void> {
  await page.locator(".agenda-item", { hasText: title }).locator(".agenda-open").click();
  await editor(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words, { delay: 15 });
}

it("compares with an earlier version and brings one topic back while another is being written", async () => {
  const works = await enter("dept-works");
  await write(works.page, "东街路灯不亮", "月底之前修好。");
  await saved(works.page);

  const office = await enter("office", "history");
  await office.page.getByRole("button", { name: "保存为版本" }).click();
  await office.page.getByLabel("版本名称").fill("初稿");
  await office.page.locator("dialog[open] [data-confirm]").click();
  await office.page.locator(".version-note", { hasText: "初稿" }).waitFor();

  // Somebody overwrites what was agreed.
  await editor(works.page).click();
  await works.page.keyboard.press("Control+A");
  await works.page.keyboard.type("明年再说。", { delay: 15 });
  await saved(works.page);

  // Chosen with the form, as it works without script too.
  await office.page.reload();
  const earlier = office.page.getByLabel("较早的版本", { exact: true });
  await earlier.selectOption(await earlier.locator("option", { hasText: "初稿" }).getAttribute("value"));
  await office.page.getByRole("button", { name: "比较", exact: true }).click();
  // Until then another comparison is shown.
  await office.page.waitForURL(/\?/);
  const topic = office.page.locator(".diff-topic", { hasText: "东街路灯不亮" });
  await topic.waitFor();
  expect(await topic.locator("del").allTextContents()).toEqual([expect.stringContaining("月底之前修好")]);
  expect(await topic.locator("ins").allTextContents()).toEqual([expect.stringContaining("明年再说")]);
  expect(await topic.textContent()).toMatch(/删： dept-works员.*增： dept-works员/);

  // One writes on in another topic while the other brings the first one back.
  const writing = write(works.page, "南弄下水道堵塞", "正在排查管线，今晚抢修，明早通水。");
  await topic.getByRole("button", { name: "恢复这段记录" }).click();
  const dialog = office.page.locator("dialog[open]");
  expect(await dialog.textContent()).toContain("将找回");
  await dialog.locator("[data-confirm]").click();
  await office.page.getByText("旧的内容已恢复").waitFor();
  await writing;
  await saved(works.page);
  expect(await editor(works.page).textContent()).toContain("正在排查管线，今晚抢修，明早通水。");
  await works.page.locator(".agenda-item", { hasText: "东街路灯不亮" }).locator(".agenda-open").click();
  await expect.poll(() => editor(works.page).textContent()).toContain("月底之前修好。");
  expect(await editor(works.page).textContent()).not.toContain("明年再说");

  // And back again, in one step.
  await office.page.getByRole("button", { name: "撤回这次恢复" }).click();
  await expect.poll(() => editor(works.page).textContent()).toContain("明年再说。");

  await office.page.goto(room.address("history/writers"));
  expect(await office.page.locator(".writers-page").textContent()).toContain("dept-works员");
  expect([...works.errors, ...office.errors]).toEqual([]);
});
