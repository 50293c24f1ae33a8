import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { typeUnit } from "../builders/browser";
import {
  notesEditor as editor,
  untilSaved as saved,
  untilKept,
  untilReads,
  withRoom,
} from "../builders/room";

const room = withRoom();
const { enter, issue } = room;

describe("the record", () => {
  it("is written by two people in the same paragraph at once, and both read the same", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(office.page).click();
    await office.page.keyboard.type("起句。");
    await untilReads(editor(works.page), "起句。");
    await editor(works.page).click();
    await works.page.keyboard.press("Control+End");
    await office.page.keyboard.press("Control+Home");
    // The editor hears of a moved caret a moment later than the browser; here the other window sees it.
    await expect
      .poll(() => editor(works.page).evaluate((notes) => notes.querySelector("p")?.firstChild?.nodeName))
      .toBe("SPAN");
    await Promise.all([
      office.page.keyboard.type("甲在前面写了这些字。", { delay: 20 }),
      works.page.keyboard.type("乙在后面写了那些字。", { delay: 20 }),
    ]);
    const words = ["甲在前面写了这些字。", "起句。", "乙在后面写了那些字。"];
    expect(await untilReads(editor(office.page), ...words)).toContain(words.join(""));
    expect(await untilReads(editor(works.page), ...words)).toContain(words.join(""));
    // The name of the one who writes stands at the caret.
    await office.page.locator('.caret-name[data-name="dept-works员"]').waitFor({ state: "attached" });
    await saved(office.page);
    expect([...office.errors, ...works.errors]).toEqual([]);
  });

  it("leaves the hand where it was just put, however much others write meanwhile", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(office.page).click();
    await office.page.keyboard.type("甲：\n乙：");
    await untilReads(editor(works.page), "甲：", "乙：");
    await editor(works.page).click();
    await works.page.keyboard.press("Control+Home");
    await works.page.keyboard.press("End");
    const rounds = 8;
    for (let round = 0; round < rounds; round++) {
      await office.page.keyboard.press("Control+Home");
      await office.page.evaluate(() => new Promise(requestAnimationFrame));
      const place = (await editor(office.page).locator("p", { hasText: "乙" }).boundingBox())!;
      // The page is busy, as with many who write: others' words wait for it together with the click.
      const busy = office.page.evaluate(() => {
        for (const until = performance.now() + 300; performance.now() < until; );
      });
      await works.page.keyboard.type("写写写", { delay: 20 });
      // Not where it was clicked last: that would be a double click.
      const right = place.x + place.width - 5 - 40 * (round % 2);
      await office.page.mouse.click(right, place.y + place.height / 2);
      await busy;
      await untilReads(editor(office.page), `甲：${"写".repeat(3 * (round + 1))}`);
      await office.page.keyboard.type("记");
    }
    await expect
      .poll(() => editor(works.page).locator("p").allTextContents())
      .toEqual([`甲：${"写".repeat(3 * rounds)}`, `乙：${"记".repeat(rounds)}`]);
    expect(office.errors).toEqual([]);
  });

  it("keeps the hand of whoever writes in a topic that another one moves", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.page.keyboard.type("移动之前");
    const item = office.page.locator(".agenda-item", { hasText: "东街路灯不亮" });
    await item.locator(".agenda-open").focus();
    const moved = office.page.keyboard.press("Alt+ArrowDown");
    await works.page.keyboard.type("，移动之后", { delay: 40 });
    await moved;
    await expect
      .poll(async () => works.page.locator(".agenda-title").allInnerTexts())
      .toEqual(["上次会商日任务回头看", "南弄下水道堵塞", "东街路灯不亮"]);
    await works.page.keyboard.type("。");
    await untilReads(editor(works.page), "移动之前，移动之后。");
    await untilReads(editor(office.page), "移动之前，移动之后。");
  });

  it("does not lose what is written without a network, nor what others write meanwhile", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.context.setOffline(true);
    await works.page.keyboard.type("离线时写的。");
    await expect
      .poll(() => works.page.locator("[data-saved]").textContent(), { timeout: 15_000 })
      .toMatch(/连接中断，\d+处修改保存在本机/);
    await editor(office.page).click();
    await office.page.keyboard.type("在线时写的。");
    await saved(office.page);
    expect(await editor(office.page).textContent()).not.toContain("离线时写的");
    await works.context.setOffline(false);
    await saved(works.page);
    await untilReads(editor(office.page), "离线时写的。", "在线时写的。");
    await untilReads(editor(works.page), "离线时写的。", "在线时写的。");
  });

  it("keeps it on the device when the page is closed before the network is back", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.context.setOffline(true);
    await works.page.keyboard.type("关页之前写的。");
    await works.page.locator('[data-saved="offline"]').waitFor();
    await untilKept(works.page, room.month, "关页之前写的。");
    await works.page.close();
    await works.context.setOffline(false);
    const page = await works.context.newPage();
    await page.goto(room.address("room"));
    await untilReads(editor(page), "关页之前写的。");
    await untilReads(editor(office.page), "关页之前写的。");
    await saved(page);
  });

  it("takes a word composed by an input method whole, while another one writes beside it", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(office.page).click();
    await office.page.keyboard.type("前文。");
    const cdp = await office.context.newCDPSession(office.page);
    for (const text of ["h", "hui", "huishang"]) {
      const at = { selectionStart: text.length, selectionEnd: text.length };
      await cdp.send("Input.imeSetComposition", { text, ...at });
    }
    await editor(works.page).click();
    await works.page.keyboard.press("Control+Home");
    await works.page.keyboard.type("旁人写的。", { delay: 30 });
    await saved(works.page);
    // Letters that are no words yet are nobody else's business: what was sent before has come by now.
    expect(await editor(works.page).textContent()).toBe("旁人写的。前文。");
    await cdp.send("Input.insertText", { text: "会商" });
    await untilReads(editor(office.page), "旁人写的。前文。会商");
    const text = await untilReads(editor(works.page), "旁人写的。前文。会商");
    expect(text).not.toContain("hui");
  });

  it("is taken back step by step by the one who wrote it, and by nobody else", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.page.keyboard.type("乙写的");
    await untilReads(editor(office.page), "乙写的");
    await editor(office.page).click();
    await office.page.keyboard.press("Control+End");
    await office.page.keyboard.type("甲写的");
    await untilReads(editor(works.page), "乙写的甲写的");
    await works.page.keyboard.press("Control+z");
    await untilReads(editor(office.page), "甲写的");
    await expect.poll(() => editor(office.page).textContent()).not.toContain("乙写的");
  });
});

