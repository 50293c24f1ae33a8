import type { Browser, Page } from "playwright-core";
import { cookieName } from "~/access/cookie.server";
import { launchBrowser } from "../../builders/browser";
import { atMost, type Bench, type Measured } from "../bench";
import { pinned } from "../child";
import type { ServedDay } from "../load/day/crowd";
import { windowMarks } from "../load/day/lines";
import { type SeenLetters, type Watched, watchKeys } from "../page/watchKeys";
import { quantile } from "../statistics";

declare global {
  interface Window {
    watched: Watched;
  }
}

const people = 200;
const writers = 20;
const accounts = ["office", "dept-works"] as const;
const letters = "abcdefghijklmnop";
// Milliseconds from key to key of somebody who types fast.
const beat = 150;
// The first topic is for loading and compiling.
const settling = 1;

/** `day`: a day of many topics with two hundred people in the room. */
export const day: Bench = {
  name: "day",
  about: `60 topics, ${people} people of whom ${writers + 2} write, two of them in browsers: from the key to the letter on the screen`,
  alone: true,
  repeats: 1,
  columns: [
    { figure: "ownP50", title: "writer p50 ms" },
    { figure: "ownP95", title: "p95" },
    { figure: "othersP50", title: "other p50 ms" },
    { figure: "othersP95", title: "p95" },
    { figure: "keys", title: "keys" },
    { figure: "edits", title: "edits of others" },
    { figure: "missing", title: "letters missing" },
    { figure: "closed", title: "connections lost" },
  ],
  cases: ({ quick }) => [{ topics: quick ? 6 : 60, people }],
  async measure(stage, _contestant, { topics }) {
    const crowd = stage.load(noServer);
    const size = { folder: stage.freshFolder(), topics: Number(topics), people: people - 2, writers };
    const served = await crowd.line.call<ServedDay>("serveDay", { ...size, core: pinned.server }, 300_000);
    const browsers = await Promise.all(accounts.map(launchBrowser));
    try {
      const windows = await Promise.all(accounts.map((who, at) => openRoom(browsers[at]!, served, at, who)));
      const seen: SeenLetters[][] = [];
      for (const [topic, id] of served.topicIds.entries()) {
        await crowd.line.call("turnTo", { topic }, 30_000);
        seen.push(await Promise.all(windows.map((page, at) => typeIn(page, id, windowMarks[at]!))));
      }
      const typed = accounts.map((_, at) => seen.reduce((sum, each) => sum + each[at]!.pressed.length, 0));
      const end = await crowd.line.call<Record<string, number>>("endDay", { typed }, 60_000);
      return { figures: { ...figuresOf(seen.slice(settling)), ...end }, lag: null } satisfies Measured;
    } finally {
      await Promise.all(browsers.map((one) => one.close()));
    }
  },
  judge(_setting, results) {
    return [
      atMost("a letter on its writer's screen within 50 ms at p95", 50, results.ours("ownP95")),
      atMost("on the other's screen within 150 ms at p95", 150, results.ours("othersP95")),
      atMost("no letter is missing", 0, results.ours("missing")),
      atMost("no connection is lost", 0, results.ours("closed")),
    ];
  },
};

function noServer(): never {
  throw new Error("the server is asked by itself");
}

async function openRoom(browser: Browser, served: ServedDay, at: number, account: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: served.origin,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
  });
  await context.addCookies([{ name: cookieName, value: account, url: served.origin }]);
  const page = await context.newPage();
  await page.addInitScript(watchKeys, [windowMarks[at]!, windowMarks[1 - at]!] as [string, string]);
  await page.goto(`/desk/days/${served.month}/room`);
  await page.locator('[data-saved="saved"]').waitFor({ timeout: 60_000 });
  return page;
}

/** Goes with the room to a topic, types a few letters in the line of one's own, and waits until all of both are there. */
async function typeIn(page: Page, topicId: string, mark: string): Promise<SeenLetters> {
  await page.locator(`.agenda-item[data-topic="${topicId}"][data-open]`).waitFor();
  const line = page.locator(".notes-editor .notes p", { hasText: mark });
  await line.click();
  await page.keyboard.press("End");
  await page.evaluate(() => window.watched.begin());
  for (const letter of letters) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(beat);
  }
  const all = letters.length;
  await page.waitForFunction(
    (count) => {
      const { shown, seen } = window.watched.seen;
      return shown.length === count && seen.length === count;
    },
    all,
    { timeout: 20_000 },
  );
  await page.keyboard.press("Escape");
  return page.evaluate(() => window.watched.seen);
}

function figuresOf(seen: SeenLetters[][]): Record<string, number> {
  const own: number[] = [];
  const others: number[] = [];
  for (const windows of seen)
    for (const [at, { pressed, shown }] of windows.entries()) {
      const there = windows[1 - at]!.seen;
      for (const [key, when] of pressed.entries()) {
        own.push(shown[key]! - when);
        others.push(there[key]! - when);
      }
    }
  const sorted = { own: Float64Array.from(own).sort(), others: Float64Array.from(others).sort() };
  return {
    keys: own.length,
    ownP50: quantile(sorted.own, 0.5),
    ownP95: quantile(sorted.own, 0.95),
    othersP50: quantile(sorted.others, 0.5),
    othersP95: quantile(sorted.others, 0.95),
  };
}
