import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { opened } from "~/meeting/conduct/readRecord.server";
import { canonicalRecord } from "~/record/document/record";
import { noticed } from "~/ui/frame/steadyPress";
import { lookThrough } from "../builders/lookThrough";
import {
  notesEditor as editor,
  untilSaved as saved,
  untilKept,
  untilOffline,
  withRoom,
  writeIn,
} from "../builders/room";
import { fillSlip } from "../builders/slip";

const room = withRoom();
const { enter, post } = room;
const patience = { timeout: 30_000 };
const sewer = "南弄下水道堵塞";

const notice = (page: Page, words: string) =>
  page.locator(".room-notice", { hasText: words }).waitFor(patience);

/** Fills a new slip in, as complete as issuing asks for. Returns it. */
async function resolve(page: Page, text: string): Promise<Locator> {
  const slip = await fillSlip(page, {
    text,
    lead: ["works", "works单位"],
    due: `${room.month}-28`,
    measure: "现场查看，问题不再出现。",
    evidence: "前后照片",
    residentText: `会${text}`,
  });
  await saved(page);
  return slip;
}

const issue = () => room.issue([sewer]);
const confirm = (page: Page) => page.locator("dialog[open] [data-confirm]").click();
/** The number of the first minutes of the day, or of those that amend them, as it is written. */
async function numberOf(which: "first" | "amending"): Promise<string> {
  const one = (await room.rows.minutes())[which === "first" ? 0 : 1]!;
  return `〔${one.year}〕第${one.number}期`;
}

it("issued minutes are amended by the office, and nothing of an old copy flows in", async () => {
  const works = await enter("dept-works");
  await editor(works.page).click();
  await works.page.keyboard.type("会议认为应当修复。");
  await saved(works.page);
  await works.context.setOffline(true);
  await untilOffline(works.page);
  await works.page.keyboard.type("旧记录里的话。");
  await untilKept(works.page, room.month, "旧记录里的话。");

  const office = await enter("office");
  await writeIn(office.page, sewer);
  await resolve(office.page, "疏通管道");
  await office.page.goto(room.address("minutes"));
  await issue();
  const [old] = await room.rows.minutes();
  const first = await numberOf("first");

  await office.page.reload();
  await office.page.getByRole("button", { name: "更正会议纪要" }).click();
  await office.page.locator("dialog[open]").getByLabel("理由").fill("漏记一条议定事项");
  await confirm(office.page);
  await office.page.getByText("更正原因：漏记一条议定事项").waitFor();
  await office.page.getByRole("link", { name: "到会议记录修改" }).click();
  await saved(office.page);
  await office.page.getByRole("link", { name: `更正${first}` }).waitFor();

  await works.context.setOffline(false);
  await notice(works.page, "已作为更正建议提交");

  await writeIn(office.page, sewer);
  const adopted = office.page.locator("article.slip");
  await adopted.getByText("已经议定并派发任务，在这里不能修改").waitFor();
  expect(await adopted.locator("textarea, input, select, button").count()).toBe(0);
  await resolve(office.page, "增设检查井");
  await editor(office.page).click();
  await office.page.keyboard.press("Control+End");
  await office.page.keyboard.type("更正后的一句。");
  await saved(office.page);

  // Whoever wrote before reads along now.
  await works.page.goto(room.address("room"));
  await works.page.locator('[data-saved="reading"]').waitFor(patience);
  await works.page.locator(".sheet", { hasText: "更正后的一句。" }).waitFor(patience);
  expect(await works.page.locator("[contenteditable=true]").count()).toBe(0);
  expect(await works.page.locator(".sheet").textContent()).not.toContain("旧记录里的话");

  await office.page.getByRole("link", { name: "前往会议纪要" }).click();
  await office.page.locator("#missing").getByText("新增 1 条议定事项").waitFor();
  await office.page.getByRole("button", { name: "签发更正后的会议纪要" }).click();
  await confirm(office.page);
  await office.page.locator(".paper").getByText(`本期替代会议纪要${first}`).waitFor();
  const second = await numberOf("amending");
  const head = office.page.locator(".paper-number");
  await expect.poll(() => head.textContent()).toBe(second);
  const paper = office.page.locator(".paper");
  expect(await paper.textContent()).toContain("增设检查井");

  const [, amended] = await room.rows.minutes();
  expect(amended).toMatchObject({ number: old!.number + 1, amends: old!.id, epoch: 2 });
  const { document } = opened({ epoch: 2, sequence: 0, state: amended!.state });
  const written = JSON.stringify(canonicalRecord(document));
  expect(written).toContain("更正后的一句。");
  expect(written).not.toContain("旧记录里的话");
  expect(await room.rows.tasks()).toHaveLength(2);

  await office.page.getByRole("link", { name: first }).click();
  await office.page.getByText("本期会议纪要已不再有效。").waitFor();
  // On paper too: a sheet of what is no longer in force says so.
  await office.page.emulateMedia({ media: "print" });
  await paper.getByText(`本期已由${second}替代，不再有效。`).waitFor();
  await office.page.emulateMedia({ media: "screen" });
  await expect.poll(() => head.textContent()).toBe(first);
  expect(await paper.textContent()).not.toContain("增设检查井");
  await office.page.getByRole("link", { name: `看替代它的${second}` }).click();
  await expect.poll(() => head.textContent()).toBe(second);

  const proposals = await room.rows.proposals();
  expect(proposals).toMatchObject([{ epoch: 1, origin: "late", state: "waiting" }]);
  expect(proposals[0]!.difference).toContain("旧记录里的话");

  await lookThrough(office.page, room.month);
  await works.page.goto(`/days/${room.month}`);
  const page = works.page.locator("main");
  await page.getByText("会疏通管道").waitFor();
  await page.getByText(`替代会议纪要${first}`).waitFor();
  for (const words of ["会疏通管道", "会增设检查井", sewer])
    expect([words, (await page.textContent())!.split(words).length - 1]).toEqual([words, 1]);
  expect(office.errors).toEqual([]);
});