describe("the page", () => {
  it("has its tools in one line, and fourteen lines of record, on a small screen", async () => {
    const { page } = await enter("office");
    await page.setViewportSize({ width: 1280, height: 800 });
    await editor(page).click();
    const tools = await page.getByRole("toolbar").boundingBox();
    expect(tools!.height).toBeLessThan(50);
    const line = await editor(page)
      .locator("p")
      .first()
      .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).lineHeight));
    const below = 800 - (tools!.y + tools!.height);
    expect(below / line).toBeGreaterThanOrEqual(14);
  });

  it.each(["zh-CN", "en-US"])(
    "has twelve lines of the open topic's record on a phone, in %s",
    async (locale) => {
      const { page } = await enter("dept-works", "room", { locale });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() => window.scrollTo(0, 0));
      const words = await editor(page).boundingBox();
      const foot = await page.locator(".bottom-nav").boundingBox();
      const line = await editor(page)
        .locator("p")
        .first()
        .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).lineHeight));
      expect((foot!.y - words!.y) / line).toBeGreaterThanOrEqual(12);
    },
  );

  it("has the materials of the open topic at hand, by a key and in a tab, as wide as they were drawn", async () => {
    const { page } = await enter("dept-works");
    const pane = page.locator(".room-materials");
    await page.keyboard.press("m");
    await untilReads(pane, "群众原话");
    const edge = pane.getByRole("separator");
    await edge.focus();
    const before = Number(await edge.getAttribute("aria-valuenow"));
    await page.keyboard.press("ArrowRight");
    await page.reload();
    await page.locator('[data-saved="saved"]').waitFor();
    await page.keyboard.press("m");
    await expect.poll(() => edge.getAttribute("aria-valuenow")).toBe(String(before + 16));
    await page.keyboard.press("m");
    await pane.waitFor({ state: "detached" });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("tab", { name: "材料" }).click();
    await untilReads(pane, "群众原话");
    expect(await editor(page).isVisible()).toBe(false);
  });

  it("moves nothing under the hand when something is to be told", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    const tool = works.page.getByRole("toolbar").getByRole("button", { name: "列表" });
    const before = await tool.boundingBox();
    await editor(works.page).click();
    await works.page.keyboard.type("在写");
    const next = office.page.locator(".agenda-item", { hasText: "南弄下水道堵塞" });
    await next.locator(".agenda-open").click();
    await next.getByRole("button", { name: "开始议这一项" }).click();
    await works.page.locator(".room-elsewhere").waitFor();
    expect(await tool.boundingBox()).toEqual(before);
    await works.page.getByRole("button", { name: "转到这一项" }).click();
    const heading = works.page.locator(".topic[data-open] h2", { hasText: "南弄下水道堵塞" });
    const tools = await works.page.locator(".record-top").boundingBox();
    await expect
      .poll(async () => (await heading.boundingBox())!.y)
      .toBeGreaterThanOrEqual(tools!.y + tools!.height);
  });
});

