import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { withDemo } from "../builders/demo";

const demo = withDemo();

describe("what residents open", () => {
  for (const locale of ["zh-CN", "en-US"])
    for (const width of [1440, 390])
      it(`can be used by everybody: ${locale}, ${width} pixels`, async () => {
        const viewport = { width, height: 900 };
        const context = await demo.browser.newContext({ baseURL: demo.server.origin, locale, viewport });
        const page = await context.newPage();
        for (const address of [
          "/",
          "/days",
          "/streets",
          "/streets/wjc",
          "/search?q=路灯",
          "/sign-in",
          "/invitation?code=old",
          "/help",
          "/help/street",
          "/help/installation",
          "/help/operation",
        ]) {
          await page.goto(address);
          // Evaluated by the test, not loaded by the page: the page's own policy stays as it is.
          await page.evaluate(axe.source);
          const { violations } = (await page.evaluate("axe.run()")) as axe.AxeResults;
          expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([]);
          const sideways = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
          expect(sideways, `${address} moves sideways`).toBe(false);
        }
        await context.close();
      });
});
