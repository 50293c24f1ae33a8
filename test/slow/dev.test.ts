import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../builders/browser";
import { type DevServer, startDevServer } from "../builders/devServer";
import { notesEditor, untilReads, untilSaved } from "../builders/room";
import { openWindow, prepareDayInSession, signedInContext } from "../builders/roomDay";

let dev: DevServer;
let browser: Browser;
let month: string;
beforeAll(async () => {
  dev = await startDevServer(async (folder) => {
    month = await prepareDayInSession(folder);
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await dev?.interrupt();
});

/** Opens a page as the office, and waits until it is told of changes. */
async function open(address: string) {
  const context = await signedInContext(browser, dev.origin, "office");
  const page = await context.newPage();
  const connected = page.waitForEvent("console", (message) => message.text() === "[vite] connected.");
  await page.goto(address);
  await connected;
  return { page, context };
}

describe("work on the source files", () => {
  it("shows a changed component on an open page, which stays open", async () => {
    const { page, context } = await open("/desk/units");
    await page.evaluate("window.stillOpen = true");
    dev.change("PageHead.tsx", "<h1>{title}</h1>", "<h1>{title}（新）</h1>");
    await page.getByRole("heading", { level: 1, name: "（新）" }).waitFor();
    expect(await page.evaluate("window.stillOpen")).toBe(true);
    await context.close();
  });

  it("shows it on a page without script as well", async () => {
    const { page, context } = await open("/days");
    dev.change("PublicPage.tsx", "<h1>{title}</h1>", "<h1>{title}（新）</h1>");
    await page.getByRole("heading", { level: 1, name: "（新）" }).waitFor();
    await context.close();
  });

  it("answers by a changed use case at the next request", async () => {
    const units = () =>
      fetch(`${dev.origin}/desk/units`, { headers: { Cookie: "huishang_session=office" } }).then((answer) =>
        answer.text(),
      );
    expect(await units()).not.toContain("新的名称");
    dev.change("showUnits.server.ts", "nameOfUnit(row)", '{ zh: "新的名称", en: "new name" }');
    await expect.poll(units).toContain("新的名称");
  });

  it("keeps the live room and what was written in it when a module is changed that both it and pages hold", async () => {
    const context = await signedInContext(browser, dev.origin, "office");
    const { page, errors } = await openWindow(context, `/desk/days/${month}/room`);
    await notesEditor(page).click();
    await page.keyboard.type("改动之前，");
    await untilSaved(page);
    dev.change("liveRooms.server.ts", "the live engine is not running", "the live rooms are not running", {
      once: true,
    });
    await expect.poll(dev.printed).toContain("Started again");
    await notesEditor(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("改动之后。");
    await untilSaved(page);
    await page.reload();
    await untilReads(notesEditor(page), "改动之前，改动之后。");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says what is wrong with a file that cannot be run, and goes on once it can", async () => {
    const answer = () => fetch(`${dev.origin}/sign-in`);
    dev.change("current.ts", "let current", "let = current");
    await expect.poll(async () => (await answer()).status).toBe(500);
    expect(await (await answer()).text()).toContain("db/current.ts");
    dev.change("current.ts", "let = current", "let current");
    await expect.poll(async () => (await answer()).status).toBe(200);
  });

  it("keeps to the rules for foreign scripts and origins", async () => {
    const answer = await fetch(`${dev.origin}/sign-in`);
    expect(answer.headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    const foreign = { method: "POST", headers: { Origin: "https://evil.example" } };
    expect((await fetch(`${dev.origin}/sign-in`, foreign)).status).toBe(403);
    expect((await fetch(`${dev.origin}/package.json`)).status).not.toBe(200);
  });

  it("ends in order on Ctrl-C", async () => {
    expect(await dev.interrupt()).toBe(0);
  });
});