describe("resolutions", () => {
  const text = (page: Page) => page.locator(".slip textarea").first();
  const newResolution = async (page: Page) => {
    await page.keyboard.press("n");
    await page.locator(".slip textarea:focus").first().waitFor();
  };

  it("are slips in which two people type at once, and say what they still lack", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await newResolution(office.page);
    await office.page.keyboard.type("更换路灯");
    await expect.poll(() => text(works.page).inputValue()).toBe("更换路灯");
    await text(works.page).click();
    await works.page.keyboard.press("End");
    await office.page.keyboard.press("Home");
    await Promise.all([
      office.page.keyboard.type("月底前", { delay: 30 }),
      works.page.keyboard.type("二十盏", { delay: 30 }),
    ]);
    await expect.poll(() => text(office.page).inputValue()).toBe("月底前更换路灯二十盏");
    await expect.poll(() => text(works.page).inputValue()).toBe("月底前更换路灯二十盏");
    await untilReads(works.page.locator(".slip-other"), "office员");
    const missing = office.page.locator(".slip-state");
    await untilReads(missing, "还缺", "牵头单位");
    await typeUnit(office.page.getByRole("combobox", { name: "牵头单位" }), "wo", "works单位");
    await expect.poll(() => missing.textContent()).not.toContain("牵头单位");
    await expect
      .poll(() => works.page.getByRole("combobox", { name: "牵头单位" }).inputValue())
      .toBe("works");
  });

  it("are filled in without the mouse, with at most 25 key presses besides their words", async () => {
    const { page } = await enter("office");
    let presses = 0;
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
      presses += keys.length;
    };
    // What the paper says in words would be typed in Word, too.
    const say = (words: string) => page.keyboard.insertText(words);
    const focused = () => page.locator(".slip :focus");
    const offered = (name: string) => page.getByRole("option", { name }).first().waitFor();
    await press("n");
    await page.locator(".slip textarea:focus").first().waitFor();
    await say("更换路灯");
    await press("Enter", ..."wo");
    await offered("works单位");
    await press("Enter", "Enter", ..."wa");
    await offered("water单位");
    await press("Enter", "Enter");
    expect(await focused().evaluate((field) => field.closest(".slip-row")?.textContent)).toContain(
      "完成时限",
    );
    await say("两个月内");
    await press("Enter");
    await say("每盏都亮");
    await press("Enter");
    await say("验收照片");
    await press("Enter", "Enter");
    // A check-back before the whole is due cannot hold, and is told at its place.
    await say("明天");
    await press("Enter");
    await page.getByText("复查日期不能早于完成时限").waitFor();
    await press("Shift+Tab");
    await say("三个月内");
    await press("Enter");
    await say("路灯在换");
    await page.getByText("要素齐全").waitFor();
    expect(presses).toBeLessThanOrEqual(25);
    await saved(page);
    const slip = page.locator("article.slip");
    await slip.getByText("water", { exact: true }).waitFor();
    expect(await slip.getByRole("textbox", { name: "完成时限" }).inputValue()).toMatch(/月\d+日 周/);
  });

  it("leave what is no day in its field, and the day as it was", async () => {
    const { page } = await enter("office");
    await newResolution(page);
    const due = page.getByRole("textbox", { name: "完成时限" });
    await due.fill("年底前");
    await due.press("Enter");
    const written = `${room.month.slice(0, 4)}-12-31`;
    await expect.poll(() => page.locator('.said-day input[type="date"]').first().inputValue()).toBe(written);
    await due.fill("尽快");
    await due.press("Enter");
    await page.getByText("没有认出是哪一天").waitFor();
    expect(await due.inputValue()).toBe("尽快");
    expect(await page.locator('.said-day input[type="date"]').first().inputValue()).toBe(written);
    await due.press("Escape");
    expect(await due.inputValue()).toContain("12月31日");
  });

  it("keep a word being composed whole while another person writes in the same line", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await newResolution(office.page);
    await office.page.keyboard.type("路灯");
    await expect.poll(() => text(works.page).inputValue()).toBe("路灯");
    const cdp = await office.context.newCDPSession(office.page);
    await cdp.send("Input.imeSetComposition", { text: "xiu", selectionStart: 3, selectionEnd: 3 });
    await text(works.page).click();
    await works.page.keyboard.press("Home");
    await works.page.keyboard.type("东街");
    await expect.poll(() => text(works.page).inputValue()).toBe("东街路灯");
    await saved(works.page);
    // What was sent before has come by now.
    expect(await text(works.page).inputValue()).toBe("东街路灯");
    await cdp.send("Input.insertText", { text: "修复" });
    await expect.poll(() => text(office.page).inputValue()).toBe("东街路灯修复");
    await expect.poll(() => text(works.page).inputValue()).toBe("东街路灯修复");
  });

  it("take every word typed after the key, however quickly, and no word acts as a key", async () => {
    const office = await enter("office");
    const reader = await enter("community-west");
    const words = Array.from({ length: 20 }, (_, at) => `bnejkg ${at}`);
    for (const written of words) {
      await office.page.keyboard.press("Escape");
      await office.page.keyboard.press("n");
      await office.page.keyboard.type(written);
    }
    const texts = () =>
      office.page
        .locator(".slip")
        .evaluateAll((slips) => slips.map((slip) => slip.querySelector("textarea")?.value));
    expect(await texts()).toEqual(words);
    await saved(office.page);
    await expect.poll(() => reader.page.locator(".slip").count()).toBe(words.length);
    expect(await office.page.locator("dialog:modal").count()).toBe(0);
    await untilReads(reader.page.locator(".topic[data-open]"), "东街路灯不亮");
  });

  it("withdrawn by mistake come back in one step, with everything others wrote", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    await newResolution(office.page);
    await office.page.keyboard.type("更换路灯");
    await expect.poll(() => text(works.page).inputValue()).toBe("更换路灯");
    await text(works.page).click();
    await works.page.keyboard.press("End");
    await works.page.keyboard.type("，乙补充");
    await expect.poll(() => text(office.page).inputValue()).toBe("更换路灯，乙补充");
    await office.page.getByRole("button", { name: "撤回这一条" }).click();
    await works.page.locator(".slip-withdrawn").waitFor();
    await office.page.keyboard.press("Control+z");
    await expect.poll(() => text(works.page).inputValue()).toBe("更换路灯，乙补充");
  });
});

