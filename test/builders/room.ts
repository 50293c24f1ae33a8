import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  type RunnerTask,
  type RunnerTestSuite,
} from "vitest";
import * as Y from "yjs";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { canonicalRecord } from "~/record/document/record";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { launchBrowser } from "./browser";
import { openFile } from "./database";
import { type DayRows, rowsOfDay } from "./dayRows";
import {
  type DaysInSession,
  openWindow,
  prepareDaysInSession,
  type RoomWindow,
  signedInContext,
  signInWith,
} from "./roomDay";
import { type BuiltServer, startDemoServer } from "./server";

/** A day in session for each test of a file, with its room and a record of its own, and windows into it. */
export interface RoomForTests {
  /**
   * Opens the room (or another page of its day) for an account and waits until it is live. An account keeps its
   * browser through the file; a test finds no window open and the network there.
   */
  enter(account: string, place?: string, options?: BrowserContextOptions): Promise<RoomWindow>;
  /** The same in a browser of its own and with a sign-in of its own, for a test that ends it. */
  enterApart(account: string): Promise<RoomWindow>;
  /** The address of a page of the day. */
  address(place: string): string;
  /** Posts to a page of the day as the office. */
  post(place: string, fields: Record<string, string>): Promise<void>;
  /** Enters the outcomes, closes the session and issues the minutes, as the office; what is not named is rejected. */
  issue(passed?: string[]): Promise<void>;
  /** Calls a unit to the day to assist, as the office, or takes it back. */
  call(slug: string): Promise<void>;
  takeBack(slug: string): Promise<void>;
  /** What the server has stored about the day. */
  readonly rows: DayRows;
  readonly origin: string;
  readonly month: string;
  /** All that the server has stored. */
  readonly database: Database;
}

/** How many days the tests of a suite use up, those that are tried again with them. */
function daysFor(tasks: readonly RunnerTask[]): number {
  const one = (task: RunnerTask) =>
    task.type === "suite" ? daysFor(task.tasks) : 1 + (typeof task.retry === "number" ? task.retry : 0);
  return tasks.reduce((sum, task) => sum + one(task), 0);
}

/** The browsers of those who have signed in, kept from test to test: what one has loaded it need not load again. */
class Browsers {
  private readonly kept = new Map<string, BrowserContext>();

  async of(key: string, open: () => Promise<BrowserContext>): Promise<BrowserContext> {
    const found = this.kept.get(key);
    if (found) return found;
    const opened = await open();
    this.kept.set(key, opened);
    opened.once("close", () => this.kept.delete(key));
    return opened;
  }

  /** Leaves them as they were opened: no windows, the network there, nothing in its way. */
  async tidy(): Promise<void> {
    for (const context of [...this.kept.values()]) {
      for (const page of context.pages()) await page.close();
      await context.unrouteAll();
      await context.setOffline(false);
    }
  }
}

