import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { chance } from "../builders/chance";
import { linesOf, notesEditor, untilSaved, withRoom } from "../builders/room";

const room = withRoom();

const acts = 1_000;
const firstLetter = 0x3400;
const random = chance(20_261_130);

/** Keys that take nothing away, and those that may. */
const harmless = [
  "Enter",
  "Control+Shift+8",
  "Control+Shift+7",
  "Control+Alt+2",
  "Control+Alt+0",
  "Control+b",
];
const taking = ["Backspace", "Backspace", "Delete", "Delete", "Control+z", "Control+y"];
const moving = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

const lettersOf = async (page: Page) => (await linesOf(page)).join("").replace(/[^\u3400-\u4dff]/g, "");

it("two people who write in the same notes by keyboard lose no letter in a thousand acts", async () => {
  const windows = [await room.enter("office"), await room.enter("dept-works")];
  for (const { page } of windows) await notesEditor(page).click();
  const gone = new Set<string>();
  let typed = 0;
  for (let done = 0; done < acts; done++) {
    const { page } = random.one(windows);
    for (let steps = random.below(4); steps > 0; steps--) await page.keyboard.press(random.one(moving));
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const choice = random.below(10);
    if (choice < 7) {
      const letters = String.fromCharCode(firstLetter + typed, firstLetter + typed + 1);
      typed += 2;
      await page.keyboard.insertText(letters);
    } else if (choice < 9) await page.keyboard.press(random.one(harmless));
    else {
      const before = await lettersOf(page);
      await page.keyboard.press(random.one(taking));
      const after = await lettersOf(page);
      for (const letter of before) if (!after.includes(letter)) gone.add(letter);
    }
  }
  for (const { page } of windows) await untilSaved(page);
  await expect.poll(() => linesOf(windows[0]!.page)).toEqual(await linesOf(windows[1]!.page));
  const there = await lettersOf(windows[0]!.page);
  const all = Array.from({ length: typed }, (_, at) => String.fromCharCode(firstLetter + at));
  expect(all.filter((letter) => !gone.has(letter) && !there.includes(letter))).toEqual([]);
  expect(all.filter((letter) => !gone.has(letter) && there.split(letter).length > 2)).toEqual([]);
  expect(there.length).toBeGreaterThan(50);
  expect(windows.flatMap(({ errors }) => errors)).toEqual([]);
});