describe("a field of the record", () => {
  const compose = async (page: Page) => {
    const cdp = await page.context().newCDPSession(page);
    const at = { selectionStart: 7, selectionEnd: 7 };
    return {
      letters: (text: string) => cdp.send("Input.imeSetComposition", { text, ...at }),
      word: (text: string) => cdp.send("Input.insertText", { text }),
    };
  };
  const fields: Record<string, (page: Page) => ReturnType<Page["locator"]>> = {
    议定内容: (page) => page.getByLabel("内容", { exact: true }),
    标准: (page) => page.getByLabel("完成标准"),
    节点: (page) => page.getByLabel("到这一天做到什么"),
    议题: (page) => page.getByLabel("标题", { exact: true }),
  };

  it("is written when a word is composed, not before, with what others wrote in it meanwhile", async () => {
    const office = await enter("office");
    const works = await enter("leader");
    const reader = await enter("community-west");
    await office.page.keyboard.press("n");
    await office.page.getByRole("button", { name: "添加时间节点" }).click();
    for (const { page } of [office, works])
      await page.locator(".topic[data-open]").getByRole("button", { name: "改标题和时间" }).click();
    const ime = await compose(office.page);
    for (const [name, of] of Object.entries(fields)) {
      const [mine, theirs] = [of(office.page), of(works.page)];
      await mine.click();
      await office.page.keyboard.press("End");
      await ime.letters("sanying");
      const composing = await mine.inputValue();
      expect(composing, name).toContain("sanying");
      // Written later than the letters, and with the same rest of the hand.
      await theirs.click();
      await works.page.keyboard.press("Home");
      await works.page.keyboard.type(`${name}：`);
      expect(await untilReads(reader.page.locator(".room-panes"), `${name}：`)).not.toContain("sanying");
      expect(await mine.inputValue(), name).toBe(composing);
      await ime.word("三盈");
      const joined = `${name}：${composing.replace("sanying", "三盈")}`;
      for (const field of [mine, theirs])
        await expect.poll(() => field.inputValue(), { message: name }).toBe(joined);
    }
    await fields.标准!(office.page).click();
    await ime.letters("wanshan");
    await office.page.keyboard.press("Tab");
    for (const { page } of [office, works])
      await expect
        .poll(() => fields.标准!(page).inputValue())
        .toBe(await fields.标准!(office.page).inputValue());
    expect([...office.errors, ...works.errors]).toEqual([]);
  });

  it("stays where it is while a word is composed in it, whatever is moved", async () => {
    const office = await enter("office");
    const leader = await enter("leader");
    const reader = await enter("community-west");
    await office.page.locator(".topic[data-open]").getByRole("button", { name: "改标题和时间" }).click();
    const ime = await compose(office.page);
    const title = fields.议题!;
    await title(office.page).click();
    await office.page.keyboard.press("End");
    await ime.letters("ludeng");
    const item = leader.page.locator(".agenda-item", { hasText: "南弄下水道堵塞" });
    await item.locator(".agenda-open").focus();
    await leader.page.keyboard.press("Alt+ArrowUp");
    await expect
      .poll(() => reader.page.locator(".agenda-title").allInnerTexts())
      .toEqual(["上次会商日任务回头看", "南弄下水道堵塞", "东街路灯不亮"]);
    expect(await title(office.page).inputValue()).toBe("东街路灯不亮ludeng");
    await ime.word("了");
    await untilReads(leader.page.locator(".agenda-title >> nth=2"), "东街路灯不亮了");
    await expect
      .poll(() => office.page.locator(".agenda-title").allInnerTexts())
      .toEqual(["上次会商日任务回头看", "南弄下水道堵塞", "东街路灯不亮了"]);
    expect(await title(office.page).inputValue()).toBe("东街路灯不亮了");
  });
});

