import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { Actor } from "~/access/actor";
import { cookieName } from "~/access/cookie.server";
import { hashToken } from "~/access/token.server";
import { addMonths, dayOf, monthOf } from "~/calendar/day";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { listTopics, setCurrentTopic } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { signIn } from "~db/schema";
import { openFile } from "./database";
import { type SmallDistrict, smallDistrict } from "./district";
import { startEngine } from "./engine";
import { mustSucceed } from "./result";
import { openDay } from "./session";

/** Signs somebody in, for an hour, with a token of the test's choice. */
export async function signInWith(
  database: Database,
  token: string,
  { personId, postId }: Actor,
): Promise<void> {
  const createdAt = new Date().toISOString();
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const row = { id: `sign-in of ${token}`, tokenHash: hashToken(token), personId, postId };
  await database.transact((tx) => tx.insert(signIn).values({ ...row, createdAt, expiresAt }));
}

async function openRoom(district: SmallDistrict, month: string): Promise<void> {
  await openDay(district, month, [
    { street: "east", title: "东街路灯不亮", power: "works" },
    { street: "east", title: "南弄下水道堵塞", power: "water" },
  ]);
  mustSucceed(
    await editRecord(liveRoomName(month), district.actors.office!, (document) =>
      setCurrentTopic(document, listTopics(document)[1]?.id ?? null),
    ),
  );
}

/** Days in session, this month's first, then further back, and who is in the district. */
export interface DaysInSession {
  months: string[];
  actors: SmallDistrict["actors"];
}

/**
 * A small district with days in session with two matters each, the rooms on the first; everybody is signed in,
 * with the name of their account as token.
 */
export async function prepareDaysInSession(folder: string, count: number): Promise<DaysInSession> {
  const latest = monthOf(dayOf(new Date().toISOString()));
  const months = Array.from({ length: count }, (_, at) => addMonths(latest, -at));
  const database = openFile(databaseFile(folder));
  setDatabase(database);
  const engine = startEngine();
  try {
    const district = await smallDistrict();
    for (const month of months) await openRoom(district, month);
    for (const [account, actor] of Object.entries(district.actors))
      await signInWith(database, account, actor);
    return { months, actors: district.actors };
  } finally {
    await engine.drain();
    setDatabase(undefined);
    database.close();
  }
}

/** Somebody's window in the room; what went wrong in it is collected. */
export interface RoomWindow {
  context: BrowserContext;
  page: Page;
  errors: string[];
}

/** Gives somebody a browser of their own (1440 × 900, Chinese unless told), signed in by their token. */
export async function signedInContext(
  browser: Browser,
  origin: string,
  token: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "zh-CN",
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  await context.addCookies([{ name: cookieName, value: token, url: origin }]);
  return context;
}

/** Opens an address in a window of somebody's browser. */
export async function openWindow(context: BrowserContext, address: string): Promise<RoomWindow> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  await page.goto(address);
  return { context, page, errors };
}
