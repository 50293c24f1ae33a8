import { and, eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { liveRoom, liveSnapshot, liveUpdate } from "~db/schema";
import {
  notesEditor as editor,
  untilSaved as saved,
  untilForgotten,
  untilKept,
  untilOffline,
  withRoom,
} from "../builders/room";
import type { RoomWindow } from "../builders/roomDay";

const room = withRoom();
const { enter, issue } = room;

const notice = (page: Page, words: string) =>
  page.locator(".room-notice", { hasText: words }).waitFor({ timeout: 30_000 });

/** Somebody writes something that does not reach the server, for want of a network. */
async function writeOffline({ context, page }: RoomWindow, words: string): Promise<void> {
  await editor(page).click();
  await context.setOffline(true);
  await untilOffline(page);
  await page.keyboard.type(words);
  await untilKept(page, room.month, words);
}

/** A new epoch of the record begins from what it says now, as when issued minutes are amended. */
async function beginEpoch(epoch: number): Promise<void> {
  const name = liveRoomName(room.month);
  const updates = await room.database.read.select().from(liveUpdate).where(eq(liveUpdate.room, name));
  const document = new Y.Doc();
  for (const { bytes } of updates) Y.applyUpdate(document, bytes);
  const state = Buffer.from(Y.encodeStateAsUpdate(document));
  const at = new Date().toISOString();
  await room.database.transact(async (tx) => {
    await tx.insert(liveSnapshot).values({ room: name, epoch, sequence: 0, state, at });
    await tx.update(liveRoom).set({ epoch }).where(eq(liveRoom.name, name));
  });
}

describe("what was written too late", () => {
  it("is read by the office, and stands behind the minutes once it adopts it", async () => {
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.page.keyboard.type("会议认为应当修复。");
    await saved(works.page);
    await writeOffline(works, "水务局同步清淤。");
    await issue();
    await works.context.setOffline(false);
    await notice(works.page, "已作为更正建议提交");

    const office = await enter("office", "minutes");
    await office.page.getByRole("link", { name: "1 件更正建议待处理" }).click();
    const card = office.page.locator("article.correction");
    await card.getByText("dept-works员").waitFor();
    await card.locator("ins", { hasText: "水务局同步清淤。" }).waitFor();
    const text = card.getByLabel("更正说明全文");
    expect(await text.inputValue()).toContain("水务局同步清淤");
    await text.fill("会议同时要求水务局同步清淤。");
    await card.getByRole("button", { name: "采纳为更正说明" }).click();
    await office.page.locator("dialog[open] [data-confirm]").click();
    await office.page.getByRole("link", { name: "已采纳，见更正说明第1号" }).click();
    const note = office.page.locator("#change-note-1");
    await note.getByText("会议同时要求水务局同步清淤。").waitFor();
    expect(await note.textContent()).toMatch(/校验值（SHA-256）：[0-9a-f]{64}/);
    expect(await office.page.locator(".paper-body").first().textContent()).not.toContain("清淤");

    await works.page.goto("/desk");
    await works.page.getByText("您的更正建议已采纳").waitFor();
    expect(office.errors).toEqual([]);
  });
});

describe("who loses the right while writing", () => {
  it("hands in what had not arrived, and reads why the office refuses it", async () => {
    await room.call("water");
    const water = await enter("dept-water");
    await water.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await editor(water.page).click();
    await water.page.keyboard.type("有权时写的。");
    await saved(water.page);
    await writeOffline(water, "没送到的话。");
    await room.takeBack("water");
    await water.context.setOffline(false);
    const offer = water.page.getByRole("button", { name: "提交为更正建议" });
    await offer.waitFor({ timeout: 40_000 });
    await water.page.getByRole("button", { name: "复制我写的内容" }).click();
    await water.page.getByRole("button", { name: "已复制" }).waitFor();
    expect(await water.page.evaluate(() => navigator.clipboard.readText())).toBe(
      "东街路灯不亮\n没送到的话。",
    );
    await offer.click();
    await water.page.getByText("已作为更正建议提交").waitFor();
    expect(await room.rows.proposals()).toMatchObject([{ origin: "handedIn", state: "waiting", epoch: 1 }]);

    const office = await enter("office", "corrections");
    const card = office.page.locator("article.correction");
    await card.locator("ins", { hasText: "没送到的话。" }).waitFor();
    await card.locator("summary", { hasText: "不采纳" }).click();
    await card.getByLabel("不采纳的理由").fill("会上没有人这样说。");
    await card.getByRole("button", { name: "不采纳，告知理由" }).click();
    await card.getByText("理由：会上没有人这样说。").waitFor();

    await water.page.getByRole("link", { name: "查看办理情况" }).click();
    await water.page.getByText("理由：会上没有人这样说。").waitFor();
    expect(await water.page.locator("article.correction").textContent()).toContain("没送到的话");
    // Handed in once, it is not offered again.
    await water.page.goto(room.address("room"));
    await water.page.locator('[data-saved="reading"]').waitFor({ timeout: 20_000 });
    await untilForgotten(water.page, room.month);
    expect(await water.page.locator(".room-notice").count()).toBe(0);
    expect(office.errors).toEqual([]);
  });

  it("has it written into a record that is still open when the office adopts it", async () => {
    await room.call("water");
    const water = await enter("dept-water");
    await editor(water.page).click();
    await writeOffline(water, "补充一句。");
    await room.takeBack("water");
    // The page enters anew, as a reader, before the office has answered.
    await water.page.route("**/hand-in", async (route) => {
      await water.page.locator('[data-saved="reading"]').waitFor();
      await route.continue();
    });
    await water.context.setOffline(false);
    await water.page.getByRole("button", { name: "提交为更正建议" }).click({ timeout: 40_000 });
    await water.page.getByText("已作为更正建议提交").waitFor();
    const reader = await enter("community-west");
    const office = await enter("office", "corrections");
    await office.page.getByRole("button", { name: "采纳，写入记录" }).click();
    await office.page.locator("dialog[open] [data-confirm]").click();
    await office.page.getByText("已采纳，并入记录").waitFor();
    await reader.page.locator(".topic[data-open]", { hasText: "补充一句。" }).waitFor({ timeout: 20_000 });
  });
});

describe("a copy of an earlier epoch", () => {
  it("becomes a proposal, and nothing of it flows into the record as it is now", async () => {
    const works = await enter("dept-works");
    await editor(works.page).click();
    await works.page.keyboard.type("修订之前。");
    await saved(works.page);
    await writeOffline(works, "旧记录里的话。");
    await works.page.close();
    await beginEpoch(2);
    await works.context.setOffline(false);
    const page = await works.context.newPage();
    await page.goto(room.address("room"));
    await notice(page, "已作为更正建议提交");
    await saved(page);
    await editor(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("修订之后。");
    await saved(page);
    const office = await enter("office");
    await office.page.locator(".topic[data-open]", { hasText: "修订之前。修订之后。" }).waitFor();
    expect(await office.page.locator(".sheet").textContent()).not.toContain("旧记录里的话");
    expect(await room.rows.proposals()).toMatchObject([{ epoch: 1, origin: "late", state: "waiting" }]);
    expect((await room.rows.proposals())[0]!.difference).toContain("旧记录里的话");
    const names = await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
    const copies = names.filter((name) => name?.includes(liveRoomName(room.month)));
    expect(copies.map((name) => name!.split(":")[2])).toEqual(["2"]);
    const written = await room.database.read
      .select()
      .from(liveUpdate)
      .where(and(eq(liveUpdate.room, liveRoomName(room.month)), eq(liveUpdate.epoch, 2)));
    expect(written.every(({ bytes }) => !bytes.toString("utf8").includes("旧记录"))).toBe(true);
  });
});
