import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser";
import { type BuiltServer, startDemoServer } from "./server";

/** Gives the calling file the demo district, served, and a browser. */
export function withDemo(): { readonly server: BuiltServer; readonly browser: Browser } {
  let server: BuiltServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startDemoServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
  };
}