/** Serves the calling file a district in which each test has a day in session, in a record of its own. */
export function withRoom(): RoomForTests {
  let server: BuiltServer;
  let browser: Browser;
  let database: Database;
  let days: DaysInSession;
  let used = 0;
  const browsers = new Browsers();
  const month = () => days.months[used - 1]!;
  const address = (place: string) => `/desk/days/${month()}/${place}`;
  // biome-ignore lint/correctness/noEmptyPattern: the suite comes second, and the first may only be taken apart
  beforeAll(async ({}: object, suite: RunnerTestSuite) => {
    browser = await launchBrowser();
    server = await startDemoServer(async (folder) => {
      days = await prepareDaysInSession(folder, daysFor(suite.tasks));
    });
    database = openFile(databaseFile(server.folder));
  });
  afterAll(async () => {
    await browser?.close();
    database?.close();
    await server?.stop();
  });
  beforeEach(() => {
    used += 1;
  });
  afterEach(() => browsers.tidy());
  async function post(place: string, fields: Record<string, string>): Promise<void> {
    const answer = await fetch(server.origin + address(place), {
      method: "POST",
      redirect: "manual",
      headers: { Origin: server.origin, Cookie: "huishang_session=office" },
      body: new URLSearchParams(fields),
    });
    if (answer.status >= 400) throw new Error(`${place} ${fields.intent}: ${answer.status}`);
  }
  async function enter(token: string, place: string, options: BrowserContextOptions): Promise<RoomWindow> {
    const context = await browsers.of(JSON.stringify([token, options]), () =>
      signedInContext(browser, server.origin, token, options),
    );
    const entered = await openWindow(context, address(place));
    if (place === "room") await untilLive(entered.page);
    return entered;
  }
  return {
    address,
    post,
    enter: (account, place = "room", options = {}) => enter(account, place, options),
    async enterApart(account) {
      const token = `${account}.${used}`;
      await signInWith(database, token, days.actors[account]!);
      return enter(token, "room", {});
    },
    async issue(passed = []) {
      for (const { id, kind, title } of await rowsOfDay(database, month()).topics())
        if (kind === "topic")
          await post("room", {
            intent: "recordOutcome",
            topicId: id,
            outcome: passed.includes(title) ? "passed" : "notPassed",
          });
      await post("minutes", { intent: "close" });
      await post("minutes", { intent: "issue" });
    },
    async call(slug) {
      const unitId = await rowsOfDay(database, month()).unitId(slug);
      await post("agenda", { intent: "invite", unitId, invitation: "assist" });
    },
    async takeBack(slug) {
      const attendanceId = await rowsOfDay(database, month()).invitationOf(slug);
      await post("agenda", { intent: "withdrawInvitation", attendanceId });
    },
    get rows() {
      return rowsOfDay(database, month());
    },
    get origin() {
      return server.origin;
    },
    get month() {
      return month();
    },
    get database() {
      return database;
    },
  };
}

const patience = { timeout: 20_000 };

async function untilLive(page: Page): Promise<void> {
  await page.locator('[data-saved="saved"], [data-saved="reading"]').waitFor(patience);
}

/** The editor of the open topic. */
export const notesEditor = (page: Page): Locator => page.locator(".notes-editor .notes");

/** The lines of the open topic's notes as they are shown, without empty ones. */
export async function linesOf(page: Page): Promise<string[]> {
  const lines = notesEditor(page).locator("p, h2, h3, h4, li");
  const words = await lines.evaluateAll((all) => all.map((line) => line.textContent ?? ""));
  return words.filter((line) => line.trim() !== "");
}

/** Pastes words without any form where the hand is. */
export async function pasteText(page: Page, words: string): Promise<void> {
  await notesEditor(page).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, words);
}

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
  await page.locator(".agenda-item", { hasText: title }).locator(".agenda-open").press("Enter");
  await page.locator(".topic[data-open]", { hasText: title }).locator(".notes-editor .notes").click();
}

/** The copies of a record that the browser of a page keeps, as the updates in each. */
const keptUpdates = (page: Page, room: string): Promise<number[][][]> =>
  page.evaluate(async (of) => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const copies: number[][][] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith(`huishang:${of}:`)) continue;
      const copy = await answered(indexedDB.open(name));
      const updates = await answered(copy.transaction("updates").objectStore("updates").getAll());
      copies.push(updates.map((update: Uint8Array) => [...update]));
      copy.close();
    }
    return copies;
  }, room);

/** Waits until the browser of a page has words of a month's record on its device, where a closed page does not lose them. */
export async function untilKept(page: Page, month: string, words: string): Promise<void> {
  const kept = async () => {
    const copies = await keptUpdates(page, liveRoomName(month));
    return copies.map((updates) => {
      const document = new Y.Doc();
      for (const update of updates) Y.applyUpdate(document, Uint8Array.from(update));
      return JSON.stringify(canonicalRecord(document));
    });
  };
  await expect.poll(async () => (await kept()).join(), patience).toContain(words);
}

/** Waits until the browser of a page keeps nothing of a month's record any more. */
export async function untilForgotten(page: Page, month: string): Promise<void> {
  await expect.poll(() => keptUpdates(page, liveRoomName(month)), patience).toEqual([]);
}
