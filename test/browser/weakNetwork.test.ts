import { describe, expect, it } from "vitest";
import { notesEditor, untilOffline, untilReads, untilSaved, withRoom, writeIn } from "../builders/room";

const room = withRoom();

const [lamps, drains] = ["东街路灯不亮", "南弄下水道堵塞"];

describe("a hall with a weak network", () => {
  it("brings together what two people wrote apart, in one topic and in several, whoever comes back first", async () => {
    const office = await room.enter("office");
    const works = await room.enter("dept-works");
    await writeIn(office.page, lamps);
    await office.page.keyboard.type("开头。");
    await untilReads(notesEditor(works.page), "开头。");
    for (const { context, page } of [office, works]) {
      await context.setOffline(true);
      await untilOffline(page);
    }
    // In the same paragraph.
    await office.page.keyboard.type("甲离线时写。");
    await writeIn(works.page, lamps);
    await works.page.keyboard.press("Control+Home");
    await works.page.keyboard.type("乙离线时写。");
    // In different topics, with a resolution, and the agenda in another order.
    await writeIn(works.page, drains);
    await works.page.keyboard.type("乙写下水道。");
    await works.page.keyboard.press("Escape");
    await works.page.keyboard.press("n");
    await works.page.keyboard.type("年底前疏通");
    const item = office.page.locator(".agenda-item", { hasText: lamps });
    await item.locator(".agenda-open").focus();
    await office.page.keyboard.press("Alt+ArrowDown");
    // The last to leave comes back first.
    await works.context.setOffline(false);
    await untilSaved(works.page);
    expect(await works.page.locator(".sheet").textContent()).not.toContain("甲离线时写");
    await office.context.setOffline(false);
    await untilSaved(office.page);
    for (const { page } of [office, works]) {
      const words = ["乙离线时写。开头。甲离线时写。", "乙写下水道。"];
      await untilReads(page.locator(".sheet"), ...words);
      const titles = () => page.locator(".agenda-title").allInnerTexts();
      await expect.poll(titles).toEqual(["上次会商日任务回头看", drains, lamps]);
    }
    await writeIn(office.page, drains);
    const slip = office.page.locator(".slip textarea").first();
    await expect.poll(() => slip.inputValue()).toBe("年底前疏通");
    expect(
      [...office.errors, ...works.errors].filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one)),
    ).toEqual([]);
  });

  it("goes on with the note-taker and the projector alone, and has everybody again when they return", async () => {
    const office = await room.enter("office");
    const works = await room.enter("dept-works");
    const screen = await room.enter("leader", "screen");
    await untilReads(screen.page.locator("h1"), lamps);
    await works.context.setOffline(true);
    await untilOffline(works.page);
    await notesEditor(office.page).click();
    await office.page.keyboard.type("其他人掉线时记的。");
    await untilReads(screen.page.locator(".screen-words"), "其他人掉线时记的。");
    // Then the projector loses it too: it keeps what it shows, and says so.
    await screen.context.setOffline(true);
    await untilReads(screen.page.locator(".screen-head"), "连接中断");
    await office.page.keyboard.type("投屏也掉线时记的。");
    await untilSaved(office.page);
    expect(await screen.page.locator(".screen-words").textContent()).toBe("其他人掉线时记的。");
    await screen.context.setOffline(false);
    await works.context.setOffline(false);
    await untilReads(screen.page.locator(".screen-words"), "投屏也掉线时记的。");
    await untilReads(notesEditor(works.page), "其他人掉线时记的。投屏也掉线时记的。");
    await expect.poll(() => screen.page.locator(".screen-head").textContent()).not.toContain("连接中断");
  });
});
