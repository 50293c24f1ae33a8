import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { notesEditor, untilReads, untilSaved, withRoom } from "../builders/room";

const room = withRoom();

const options = (page: Page) => page.locator(".mention-option");
const names = (page: Page) => page.locator(".mention-name").allInnerTexts();
const active = (page: Page) =>
  notesEditor(page).evaluate((element) => {
    const id = element.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.querySelector(".mention-name")?.textContent;
  });

async function compose(cdp: CDPSession, text: string) {
  await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
}

describe("naming somebody in the record", () => {
  it("is done with an @ and the keys, and leads everybody else to what is named", async () => {
    const { page, errors } = await room.enter("office");
    const reader = await room.enter("community-west");
    const editor = notesEditor(page);
    expect(await editor.getAttribute("role")).toBe("textbox");
    await editor.click();
    await page.keyboard.type("由@");
    await options(page).first().waitFor();
    // Whoever is called to the day comes first.
    expect((await names(page))[0]).toBe("works单位");
    expect(await editor.getAttribute("role")).toBe("combobox");
    expect(await editor.getAttribute("aria-controls")).toBe(
      await page.getByRole("listbox").getAttribute("id"),
    );
    await page.keyboard.type("water");
    await expect.poll(() => names(page)).toEqual(["water单位", "dept-water员"]);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => active(page)).toBe("dept-water员");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => active(page)).toBe("water单位");
    await page.keyboard.press("Enter");
    await page.keyboard.type("牵头。");
    await untilReads(editor, "由@water单位牵头。");
    expect(await options(page).count()).toBe(0);
    expect(await editor.locator("p").count()).toBe(1);
    await untilSaved(page);
    const link = reader.page.locator(".topic[data-open] a.mention");
    expect([await link.textContent(), await link.getAttribute("href")]).toEqual([
      "@water单位",
      "/desk/units/water",
    ]);
    expect([...errors, ...reader.errors]).toEqual([]);
  });

  it("waits for words while an input method composes them", async () => {
    const { page, context } = await room.enter("office");
    await notesEditor(page).click();
    await page.keyboard.type("@");
    await options(page).first().waitFor();
    const all = await names(page);
    const cdp = await context.newCDPSession(page);
    // What is asked while a word is composed would be asked in letters.
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const letters of ["j", "jing", "jing ban"]) await compose(cdp, letters);
    await untilReads(notesEditor(page), "@jing ban");
    expect(await names(page)).toEqual(all);
    await cdp.send("Input.insertText", { text: "经办" });
    await untilReads(notesEditor(page), "@经办");
    await expect.poll(() => asked.filter((url) => url.includes("/mentions?")).length).toBe(1);
    expect(decodeURIComponent(asked.find((url) => url.includes("/mentions?"))!)).toMatch(/words=经办$/);
    await expect.poll(() => page.locator(".mention-detail").first().textContent()).toContain("经办人");
    await page.keyboard.press("Tab");
    await compose(cdp, "xie");
    await cdp.send("Input.insertText", { text: "协" });
    await page.keyboard.type("同");
    expect(await untilReads(notesEditor(page), "协同")).toBe("@leader员协同");
  });

  it("is given up with Esc, which leaves the hand where it is", async () => {
    const { page } = await room.enter("office");
    const editor = notesEditor(page);
    await editor.click();
    await page.keyboard.type("请@");
    await options(page).first().waitFor();
    await page.keyboard.press("Escape");
    await options(page).first().waitFor({ state: "detached" });
    await page.keyboard.type("大家注意");
    await page.keyboard.press("Enter");
    await page.keyboard.type("office@qingshi.gov.cn");
    await untilReads(editor, "请@大家注意office@qingshi.gov.cn");
    expect(await editor.locator("p").count()).toBe(2);
    expect(await page.locator(".mention-picker").count()).toBe(0);
    // The next one leaves the words.
    await page.keyboard.press("Escape");
    await expect.poll(() => editor.evaluate((element) => element === document.activeElement)).toBe(false);
  });

  it("is done by hand on a phone, within the page", async () => {
    const size = { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true };
    const { page } = await room.enter("dept-works", "room", size);
    await notesEditor(page).tap();
    await page.keyboard.type("请");
    await page.getByRole("button", { name: "提及" }).tap();
    await options(page).first().waitFor();
    const box = (await page.locator(".mention-picker").boundingBox())!;
    expect(box.x >= 0 && box.x + box.width <= 390).toBe(true);
    expect(box.y >= 0 && box.y + box.height <= 700).toBe(true);
    expect((await options(page).first().boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await options(page).nth(1).tap();
    await untilReads(notesEditor(page), "请@");
    await page.locator(".notes .mention").waitFor();
    await untilSaved(page);
  });

  it("says so where nobody can be looked up, and writing goes on", async () => {
    const { page, context } = await room.enter("office");
    await notesEditor(page).click();
    await context.setOffline(true);
    await page.keyboard.type("请@");
    await untilReads(page.locator(".mention-picker"), "现在查不到");
    await page.keyboard.type("水务局");
    await page.keyboard.press("Enter");
    await page.keyboard.type("到场");
    await untilReads(notesEditor(page), "请@水务局到场");
  });
});
