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

/** What a screen reader hears of a part of the page: words and the roles of what they stand in, one in the other. */
async function heard(page: Page, selector: string): Promise<string> {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument");
  const { nodeId } = await cdp.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await cdp.send("DOM.describeNode", { nodeId });
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const lines: string[] = [];
  const walk = (id: string, depth: number) => {
    const one = byId.get(id);
    const role = String(one?.role?.value ?? "");
    const words = role === "StaticText" ? String(one?.name?.value) : "";
    if (!one || ["InlineTextBox", "ListMarker", "LineBreak"].includes(role) || isMark.test(words)) return;
    // Where words are read, an entry holds a paragraph; where they are written, the words themselves.
    const isTold = !one.ignored && !["generic", "paragraph"].includes(role);
    if (isTold) lines.push("  ".repeat(depth) + (words || role));
    for (const child of one.childIds ?? []) walk(child, isTold ? depth + 1 : depth);
  };
  const own = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  for (const child of own?.childIds ?? []) walk(child, 0);
  return lines.join("\n");
}

/** The mark of an entry that another element owns is heard as words. */
const isMark = /^(?:[•◦▪■]|\d+\.) ?$/;

describe("pasting into the record", () => {
  it("brings a draft from Word as headings, lists and a table, and says what was left out", async () => {
    const { page, errors } = await room.enter("office");
    const works = await room.enter("dept-works");
    const reader = await room.enter("community-west");
    await notesEditor(page).click();
    await paste(page, fromWord, "一、东街路灯");
    await untilReads(notesEditor(page), "详见");
    expect(await notesEditor(page).locator("h2, h3").allInnerTexts()).toEqual(["一、东街路灯", "分工"]);
    expect(await notesEditor(page).locator("strong").allInnerTexts()).toEqual(["二十盏"]);
    expect(await notesEditor(page).locator("td").allTextContents()).toEqual([
      ...["单位", "时限", "", "区建管委", "主路月中", ""],
    ]);
    expect(await notesEditor(page).locator("a").getAttribute("href")).toBe(
      "https://www.qingshi.gov.cn/lamps",
    );
    expect(await page.locator(".notes-said").textContent()).toContain("有 1 张图片没有带入");
    await untilReads(notesEditor(works.page), "详见");
    // Lists that belong together are heard as they are where the notes are only read.
    await untilReads(reader.page.locator(".topic[data-open] .notes"), "详见");
    const said = await heard(page, ".notes-editor .notes");
    expect(said).toContain(
      [
        ...["list", "  listitem", "    区建管委更换灯具", "    list", "      listitem", "        先主路"],
        ...["      listitem", "        后支路", "  listitem", "    街道通知居民"],
      ].join("\n"),
    );
    expect(said).toBe(await heard(reader.page, ".topic[data-open] .notes"));
    // There the name of whoever writes is heard as well.
    expect(await heard(works.page, ".notes-editor .notes")).toContain(said);
    await page.getByRole("button", { name: "知道了" }).click();
    await expect.poll(() => page.locator(".notes-said").isVisible()).toBe(false);
    expect([...errors, ...works.errors, ...reader.errors]).toEqual([]);
  });

  it("brings a draft from WPS, where somebody is in the middle of a sentence", async () => {
    const { page } = await room.enter("office");
    await notesEditor(page).click();
    await page.keyboard.type("前后");
    await page.keyboard.press("ArrowLeft");
    await paste(page, fromWps, "会议要点");
    await untilReads(notesEditor(page), "街道巡查");
    expect(await notesEditor(page).textContent()).toBe(
      "前会议要点南弄下水道 年底前疏通区水务局疏通街道巡查后",
    );
    expect(await notesEditor(page).locator("strong").allInnerTexts()).toEqual(["会议要点", "年底前疏通"]);
    expect(await notesEditor(page).locator("li").allInnerTexts()).toEqual(["区水务局疏通", "街道巡查后"]);
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
