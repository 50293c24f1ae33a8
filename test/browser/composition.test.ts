import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { linesOf, notesEditor, pasteText, untilReads, untilSaved, withRoom } from "../builders/room";

const room = withRoom();

async function compose(cdp: CDPSession, ...steps: string[]) {
  for (const text of steps)
    await cdp.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}

/** Presses keys as fast as hands do: the browser tells of a caret that was moved with the next frame. */
async function press(page: Page, ...keys: string[]) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Goes to the beginning of the second line. */
const secondLine = (page: Page) => press(page, "Control+Home", "ArrowDown", "Home");

describe("what others do in the line in which one composes a word", () => {
  const acts: Record<string, { act: (page: Page) => Promise<void>; lines: string[] }> = {
    "writing in it": {
      act: async (page) => {
        await secondLine(page);
        await page.keyboard.type("东街");
      },
      lines: ["第一行", "东街雨天进不去", "第三行"],
    },
    "writing in another line": {
      act: async (page) => {
        await press(page, "Control+End");
        await page.keyboard.type("完");
      },
      lines: ["第一行", "雨天进不去", "第三行完"],
    },
    "breaking it": {
      act: async (page) => {
        await secondLine(page);
        await press(page, "ArrowRight", "Enter");
      },
      lines: ["第一行", "雨", "天进不去", "第三行"],
    },
    "joining it to the line before": {
      act: async (page) => {
        await secondLine(page);
        await press(page, "Backspace");
      },
      lines: ["第一行雨天进不去", "第三行"],
    },
    "making it an entry of a list": {
      act: async (page) => {
        await secondLine(page);
        await press(page, "Control+Shift+8");
      },
      lines: ["第一行", "雨天进不去", "第三行"],
    },
    "pasting lines into it": {
      act: async (page) => {
        await secondLine(page);
        await pasteText(page, "甲\n乙");
      },
      lines: ["第一行", "甲", "乙雨天进不去", "第三行"],
    },
    "taking back what they wrote in it": {
      act: async (page) => {
        await secondLine(page);
        await page.keyboard.type("急");
        await press(page, "Control+z");
      },
      lines: ["第一行", "雨天进不去", "第三行"],
    },
  };

  it("is there when the word is, and leaves the word whole", async () => {
    const office = await room.enter("office");
    const works = await room.enter("dept-works");
    const cdp = await office.context.newCDPSession(office.page);
    for (const [name, { act, lines }] of Object.entries(acts)) {
      await notesEditor(office.page).click();
      await press(office.page, "Control+a", "Delete", "Control+Alt+0");
      for (const [at, line] of ["第一行", "雨天", "第三行"].entries()) {
        if (at > 0) await press(office.page, "Enter");
        await office.page.keyboard.type(line);
      }
      await expect.poll(() => linesOf(works.page)).toEqual(["第一行", "雨天", "第三行"]);
      await press(office.page, "Control+Home", "ArrowDown", "End");
      await compose(cdp, "j", "jin bu", "jin bu qu");
      await notesEditor(works.page).click();
      await act(works.page);
      await untilSaved(works.page);
      expect([name, await linesOf(office.page)]).toEqual([name, ["第一行", "雨天jin bu qu", "第三行"]]);
      expect((await linesOf(works.page)).join()).not.toContain("jin");
      await cdp.send("Input.insertText", { text: "进不去" });
      await expect.poll(async () => [name, await linesOf(office.page)]).toEqual([name, lines]);
      await expect.poll(async () => [name, await linesOf(works.page)]).toEqual([name, lines]);
      // The hand stands behind the word.
      await office.page.keyboard.type("。");
      await untilReads(notesEditor(works.page), "进不去。");
    }
    expect([...office.errors, ...works.errors]).toEqual([]);
  });
});
