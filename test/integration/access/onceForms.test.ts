import { afterAll, beforeAll, expect, it } from "vitest";
import { onceField } from "~/ledger/onceField";
import { pathOf, serverBuild } from "../../builders/pages";
import { startWebServer, type WebServer } from "../../builders/webServer";
import { buildWorld, knockers, type World } from "../../builders/world";
import { routeTable } from "./routeTable";

let world: World;
let server: WebServer;
beforeAll(async () => {
  world = await buildWorld();
  server = await startWebServer(await serverBuild());
}, 60_000);
afterAll(async () => {
  await server?.close();
  world?.remove();
});

const pages = Object.entries(routeTable).filter(([file, { loader }]) => loader && file.startsWith("desk"));
const forms = /<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs;
const queries = ["", "?add", "?choose", "?open=1"];
let seen = 0;

it.each(pages)("carries a key in every form that somebody is shown: %s", async (file, entry) => {
  await world.fresh(async () => {
    const params = entry.params?.(world) ?? {};
    const path = `/${pathOf(file).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""))}`;
    for (const who of knockers)
      for (const query of queries) {
        const { text } = await server.send({ path: path + query, headers: { Cookie: world.cookies[who] } });
        for (const [form] of text.matchAll(forms)) {
          if (form.includes('action="/sign-out"')) continue;
          seen += 1;
          expect(form, `${who} ${path}${query}`).toContain(`name="${onceField}" value="`);
        }
      }
  });
});

it("has met many forms", () => {
  expect(seen).toBeGreaterThan(200);
});
