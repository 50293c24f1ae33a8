import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentDatabase } from "~db/current";
import { signIn } from "~db/schema";
import type { SqliteDatabase } from "~db/sqlite/sqliteDatabase";
import { fillDisk } from "../../builders/fullDisk";
import { serverBuild } from "../../builders/pages";
import { startWebServer, type WebServer } from "../../builders/webServer";
import { buildWorld, type World } from "../../builders/world";

const files = ["desk", "desk._index", "desk.days.$month.lists.$street._index", "sign-in", "sign-out"];
let world: World;
let server: WebServer;
beforeAll(async () => {
  world = await buildWorld();
  server = await startWebServer(await serverBuild(files));
}, 60_000);
afterAll(async () => {
  await server?.close();
  world?.remove();
});

const fill = (full: boolean) => fillDisk(currentDatabase() as SqliteDatabase, full);
const words = "路灯不亮，晚上一片黑。".repeat(900);

function post(path: string, cookie: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString();
  const headers = { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" };
  return server.send({ method: "POST", path, headers, body });
}

/** What a street adds; it takes more room than a database has left inside itself. */
const add = (once: string) =>
  post(`/desk/days/${world.months.collecting}/lists/east?add`, world.cookies["street-east"], {
    ...{ intent: "add", once, title: "路灯不亮", originalWording: words.repeat(3), source: "resident" },
    problemClass: "publicFacilities",
  });

describe("on a full disk", () => {
  it("a form comes back with what was typed and a sentence, and is taken once there is room", () =>
    world.fresh(async () => {
      fill(true);
      const refused = await add("key");
      expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "5"]);
      expect(refused.text).toContain("存储空间已满");
      expect(refused.text).toContain(words);
      expect(server.errors().join()).toContain("nothing can be stored");
      fill(false);
      expect((await add("key")).status).toBe(302);
    }));

  it("pages are read, also by somebody whose use of them would be noted", () =>
    world.fresh(async () => {
      const long = new Date(Date.now() - 1_800_000).toISOString();
      await currentDatabase().transact(async (tx) => void (await tx.update(signIn).set({ createdAt: long })));
      // Also what needs no more room is not taken.
      (currentDatabase() as SqliteDatabase).writer.pragma("query_only = ON");
      const desk = await server.send({ path: "/desk", headers: { Cookie: world.cookies.office } });
      expect(desk.status).toBe(200);
      expect(server.errors()).toEqual([]);
    }));
});
