import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../builders/browser";
import { parts } from "../gallery/parts";
import { type Place, placeHash } from "../gallery/place";
import { serveGallery } from "../gallery/serve.js";

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
beforeAll(async () => {
  gallery = await serveGallery(0);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

const ofPages = ["region", "bypass", "page-has-heading-one", "landmark-one-main"];
const run = `axe.run({
  resultTypes: ["violations"],
  rules: ${JSON.stringify(Object.fromEntries(ofPages.map((rule) => [rule, { enabled: false }])))},
})`;

/** Said of the router when a state is made as the server makes it. */
const asOnServer = /useLayoutEffect does nothing on the server/;

/** What is wrong with the state that the page shows. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  const sideways = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  const text = (await page.evaluate("document.body.innerText")) as string;
  const keys = text.match(/\b(ui|error|errorPage|refusal)\.\w+/g) ?? [];
  return [
    ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
    ...(sideways ? ["moves sideways"] : []),
    ...keys.map((key) => `has no text for ${key}`),
  ];
}

// What is called how and how wide it is depends on the language alone, what is told from what on the theme alone.
const looks = [
  { language: "zh-CN", theme: "light" },
  { language: "en", theme: "dark" },
] as const;

describe("every part in every state", () => {
  for (const { language, theme } of looks)
    it(`can be used by everybody: ${language}, ${theme}`, async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !asOnServer.test(message.text())) errors.push(message.text());
      });
      await page.goto(gallery.origin);
      await page.evaluate(axe.source);
      for (const [part, states] of Object.entries(parts))
        for (const [state, { narrow }] of Object.entries(states)) {
          const place: Place = { part, state, language, theme };
          await page.setViewportSize({ width: narrow ? 390 : 1280, height: 900 });
          await page.evaluate(`location.hash = "${placeHash(place)}"`);
          await page.locator(`html[data-shown="${placeHash(place)}"]`).waitFor({ state: "attached" });
          expect([...(await faults(page)), ...errors], `${part} ${state}`).toEqual([]);
        }
      await page.close();
    });
});
