import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { dayOf, monthOf } from "~/calendar/day";
import { signInWindow } from "../builders/browser";
import { withDemo } from "../builders/demo";
import { pdf, photo } from "../builders/files";

const demo = withDemo();

const run = `axe.run({ resultTypes: ["violations"] })`;

async function expectForEverybody(page: Page, address: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(run)) as axe.AxeResults;
  const severe = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(severe.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth > innerWidth"), address).toBe(false);
}

it("work pages can be used by everybody on a phone, and each has a title of its own", async () => {
  const { context, page } = await signInWindow(demo.browser, demo.server, "office", {
    locale: "en-US",
    width: 390,
  });
  const day = `/desk/days/${monthOf(dayOf(new Date().toISOString()))}`;
  const pages = [
    "/desk",
    "/desk/account",
    "/desk/notices",
    "/desk/outbox",
    "/desk/plan",
    day,
    `${day}/rollcall`,
    `${day}/look-back`,
    "/desk/tasks",
    "/desk/rules",
    "/desk/help/office",
  ];
  const titles: string[] = [];
  for (const address of pages) {
    await page.goto(address);
    await expectForEverybody(page, address);
    titles.push(await page.title());
  }
  expect(new Set(titles).size).toBe(pages.length);
  for (const title of titles) expect(title).toContain(" · ");
  await context.close();
});

/** Lets files fall on what takes them, as if from a folder beside the browser. */
async function dropFiles(page: Page, files: { name: string; type: string; bytes: Buffer }[]): Promise<void> {
  const carried = await page.evaluateHandle(
    (sent) => {
      const transfer = new DataTransfer();
      for (const { name, type, words } of sent) {
        const bytes = Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ bytes, ...named }) => ({ ...named, words: bytes.toString("base64") })),
  );
  await page.dispatchEvent("[data-takes-files]", "drop", { dataTransfer: carried });
}

it("takes several files that are dropped, lets them be named and looked at, also on a phone and without script", async () => {
  const phone = await signInWindow(demo.browser, demo.server, "street-wjc", { locale: "en-US", width: 390 });
  const { page } = phone;
  await page.goto("/desk/problems?q=WJC");
  await page.locator('main a[href^="/desk/problems/WJC-"]').first().click();
  await page.getByRole("heading", { name: "Attachments" }).waitFor();
  const address = new URL(page.url()).pathname;
  await dropFiles(page, [
    { name: "lane.jpg", type: "image/jpeg", bytes: await photo(800, 600, 40) },
    { name: "yard.jpg", type: "image/jpeg", bytes: await photo(800, 600, 200) },
    { name: "notes.txt", type: "text/plain", bytes: Buffer.from("a list") },
    { name: "plan.pdf", type: "application/pdf", bytes: pdf() },
  ]);
  const names = page.locator("#files .file-name");
  await names.filter({ hasText: "plan.pdf" }).waitFor();
  expect(await names.allTextContents()).toEqual(["lane.jpg", "yard.jpg", "plan.pdf"]);
  await page.getByText("“notes.txt” cannot be attached.").waitFor();
  await page.getByRole("button", { name: "Give up" }).click();

  const yard = page.locator("#files .file").nth(1);
  await yard.locator("summary").first().click();
  await yard.getByLabel("Caption").fill("The yard from the south");
  await yard.getByRole("button", { name: "Save the caption" }).click();
  await names.filter({ hasText: "The yard from the south" }).waitFor();
  await expectForEverybody(page, address);

  await page.getByRole("link", { name: "lane.jpg" }).click();
  const viewer = page.locator("dialog.file-viewer");
  await viewer.getByRole("img", { name: "lane.jpg" }).waitFor();
  await page.keyboard.press("ArrowRight");
  await viewer.getByRole("img", { name: "The yard from the south" }).waitFor();
  const isShown = "document.querySelector('.file-viewer img').decode().then(() => true)";
  expect(await page.evaluate(isShown)).toBe(true);
  await page.keyboard.press("Escape");
  await viewer.getByRole("img").waitFor({ state: "detached" });
  // The browser itself says so of a file that was refused.
  expect(phone.errors.filter((error) => !error.includes("422"))).toEqual([]);

  const plain = await demo.browser.newContext({
    ...{ baseURL: demo.server.origin, locale: "en-US", javaScriptEnabled: false },
    storageState: await phone.context.storageState(),
  });
  const own = await plain.newPage();
  await own.goto(address);
  await own.locator("#files input[name=file]").setInputFiles([
    { name: "after.pdf", mimeType: "application/pdf", buffer: pdf("after") },
    { name: "photo.heic", mimeType: "image/heic", buffer: Buffer.from("....ftypheic....") },
  ]);
  await own.getByRole("button", { name: "Upload", exact: true }).click();
  await own.getByText("“photo.heic” is a HEIC photo").waitFor();
  await own
    .locator("input[name=file]")
    .setInputFiles([{ name: "after.pdf", mimeType: "application/pdf", buffer: pdf("after") }]);
  await own.getByRole("button", { name: "Upload", exact: true }).click();
  await own.locator("#files .file-name", { hasText: "after.pdf" }).waitFor();
  expect(new URL(own.url()).pathname).toBe(address);
  await plain.close();
  await phone.context.close();
});
