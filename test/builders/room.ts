import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { topic } from "~db/schema";
import { launchBrowser } from "./browser";
import { openFile } from "./database";
import { enterRoom, prepareDayInSession, type RoomWindow } from "./roomDay";
import { type BuiltServer, startDemoServer } from "./server";

/** A room in session for each test of a file, and windows into it. */
export interface RoomForTests {
  /** Opens the room (or another page of its day) for an account and waits until it is live. */
  enter(account: string, place?: string, options?: BrowserContextOptions): Promise<RoomWindow>;
  /** The address of a page of the day. */
  address(place: string): string;
  /** Posts to a page of the day as the office. */
  post(place: string, fields: Record<string, string>): Promise<void>;
  /** Rejects both matters, closes the session and issues the minutes, as the office. */
  issue(): Promise<void>;
  readonly origin: string;
  readonly month: string;
  /** What the server has stored. */
  readonly database: Database;
}

/** Gives each test of the calling file a server whose day is in session, in a record of its own. */
export function withRoom(): RoomForTests {
  let server: BuiltServer;
  let browser: Browser;
  let database: Database;
  let month = "";
  let windows: RoomWindow[] = [];
  const address = (place: string) => `/desk/days/${month}/${place}`;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startDemoServer(async (folder) => {
      month = await prepareDayInSession(folder);
    });
    database = openFile(databaseFile(server.folder));
  });
  afterEach(async () => {
    for (const { context } of windows) await context.close();
    windows = [];
    database?.close();
    await server?.stop();
  });
  async function post(place: string, fields: Record<string, string>): Promise<void> {
    const answer = await fetch(server.origin + address(place), {
      method: "POST",
      redirect: "manual",
      headers: { Origin: server.origin, Cookie: "huishang_session=office" },
      body: new URLSearchParams(fields),
    });
    if (answer.status >= 400) throw new Error(`${place} ${fields.intent}: ${answer.status}`);
  }
  return {
    address,
    post,
    async issue() {
      const topics = await database.read.select().from(topic);
      for (const { id } of topics.filter((one) => one.kind === "topic"))
        await post("room", { intent: "recordOutcome", topicId: id, outcome: "notPassed" });
      await post("minutes", { intent: "close" });
      await post("minutes", { intent: "issue" });
    },
    get origin() {
      return server.origin;
    },
    get month() {
      return month;
    },
    get database() {
      return database;
    },
    async enter(account, place = "room", options = {}) {
      const entered = await enterRoom(browser, server.origin, account, address(place), options);
      windows.push(entered);
      if (place === "room") await untilLive(entered.page);
      return entered;
    },
  };
}

const patience = { timeout: 20_000 };

async function untilLive(page: Page): Promise<void> {
  await page.locator('[data-saved="saved"], [data-saved="reading"]').waitFor(patience);
}

/** The editor of the open topic. */
export const notesEditor = (page: Page): Locator => page.locator(".notes-editor .notes");

/** Waits until the server has everything that was written on the page. */
export const untilSaved = (page: Page): Promise<void> =>
  page.locator('[data-saved="saved"]').waitFor(patience);

/** Waits until the page says that it has no network. */
export const untilOffline = (page: Page): Promise<void> =>
  page.locator('[data-saved="offline"]').waitFor(patience);

/** Waits until something on the page holds all the parts; returns its text. */
export async function untilReads(locator: Locator, ...parts: string[]): Promise<string> {
  let text = "";
  const missing = async () => {
    text = (await locator.textContent()) ?? "";
    return parts.filter((part) => !text.includes(part));
  };
  await expect.poll(missing, patience).toEqual([]);
  return text;
}

/** Opens an entry of the agenda and gives its notes the hand. */
export async function writeIn(page: Page, title: string): Promise<void> {
  await page.locator(".agenda-item", { hasText: title }).locator(".agenda-open").click();
  await page.locator(".topic[data-open]", { hasText: title }).locator(".notes-editor .notes").click();
}
