import { expect, it } from "vitest";
import { onceField } from "~/ledger/onceField";
import { servedWorld } from "../../builders/servedWorld";
import { knockers } from "../../builders/world";
import { addressOf } from "./addressOf";
import { routeTable } from "./routeTable";

const { world, server } = await servedWorld();

const pages = Object.entries(routeTable).filter(([file, { loader }]) => loader && file.startsWith("desk"));
const forms = /<form\b[^>]*method="post"[^>]*>.*?<\/form>/gs;
const links = /\shref="([^"?]*)(\?[^"#]+)/g;
const seen = new Set<string>();

/** The views of a page that it links to itself, one for each set of parameters: drawers, choices, what is folded out. */
function viewsOf(path: string, text: string): string[] {
  const views = new Map<string, string>();
  for (const [, page, query] of text.matchAll(links)) {
    if (page !== "" && page !== path) continue;
    const view = query!.replaceAll("&amp;", "&");
    const names = [...new URLSearchParams(view).keys()].sort().join();
    if (names !== "lang") views.set(names, view);
  }
  return [...views.values()];
}

it.each(pages)("carries a key in every form that somebody is shown: %s", async (file, entry) => {
  await world.fresh(async () => {
    const path = addressOf(world, file, { ...entry, query: "" });
    for (const who of knockers) {
      const waiting = [""];
      for (const view of waiting) {
        const { text } = await server.send({ path: path + view, headers: { Cookie: world.cookies[who] } });
        if (view === "") waiting.push(...viewsOf(path, text));
        for (const [form] of text.matchAll(forms)) {
          if (form.includes('action="/sign-out"')) continue;
          seen.add(`${file} ${/name="intent" value="(\w+)"/.exec(form)?.[1]}`);
          expect(form, `${who} ${path}${view}`).toContain(`name="${onceField}" value="`);
        }
      }
    }
  });
});

it("has met four dozen forms", () => {
  expect(seen.size).toBeGreaterThan(44);
});
