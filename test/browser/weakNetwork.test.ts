import { like } from "drizzle-orm";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signIn } from "~db/schema";
import { photo } from "../builders/files";
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

describe("a visit without a network", () => {
  it("is written on the phone, also after the page was opened again there, and sent once there is one", async () => {
    const { context, page } = await room.enterApart("office");
    await page.goto(room.address("research"));
    await page.getByText("登记一次调研").click();
    await page.getByLabel("地点或内容").fill("东街现场");
    await page.getByRole("button", { name: "登记", exact: true }).click();
    await page.getByRole("heading", { name: "东街现场" }).waitFor();
    const address = page.url();
    const kept = (of: string) =>
      page.evaluate(async (path) => (await caches.match(path)) !== undefined, new URL(of).pathname);
    await expect.poll(() => kept(address), patience).toBe(true);
    await context.setOffline(true);
    const { page: opened } = await reopen(page, address);
    await write(opened, "灯杆倾斜");
    await opened
      .locator("input[name=photo]")
      .setInputFiles({ name: "灯杆.jpg", mimeType: "image/jpeg", buffer: await photo() });
    await opened.getByText("尚未上报（2）").waitFor();
    // The phone is put away and taken out again.
    const { page: again } = await reopen(opened, address);
    await again.getByText("尚未上报（2）").waitFor();
    await write(again, "已联系供电所");
    await again.getByText("尚未上报（3）").waitFor();
    expect(await again.locator(".visit-entries").count()).toBe(0);
    // It took so long that the sign-in is over: all of it waits until they have signed in again.
    await endSignIns(new Date().toISOString());
    await context.setOffline(false);
    await again.getByText("登录已失效：内容还在本机").waitFor();
    await again.getByText("尚未上报（3）").waitFor();
    await endSignIns(null);
    await again.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect.poll(() => again.locator(".visit-waiting").count(), patience).toBe(0);
    const notes = again.locator(".visit-entry .as-written");
    await expect.poll(() => notes.allInnerTexts(), patience).toEqual(["灯杆倾斜", "已联系供电所"]);
    await again.reload();
    expect(await notes.allInnerTexts()).toEqual(["灯杆倾斜", "已联系供电所"]);
    expect(await again.locator("#files img").count()).toBe(1);
    // Whoever holds the phone after a sign-out finds nothing there.
    await again.evaluate(() => fetch("/sign-out", { method: "POST", redirect: "manual" }));
    await expect.poll(() => again.evaluate(async () => (await caches.keys()).length), patience).toBe(0);
  });
});

const patience = { timeout: 20_000 };

/** Ends the sign-ins of the office that a test has of its own, or opens them again. */
async function endSignIns(endedAt: string | null): Promise<void> {
  await room.database.transact(async (tx) => {
    await tx.update(signIn).set({ endedAt }).where(like(signIn.id, "sign-in of office.%"));
  });
}

/** Closes the page and opens the same address in another window of the same browser. */
async function reopen(page: Page, address: string): Promise<{ page: Page }> {
  const next = await page.context().newPage();
  await page.close();
  await next.goto(address);
  return { page: next };
}

async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel("记一条").fill(words);
  await page.getByRole("button", { name: "保存", exact: true }).last().click();
  await expect.poll(() => page.getByLabel("记一条").inputValue(), patience).toBe("");
}
