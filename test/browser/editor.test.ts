import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fromWord, fromWps } from "../builders/clipboard";
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

/** Copies as another program would, then pastes with the keys. */
async function paste(page: Page, html: string, plain: string): Promise<void> {
  await page.evaluate(
    (data) =>
      document.addEventListener(
        "copy",
        (event) => {
          for (const [type, text] of data) event.clipboardData?.setData(type as string, text as string);
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { capture: true, once: true },
      ),
    [
      ["text/html", html],
      ["text/plain", plain],
    ],
  );
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
}

/** The editor's content without what only the page puts there. */
const written = (page: Page) =>
  notesEditor(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const one of copy.querySelectorAll(
      ".ProseMirror-trailingBreak, .ProseMirror-separator, colgroup, .caret",
    ))
      one.remove();
    for (const table of copy.querySelectorAll(".tableWrapper")) table.replaceWith(...table.childNodes);
    for (const one of copy.querySelectorAll("*"))
      for (const { name } of [...one.attributes])
        if (!["href", "start"].includes(name) && one.getAttribute(name) !== "2") one.removeAttribute(name);
    return copy.innerHTML;
  });

describe("pasting into the record", () => {
  it("brings a draft from Word as headings, lists and a table, and says what was left out", async () => {
    const { page, errors } = await room.enter("office");
    const works = await room.enter("dept-works");
    await notesEditor(page).click();
    await paste(page, fromWord, "一、东街路灯");
    await untilReads(notesEditor(page), "详见");
    const expected = [
      "<h2>一、东街路灯</h2>",
      "<p>会议听取了区建管委汇报，东街共有路灯<strong>二十盏</strong>不亮，月底前修复。</p>",
      "<h3>分工</h3>",
      "<ol><li><p>区建管委更换灯具</p><ul><li><p>先主路</p></li><li><p>后支路</p></li></ul></li>",
      "<li><p>街道通知居民</p></li></ol>",
      "<p>要求：</p>",
      "<ul><li><p>夜间施工</p></li><li><p>设置围挡</p></li></ul>",
      '<table><tbody><tr><td><p>单位</p></td><td colspan="2"><p>时限</p></td></tr>',
      "<tr><td><p>区建管委</p></td><td><ol><li><p>主路月中</p></li></ol></td><td><p></p></td></tr></tbody></table>",
      '<p>详见<a href="https://www.qingshi.gov.cn/lamps">通知</a>和附件。</p>',
    ].join("");
    expect(await written(page)).toBe(expected);
    expect(await page.locator(".notes-said").textContent()).toContain("有 1 张图片没有带入");
    await untilReads(notesEditor(works.page), "详见");
    expect(await written(works.page)).toBe(expected);
    await page.getByRole("button", { name: "知道了" }).click();
    await expect.poll(() => page.locator(".notes-said").isVisible()).toBe(false);
    expect([...errors, ...works.errors]).toEqual([]);
  });

  it("brings a draft from WPS, where somebody is in the middle of a sentence", async () => {
    const { page } = await room.enter("office");
    await notesEditor(page).click();
    await page.keyboard.type("前后");
    await page.keyboard.press("ArrowLeft");
    await paste(page, fromWps, "会议要点");
    await untilReads(notesEditor(page), "街道巡查");
    const html = await written(page);
    expect(html).toContain('<ol start="3"><li><p>区水务局疏通</p></li><li><p>街道巡查');
    expect(html).toContain("<p>南弄下水道 <strong>年底前疏通</strong></p>");
    expect(html).not.toMatch(/（三）|style=|<font|<o:p|<img|<p><\/p>/);
    await page.keyboard.press("Control+z");
    await expect.poll(() => notesEditor(page).textContent()).not.toContain("街道巡查");
  });
});

describe("a long draft", () => {
  it("is pasted in one go", async () => {
    const { page } = await room.enter("office");
    await notesEditor(page).click();
    const spans = "<span style='a:b'>东街 </span>\n".repeat(20_000);
    await paste(page, `<p class=MsoNormal>${spans}</p>${"<del datetime=1>".repeat(5_000)}`, "东街");
    await expect
      .poll(async () => (await notesEditor(page).textContent())?.match(/东街/g)?.length)
      .toBe(20_000);
  });
});