describe("words that another one overwrote unseen", () => {
  it("are shown to their writer at once, where they are put back in one step", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    const measure = (page: Page) => page.getByLabel("完成标准");
    await office.page.keyboard.press("n");
    await measure(works.page).waitFor();
    const write = async ({ page, context }: typeof works, words: string) => {
      await context.setOffline(true);
      await page.locator('[data-saved="offline"]').waitFor();
      await measure(page).fill(words);
      await page.keyboard.press("Tab");
      await page.locator('[data-saved="offline"]', { hasText: "1处修改" }).waitFor();
    };
    await write(works, "无投诉");
    await write(office, "全部亮灯");
    for (const { page, context } of [works, office]) {
      await context.setOffline(false);
      await saved(page);
    }
    await expect.poll(() => measure(works.page).inputValue()).not.toBe("");
    await expect
      .poll(
        async () => (await measure(works.page).inputValue()) === (await measure(office.page).inputValue()),
      )
      .toBe(true);
    const stands = await measure(works.page).inputValue();
    const [loser, winner, words] =
      stands === "全部亮灯" ? [works, office, "无投诉"] : [office, works, "全部亮灯"];
    const strip = loser.page.locator(".overwritten");
    await untilReads(strip, `您写的“${words}”`, "东街路灯不亮", "议定事项 1 · 完成标准", `现在是“${stands}”`);
    expect(await winner.page.locator(".overwritten").count()).toBe(0);
    await strip.getByRole("button", { name: "放回去" }).click();
    await expect.poll(() => measure(winner.page).inputValue()).toBe(words);
    await strip.waitFor({ state: "detached" });
    await winner.page.goto(room.address("history"));
    await untilReads(winner.page.locator("#overwritten"), words, "已放回", "完成标准");
    expect(
      [...office.errors, ...works.errors].filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED")),
    ).toEqual([]);
  });
});

