import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, requireChromium } from "../chromium.js";

/** Writes PART.LANGUAGE.THEME.png of every part into a folder; answers how many there are. */
export async function takePictures(origin, folder) {
  requireChromium();
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  let count = 0;
  try {
    const page = await browser.newPage({ viewport: { width: 1680, height: 900 } });
    await page.goto(origin);
    const names = await page.locator(".gallery-choices li").allInnerTexts();
    for (const name of names)
      for (const language of ["zh-CN", "en"])
        for (const theme of ["light", "dark"]) {
          const hash = `#${name}?language=${language}&theme=${theme}`;
          await page.goto(`${origin}/${hash}`);
          await page.locator(`html[data-shown="${hash}"]`).waitFor({ state: "attached" });
          const path = join(folder, `${name}.${language}.${theme}.png`);
          await page.locator(".gallery-states").screenshot({ path });
          count += 1;
        }
  } finally {
    await browser.close();
  }
  return count;
}