it("who sits in the room comes into an amendment, and out of it again, without loading the page anew", async () => {
  await issue();
  const office = await enter("office");
  const works = await enter("dept-works");
  const pages = [office.page, works.page];
  const reading = (page: Page) => page.locator('[data-saved="reading"]').waitFor(patience);
  for (const page of pages) {
    await reading(page);
    await page.evaluate("window.stayed = true");
  }
  await post("minutes", { intent: "amend", reason: "标题有误" });
  const amends = `更正${await numberOf("first")}`;
  for (const page of pages) await page.getByRole("link", { name: amends }).waitFor(patience);
  await saved(office.page);
  await writeIn(office.page, sewer);
  await office.page.keyboard.type("更正中的一句。");
  await saved(office.page);
  await works.page.locator(".agenda-item", { hasText: sewer }).locator(".agenda-open").click();
  await works.page.locator(".sheet", { hasText: "更正中的一句。" }).waitFor(patience);
  expect(await works.page.locator("[contenteditable=true]").count()).toBe(0);

  await post("minutes", { intent: "drop", reason: "核对后无误" });
  for (const page of pages) {
    await page.getByRole("link", { name: amends }).waitFor({ ...patience, state: "detached" });
    await reading(page);
    await expect.poll(() => page.locator(".sheet").textContent()).not.toContain("更正中的一句");
    expect(await page.locator(".room-notice").count()).toBe(0);
    expect(await page.evaluate("window.stayed")).toBe(true);
  }
  expect(await room.rows.proposals()).toEqual([]);
  expect([...office.errors, ...works.errors]).toEqual([]);
});

it("what was on its way to the server when an amendment was dropped is handed over after all", async () => {
  await issue();
  await post("minutes", { intent: "amend", reason: "标题有误" });
  const { page } = await enter("office");
  let cut = false;
  await page.routeWebSocket(/\/live\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!cut) server.send(message);
    });
  });
  await page.reload();
  await saved(page);
  await writeIn(page, sewer);
  await page.keyboard.type("先写的话。");
  await saved(page);
  cut = true;
  await page.keyboard.type("路上的话。");
  await page.locator('[data-saved="saving"]').waitFor(patience);
  await untilKept(page, room.month, "路上的话。");
  await post("minutes", { intent: "drop", reason: "核对后无误" });
  const again = page.getByRole("button", { name: "重新载入" });
  await again.waitFor(patience);
  cut = false;
  // What has just come by itself is not pressed.
  await page.waitForTimeout(noticed + 100);
  await again.click();
  await notice(page, "已作为更正建议提交");
  const proposals = await room.rows.proposals();
  expect(proposals).toMatchObject([{ epoch: 2, origin: "late", state: "waiting" }]);
  expect(proposals[0]!.difference).toContain("路上的话");
  expect(await page.locator(".sheet").textContent()).not.toContain("路上的话");
});

it("an amendment is dropped, and the record is again what was issued", async () => {
  await issue();
  const issued = await room.rows.minutes();
  expect(issued).toHaveLength(1);
  await post("minutes", { intent: "amend", reason: "标题有误" });
  const office = await enter("office");
  await saved(office.page);
  await writeIn(office.page, sewer);
  await office.page.keyboard.type("不该有的话。");
  await saved(office.page);
  await office.page.goto(room.address("minutes"));
  await office.page.getByRole("button", { name: "放弃更正" }).click();
  await office.page.locator("dialog[open]").getByLabel("理由").fill("核对后无误");
  await confirm(office.page);
  await office.page.getByRole("button", { name: "更正会议纪要" }).waitFor();
  expect(await room.rows.minutes()).toEqual(issued);
  await office.page.goto(room.address("room"));
  await office.page.locator('[data-saved="reading"]').waitFor(patience);
  expect(await office.page.locator(".sheet").textContent()).not.toContain("不该有的话");
  await office.page.goto(room.address("history"));
  await office.page.locator(".tag", { hasText: "放弃更正前" }).waitFor();
  await office.page.locator("del", { hasText: "不该有的话。" }).waitFor();
  expect(office.errors).toEqual([]);
});