describe("a link in the record", () => {
  const links = (page: Page) => notesEditor(page).locator("a").allInnerTexts();

  it("ends where it was set: what is written behind it is no part of it", async () => {
    const { page } = await room.enter("office");
    await notesEditor(page).click();
    await page.keyboard.type("详见通知");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.getByRole("button", { name: "链接" }).click();
    await page.keyboard.type("https://example.org/lamps");
    await page.keyboard.press("Enter");
    await expect.poll(() => links(page)).toEqual(["通知"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("和附件。");
    await untilReads(notesEditor(page), "详见通知和附件。");
    expect(await links(page)).toEqual(["通知"]);
  });
});

describe("finding in the record", () => {
  it("walks from place to place and replaces one or all", async () => {
    const { page, errors } = await room.enter("office");
    const reader = await room.enter("community-west");
    const editor = notesEditor(page);
    await editor.click();
    for (const words of ["LED路灯", "led灯带", "路灯"]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
    }
    await page.getByRole("button", { name: "查找" }).click();
    const panel = page.locator(".tool-panel");
    const count = panel.getByRole("status");
    await page.keyboard.type("Led");
    await expect.poll(() => count.textContent()).toBe("0/2");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    const first = await count.textContent();
    await page.keyboard.press("Shift+Enter");
    await expect.poll(async () => [first, await count.textContent()].sort()).toEqual(["1/2", "2/2"]);
    await panel.getByLabel("替换为").fill("$节能");
    await panel.getByRole("button", { name: "替换", exact: true }).click();
    await expect.poll(() => count.textContent()).toBe("1/1");
    await panel.getByRole("button", { name: "全部替换" }).click();
    await untilReads(editor, "$节能路灯", "$节能灯带");
    await expect.poll(() => count.textContent()).toBe("0/0");
    await untilReads(reader.page.locator(".topic[data-open]"), "$节能路灯", "$节能灯带");
    // What is looked for is marked on this page only.
    await panel.getByLabel("查找").fill("路灯");
    await page.locator(".ProseMirror-search-match").first().waitFor();
    expect(await reader.page.locator(".ProseMirror-search-match").count()).toBe(0);
    expect([...errors, ...reader.errors]).toEqual([]);
  });
});

describe("a resolution added by mistake", () => {
  const text = (page: Page) => page.locator(".slip textarea").first();

  it("goes again with one step of undo, and leaves nothing behind", async () => {
    const { page } = await room.enter("office");
    const works = await room.enter("dept-works");
    await page.keyboard.press("n");
    await works.page.locator(".slip").waitFor();
    await page.keyboard.press("Control+z");
    await works.page.locator(".slip").waitFor({ state: "detached" });
    expect(await page.locator(".slip, .slip-withdrawn").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+y");
    await works.page.locator(".slip").waitFor();
  });

  it("stays once another has written into it", async () => {
    const { page } = await room.enter("office");
    const works = await room.enter("dept-works");
    await page.keyboard.press("n");
    await text(works.page).click();
    await works.page.keyboard.type("乙写的");
    await expect.poll(() => text(page).inputValue()).toBe("乙写的");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.type("甲补充");
    await expect.poll(() => text(works.page).inputValue()).toContain("甲补充");
    expect(await text(works.page).inputValue()).toContain("乙写的");
  });
});

describe("who else is in the room", () => {
  it("is shown with their unit in the reader's language, at their caret too", async () => {
    const office = await room.enter("office", "room", { locale: "en" });
    const works = await room.enter("dept-works");
    await notesEditor(works.page).click();
    await works.page.keyboard.type("乙");
    await office.page.locator('.caret-name[data-name="dept-works员"][data-unit="works"]').waitFor({
      state: "attached",
    });
    await notesEditor(office.page).click();
    await works.page.locator('.caret-name[data-name="office员"][data-unit="office单位"]').waitFor({
      state: "attached",
    });
    await office.page.locator(".room-people > summary").click();
    await untilReads(office.page.locator(".people-list"), "dept-works员", "works");
    expect(await office.page.locator(".people-list").textContent()).not.toContain("单位");
    await works.page.locator(".room-people > summary").click();
    await untilReads(works.page.locator(".people-list"), "office单位");
  });
});
