import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Actor } from "~/access/actor";
import { cookieName } from "~/access/cookie.server";
import { hashToken } from "~/access/token.server";
import { dayOf, monthOf } from "~/calendar/day";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { listTopics, setCurrentTopic } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { setDatabase } from "~db/current";
import { databaseFile } from "~db/dataFolder";
import { signIn } from "~db/schema";
import { transact } from "~db/transact";
import { openFile } from "./database";
import { smallDistrict } from "./district";
import { startEngine } from "./engine";
import { mustSucceed } from "./result";
import { openDay } from "./session";

async function signInAll(actors: Record<string, Actor>): Promise<void> {
  const now = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  await transact(async (tx) => {
    for (const [account, { personId, postId }] of Object.entries(actors)) {
      const row = { id: `sign-in of ${account}`, tokenHash: hashToken(account), personId, postId };
      await tx.insert(signIn).values({ ...row, createdAt: now, expiresAt });
    }
  });
}

/**
 * A small district whose day of this month is in session with two matters, the room on the first; everybody
 * is signed in, with the name of their account as token.
 * @returns the month
 */
export async function prepareDayInSession(folder: string): Promise<string> {
  const month = monthOf(dayOf(new Date().toISOString()));
  const database = openFile(databaseFile(folder));
  setDatabase(database);
  const engine = startEngine();
  try {
    const district = await smallDistrict();
    await openDay(district, month, [
      { street: "east", title: "东街路灯不亮", power: "works" },
      { street: "east", title: "南弄下水道堵塞", power: "water" },
    ]);
    mustSucceed(
      await editRecord(liveRoomName(month), district.actors.office!, (document) =>
        setCurrentTopic(document, listTopics(document)[1]?.id ?? null),
      ),
    );
    await signInAll(district.actors);
  } finally {
    await engine.drain();
    setDatabase(undefined);
    database.close();
  }
  return month;
}

/** Somebody's window in the room; what went wrong in it is collected. */
export interface RoomWindow {
  context: BrowserContext;
  page: Page;
  errors: string[];
}

/** Opens the room (or its screen) for an account of `prepareDayInSession` and waits until it is live. */
export async function enterRoom(
  browser: Browser,
  origin: string,
  account: string,
  address: string,
  options: BrowserContextOptions = {},
): Promise<RoomWindow> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await context.addCookies([{ name: cookieName, value: account, url: origin }]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  await page.goto(address);
  return { context, page, errors };
}