describe("who only reads", () => {
  it("sees everything as it is written and has nothing to write with", async () => {
    const office = await enter("office");
    const reader = await enter("community-west");
    expect(await reader.page.locator("[data-saved]").textContent()).toBe("实时查看");
    expect(
      await reader.page.locator("[contenteditable=true], .tools, .agenda-grip, .slip textarea").count(),
    ).toBe(0);
    await editor(office.page).click();
    await office.page.keyboard.type("给大家看的话。");
    await untilReads(reader.page.locator(".topic[data-open]"), "给大家看的话。");
    await office.page.keyboard.press("Escape");
    await office.page.keyboard.press("n");
    await office.page.keyboard.type("更换路灯");
    await untilReads(reader.page.locator(".slip"), "更换路灯");
    expect(await office.page.locator(".room-people").textContent()).toContain("2人");
    expect(reader.errors).toEqual([]);
  });

  it("reads the record without script too", async () => {
    const office = await enter("office");
    await editor(office.page).click();
    await office.page.keyboard.type("没有脚本也能读。");
    await saved(office.page);
    // The record is written down a moment behind the edits.
    await expect
      .poll(
        async () => {
          const headers = { Cookie: "huishang_session=community-west" };
          return (await fetch(room.origin + room.address("room"), { headers })).text();
        },
        { timeout: 20_000 },
      )
      .toContain("没有脚本也能读。");
  });
});

