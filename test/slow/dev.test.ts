import { once } from "node:events";
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { editorSchemaVersion } from "~/record/document/editorVersion";
import { launchBrowser } from "../builders/browser";
import { type DevServer, startDevServer } from "../builders/devServer";
import { notesEditor, untilReads, untilSaved } from "../builders/room";
import { openWindow, prepareDaysInSession, signedInContext } from "../builders/roomDay";

let dev: DevServer;
let browser: Browser;
let months: string[];
beforeAll(async () => {
  dev = await startDevServer(async (folder) => {
    // A test that is tried again has a day of its own.
    ({ months } = await prepareDaysInSession(folder, 3));
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await dev?.interrupt();
});

// A server without a build makes the first pages while they are waited for, and starts again when a file of it changes.
const patience = { timeout: 120_000 };

/** Gives the office a browser. */
async function officeBrowser(): Promise<BrowserContext> {
  const context = await signedInContext(browser, dev.origin, "office");
  context.setDefaultTimeout(patience.timeout);
  return context;
}

/** Opens a page as the office, and waits until it is told of changes. */
async function open(address: string) {
  const context = await officeBrowser();
  const page = await context.newPage();
  const connected = page.waitForEvent("console", (message) => message.text() === "[vite] connected.");
  await Promise.all([page.goto(address), connected]);
  return { page, context };
}

/** Resolves once a page that is opened then is told that a file has changed. */
async function toldOf(context: BrowserContext, file: string): Promise<void> {
  const page = await context.waitForEvent("page");
  const socket = await page.waitForEvent("websocket");
  await socket.waitForEvent("framereceived", ({ payload }) => payload.includes(file));
}

/** Connects to the room of a month as the office. */
function roomOf(month: string): WebSocket {
  const address = `${dev.origin.replace("http", "ws")}/live/${liveRoomName(month)}`;
  const headers = { Origin: dev.origin, Cookie: "huishang_session=office" };
  return new WebSocket(`${address}?schema=${editorSchemaVersion}&epoch=1`, { headers });
}

let changes = 0;
/** Words that no change had before, nor another try of the same test. */
const news = () => `（新${++changes}）`;

describe("work on the source files", () => {
  it("shows a changed component on an open page, which stays open", async () => {
    const { page, context } = await open("/desk/units");
    await page.evaluate("window.stillOpen = true");
    const added = news();
    dev.change("PageHead.tsx", "<h1>{withWords(title)}</h1>", `<h1>{withWords(title)}${added}</h1>`);
    await page.getByRole("heading", { level: 1, name: added }).waitFor();
    expect(await page.evaluate("window.stillOpen")).toBe(true);
    await context.close();
  });

  it("shows it on a page as well that was still at its start", async () => {
    const context = await officeBrowser();
    let goOn = () => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    // Without its texts the page cannot start.
    await context.route("**/app/i18n/zh-CN/index.ts*", (route) => held.then(() => route.continue()));
    const told = toldOf(context, "PageHead.tsx");
    const { page, errors } = await openWindow(context, "/desk/units");
    const added = news();
    dev.change("PageHead.tsx", "<h1>{withWords(title)}</h1>", `<h1>{withWords(title)}${added}</h1>`);
    await told;
    goOn();
    await page.getByRole("heading", { level: 1, name: added }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it("shows it on a page without script as well", async () => {
    const { page, context } = await open("/days");
    const added = news();
    dev.change("PublicPage.tsx", "<h1>{title}</h1>", `<h1>{title}${added}</h1>`);
    await page.getByRole("heading", { level: 1, name: added }).waitFor();
    await context.close();
  });

  it("answers by a changed use case at the next request", async () => {
    const units = () =>
      fetch(`${dev.origin}/desk/units`, { headers: { Cookie: "huishang_session=office" } }).then((answer) =>
        answer.text(),
      );
    const added = news();
    dev.change("showUnits.server.ts", "nameOfUnit(row)", `{ zh: "${added}", en: "new name" }`);
    await expect.poll(units, patience).toContain(added);
  });

  it("keeps the live room and what was written in it when a module is changed that both it and pages hold", async () => {
    const context = await officeBrowser();
    const { page, errors } = await openWindow(context, `/desk/days/${months.shift()}/room`);
    await notesEditor(page).click();
    await page.keyboard.type("改动之前，");
    await untilSaved(page);
    const printed = dev.printed().length;
    dev.change("liveRooms.server.ts", "the live engine is not running", "the live rooms are not running");
    await expect.poll(() => dev.printed().slice(printed), patience).toContain("Started again");
    await notesEditor(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("改动之后。");
    await untilSaved(page);
    await page.reload();
    await untilReads(notesEditor(page), "改动之前，改动之后。");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("lets whoever comes back to a room wait while it starts again", async () => {
    const first = roomOf(months.at(-1)!);
    await once(first, "open");
    dev.change("liveRooms.server.ts", "the live engine is not running", news());
    await once(first, "close");
    const again = roomOf(months.at(-1)!);
    await once(again, "open");
    again.terminate();
  });

  it("says what is wrong with a file that cannot be run, and goes on once it can", async () => {
    const answer = () => fetch(`${dev.origin}/sign-in`);
    dev.change("current.ts", "let current", "let = current");
    await expect.poll(async () => (await answer()).status, patience).toBe(500);
    expect(await (await answer()).text()).toContain("db/current.ts");
    dev.restore("current.ts");
    await expect.poll(async () => (await answer()).status, patience).toBe(200);
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
