import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { listTopics, readSession } from "~/record/document/record";
import { person } from "~db/schema";
import { writeMentions } from "../builders/notes";
import { writeRaw } from "../builders/rawClient";
import { notesEditor, untilReads, withRoom } from "../builders/room";

const room = withRoom();

const forgeries = ["免责单位", "区长已同意", "RW-2099-0001号令", "不追责"];

/** Names things in the open topic by true ids and false words, as no page of the platform would. */
async function forge(): Promise<void> {
  const people = await room.database.read.select().from(person);
  const leader = people.find((one) => one.name === "leader员")!;
  await writeRaw(room.origin, room.month, "dept-works", (document) => {
    const { currentTopicId } = readSession(document);
    writeMentions(document, currentTopicId ?? listTopics(document)[0]!.id, [
      { kind: "unit", id: "works", label: forgeries[0]! },
      { kind: "person", id: leader.id, label: forgeries[1]! },
      { kind: "task", id: "RW-2099-0001", label: forgeries[2]! },
      { kind: "unit", id: "no-such-unit", label: forgeries[3]! },
    ]);
  });
}

const mentions = (page: Page, within = "") =>
  page
    .locator(`${within} .mention`)
    .evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute("href")]));

const chinese = [
  ["@works单位", "/desk/units/works"],
  ["@leader员", null],
  ["@RW-2099-0001（不在您可查看的任务中）", null],
  ["@no-such-unit（不存在的单位）", null],
];
const texts = (list: unknown[][]) => list.map(([text]) => text);

describe("a mention with words that somebody made up", () => {
  it("reads everywhere as the platform calls what it names", async () => {
    const writer = await room.enter("office");
    const reader = await room.enter("community-west");
    const screen = await room.enter("leader", "screen");
    await forge();
    const editor = notesEditor(writer.page);
    await expect
      .poll(async () => texts(await mentions(writer.page, ".notes-editor")))
      .toEqual(texts(chinese));
    await expect.poll(() => mentions(reader.page, ".topic[data-open]")).toEqual(chinese);
    await expect.poll(() => mentions(screen.page, ".screen-words")).toEqual(chinese);
    for (const { page } of [writer, reader, screen])
      for (const forged of forgeries) expect(await page.locator("main").textContent()).not.toContain(forged);

    // In the reader's language.
    const english = await room.enter("office", "room", { locale: "en-GB" });
    await expect
      .poll(async () => texts(await mentions(english.page, ".notes-editor")))
      .toEqual([
        "@works",
        "@leader员",
        "@RW-2099-0001 (no task that you can see)",
        "@no-such-unit (no such unit)",
      ]);

    // What is copied, or resolved, takes the names along, too.
    await editor.click();
    await writer.page.keyboard.press("Control+a");
    await writer.page.keyboard.press("Control+c");
    await writer.context.grantPermissions(["clipboard-read"]);
    const copied = await writer.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item!.getType(type)).text();
      return [await read("text/html"), await read("text/plain")];
    });
    expect(copied[1]).toContain("@works单位@leader员");
    for (const forged of forgeries) expect(copied.join()).not.toContain(forged);

    expect([...writer.errors, ...reader.errors, ...screen.errors, ...english.errors]).toEqual([]);
  });

  it("does so in the page without script, for each reader", async () => {
    await forge();
    const still = { javaScriptEnabled: false };
    await expect
      .poll(
        async () => {
          const { page, context } = await room.enter("community-west", "screen", still);
          const found = await mentions(page, ".screen-words");
          await context.close();
          return found;
        },
        { interval: 1_000 },
      )
      .toEqual(chinese);
  });

  it("writes nothing into the record that was not there, and says nothing before it knows", async () => {
    const { page, context } = await room.enter("office");
    await context.route("**/mentions?*", (route) => route.abort());
    await forge();
    await expect
      .poll(async () => texts(await mentions(page, ".notes-editor")))
      .toEqual(["@…", "@…", "@…", "@…"]);
    await context.unroute("**/mentions?*");
    await untilReads(notesEditor(page), "@works单位", "@leader员");
    expect(await page.locator('[data-saved="saved"]').count()).toBe(1);
  });
});