describe("the room", () => {
  it("turns everybody to a topic, except who is writing; the screen goes along", async () => {
    const office = await enter("office");
    const works = await enter("dept-works");
    const reader = await enter("community-west");
    const screen = await enter("leader", "screen");
    await untilReads(screen.page.locator("h1"), "东街路灯不亮");
    await editor(works.page).click();
    await works.page.keyboard.type("还在写");
    await untilReads(screen.page.locator(".screen-words"), "还在写");
    const next = office.page.locator(".agenda-item", { hasText: "南弄下水道堵塞" });
    await next.locator(".agenda-open").click();
    await next.getByRole("button", { name: "开始议这一项" }).click();
    await untilReads(reader.page.locator(".topic[data-open]"), "南弄下水道堵塞");
    await untilReads(screen.page.locator("h1"), "南弄下水道堵塞");
    await untilReads(works.page.locator(".room-elsewhere"), "会场正在议第 3 项");
    await untilReads(works.page.locator(".topic[data-open]"), "还在写");
    await works.page.keyboard.press("Escape");
    await works.page.keyboard.press("g");
    await untilReads(works.page.locator(".topic[data-open]"), "南弄下水道堵塞");
    expect([...reader.errors, ...screen.errors]).toEqual([]);
  });

  it("asks before a single key turns everybody", async () => {
    const office = await enter("office");
    const reader = await enter("community-west");
    await office.page.keyboard.press("j");
    await untilReads(office.page.locator(".topic[data-open]"), "南弄下水道堵塞");
    // As it comes when words were meant: letters and spaces answer nothing.
    await office.page.keyboard.type("big ");
    await untilReads(office.page.locator("dialog:modal"), "南弄下水道堵塞");
    await office.page.keyboard.press("Escape");
    await expect.poll(() => office.page.locator("dialog:modal").count()).toBe(0);
    await office.page.locator(".topic[data-open]").getByRole("button", { name: "改标题和时间" }).waitFor();
    expect(await reader.page.locator(".topic[data-current]").textContent()).toContain("东街路灯不亮");
    await office.page.keyboard.press("b");
    await office.page.keyboard.press("Enter");
    await untilReads(reader.page.locator(".topic[data-current]"), "南弄下水道堵塞");
  });

  it("shows an outcome to everybody as soon as it is entered", async () => {
    const office = await enter("office");
    const reader = await enter("community-west");
    await office.page.getByLabel("原则通过").check();
    await office.page.getByRole("button", { name: "登记审议结果" }).click();
    await untilReads(reader.page.locator(".agenda-item", { hasText: "东街路灯不亮" }), "原则通过");
    await untilReads(office.page.locator(".outcome-entered"), "原则通过");
  });

  // The page hears that the minutes are issued on two ways, and either may be the quicker one.
  it.each(["before", "after"])(
    "hands what comes too late to the office, the page learning of the issue %s it",
    async (order) => {
      const works = await enter("dept-works");
      const notice = works.page.locator(".room-notice");
      const reader = await enter("community-west");
      await editor(works.page).click();
      await works.page.keyboard.type("在签发之前。");
      await saved(works.page);
      await works.context.setOffline(true);
      await works.page.locator('[data-saved="offline"]').waitFor();
      await works.page.keyboard.type("太晚了。");
      await issue();
      await untilReads(reader.page.locator(".room-title"), "纪要已签发");
      await works.page.route(/\.data(\?|$)/, async (route) => {
        if (order === "after") await untilReads(notice, "已作为更正建议提交");
        await route.continue();
      });
      await works.context.setOffline(false);
      await untilReads(notice, "已作为更正建议提交");
      await works.page.locator('[data-saved="reading"]').waitFor();
      await untilReads(notice, "已作为更正建议提交");
      expect(await works.page.locator("[contenteditable=true]").count()).toBe(0);
      const words = await untilReads(works.page.locator(".sheet"), "在签发之前。");
      expect(words).not.toContain("太晚了");
      const proposals = await room.rows.proposals();
      expect(proposals).toHaveLength(1);
      expect(proposals[0]?.difference).toContain("太晚了");
    },
  );

  it("takes the pen from whoever loses the right, and keeps what had not arrived", async () => {
    await room.call("water");
    const water = await enter("dept-water");
    await editor(water.page).click();
    await water.page.keyboard.type("有权时写的。");
    await saved(water.page);
    await room.takeBack("water");
    await water.page.locator('[data-saved="reading"]').waitFor({ timeout: 20_000 });
    expect(await water.page.locator("[contenteditable=true], .tools").count()).toBe(0);
    await untilReads(water.page.locator(".topic[data-open]"), "有权时写的。");
  });

  it("says why when somebody's sign-in ends, and keeps what they wrote", async () => {
    const works = await room.enterApart("dept-works");
    const other = await works.context.newPage();
    await editor(works.page).click();
    await works.page.keyboard.type("退出之前");
    await saved(works.page);
    await other.goto("/desk");
    await other.locator(".menu > summary").first().click();
    await other.getByRole("button", { name: "退出登录" }).click();
    await untilReads(works.page.locator(".room-notice"), "登录已失效");
    await untilReads(works.page.locator(".topic[data-open]"), "退出之前");
  });
});
