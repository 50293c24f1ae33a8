import { mkdirSync } from "node:fs";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { launchBrowser } from "../../builders/browser";
import { atMost, type Bench } from "../bench";
import type { Binding, measureKeys } from "../page/editors";
import { cache, root } from "../places";
import { figureOf } from "../statistics";

const page = `${cache}/page`;
const characters = 100_000;

/** Puts the editors together as the page has them. */
async function bundle(): Promise<void> {
  mkdirSync(page, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: "warn",
    resolve: { alias: { "~": `${root}/app` } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir: page,
      emptyOutDir: true,
      lib: {
        entry: `${root}/test/bench/page/editors.ts`,
        formats: ["iife"],
        name: "editors",
        fileName: "editors",
      },
    },
  });
}

async function timesOf(browser: Browser, binding: Binding, worn: number, groups: number): Promise<number[]> {
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.addScriptTag({ path: `${page}/editors.iife.js` });
  const times = await tab.evaluate(
    ([...order]) => (window as unknown as { measureKeys: typeof measureKeys }).measureKeys(...order),
    [binding, characters, worn, groups] as const,
  );
  await context.close();
  return times;
}

/** `page:key`: what a key costs its writer's page in a long text. */
export const key: Bench = {
  name: "page:key",
  about: "a key among 100,000 characters, in the page: notes held as lines and as elements, in turns",
  alone: true,
  columns: [
    { figure: "lines", title: "lines ms", digits: 2 },
    { figure: "elements", title: "elements ms", digits: 2 },
    { figure: "ratio", title: "lines/elements", digits: 2 },
  ],
  cases: ({ quick }) => [0, quick ? 2_000 : 20_000].map((edits) => ({ characters, edits })),
  prepare: bundle,
  async measure(_stage, _contestant, { edits }) {
    const browser = await launchBrowser();
    const groups = 15;
    const lines = figureOf(await timesOf(browser, "lines", Number(edits), groups)).median;
    const elements = figureOf(await timesOf(browser, "elements", Number(edits), groups)).median;
    await browser.close();
    return { figures: { lines, elements, ratio: lines / elements }, lag: null };
  },
  judge(_setting, results) {
    return [
      atMost("a key ≤ 1 ms", 1, results.ours("lines")),
      atMost("no slower than elements", results.ours("elements"), results.ours("lines")),
    ];
  },
};
