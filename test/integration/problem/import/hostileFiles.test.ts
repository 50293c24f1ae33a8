import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheet, registerFileReader } from "~/problem/import/fileReader.server";
import { readingLimits } from "~/problem/import/importLimits";
import { createFileReader, fileReader } from "~server/workers/fileReader";
import { withDatabase } from "../../../builders/database";
import { withHeadSize, xlsxOf, zipOf } from "../../../builders/spreadsheet";
import { cellXml, workbookOf } from "../../../builders/workbook";

withDatabase();

/** Reads a file and asks a server of the same process for something again and again; the longest wait, in ms. */
async function readBeside(bytes: Buffer) {
  const { port } = server.address() as AddressInfo;
  let reading = true;
  let longest = 0;
  const asking = (async () => {
    while (reading) {
      const from = performance.now();
      await new Promise((resolve, reject) => {
        const options = { port, host: "127.0.0.1", agent: false };
        get(options, (response) => response.resume().once("end", resolve)).once("error", reject);
      });
      longest = Math.max(longest, performance.now() - from);
      // Whoever asks without a pause takes from the file the processor it is read on.
      await setTimeout(5);
    }
  })();
  const from = performance.now();
  const result = await readSheet({ bytes });
  const seconds = (performance.now() - from) / 1000;
  reading = false;
  await asking;
  return { answer: result.ok ? result.value.rows.length : result.refusal.code, seconds, longest };
}

const server = createServer((_, response) => response.end("here"));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const list = (xml: string) => workbookOf([{ name: "清单", xml }]);
const titled = `<row r="1">${cellXml("A1", "问题名称")}${cellXml("B1", "群众原话")}</row>`;
const many = (count: number, text: string) => new Array(count).fill(text).join("");

describe("a file that would take everything", () => {
  const files: [string, () => Buffer, string | number][] = [
    [
      "a row number that no sheet has",
      () => list(`${titled}<row r="99999999">${cellXml("A99999999", "路灯")}</row>`),
      "fileBeyondSheet",
    ],
    [
      "a column that no sheet has",
      () => list(`${titled}<row r="2">${cellXml("ZZZZZZ2", "路灯")}</row>`),
      "fileBeyondSheet",
    ],
    ["nine million empty rows", () => list(titled + many(9_000_000, "<row/>")), "fileBeyondSheet"],
    ["a million empty rows", () => list(titled + many(1_000_000, "<row/>")), 1],
    ["a zip bomb", () => list(titled + " ".repeat(300_000_000)), "fileUnreadable"],
    [
      "a cell that does not end",
      () =>
        list(
          `${titled}<row r="2"><c r="A2" t="inlineStr"><is><t>${"x".repeat(5_000_000)}</t></is></c></row>`,
        ),
      "fileUnreadable",
    ],
    ["elements inside each other without end", () => list(many(200_000, "<a>")), "fileUnreadable"],
    [
      "a shared text of 100 MB",
      () =>
        workbookOf([{ name: "清单", xml: titled }], {
          "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(100_000_000)}</t></si></sst>`,
        }),
      "fileUnreadable",
    ],
    [
      "shared texts of 100 MB",
      () =>
        workbookOf([{ name: "清单", xml: titled }], {
          "xl/sharedStrings.xml": `<sst>${many(3_000_000, "<si><t>路灯不亮</t></si>")}</sst>`,
        }),
      1,
    ],
    [
      "entities that stand for each other",
      () =>
        workbookOf([{ name: "清单", xml: titled }], {
          "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "bb">]><sst><si><t>&b;</t></si></sst>',
        }),
      "fileUnreadable",
    ],
    [
      "merged blocks without number",
      () => workbookOf([{ name: "清单", xml: titled, merges: new Array(300_000).fill("A1:XFD1048576") }]),
      1,
    ],
    ["a line of nine million separators", () => Buffer.from(",".repeat(9_000_000)), "fileBeyondSheet"],
  ];

  it.each(files)(
    "%s: is answered within its limit, and others meanwhile",
    async (_, make, wanted) => {
      const { answer, seconds, longest } = await readBeside(make());
      expect(answer).toBe(wanted);
      expect(seconds).toBeLessThan(readingLimits.seconds);
      expect(longest).toBeLessThan(3_000);
    },
    120_000,
  );

  it.each([
    ["time", { seconds: 0.3, memoryMegabytes: 256 }],
    ["memory", { seconds: 60, memoryMegabytes: 24 }],
  ])("is ended when it takes too much %s, and the next file is read", async (_, limits) => {
    const strings = `<sst>${many(1_500_000, "<si><t>路灯不亮</t></si>")}</sst>`;
    const bytes = workbookOf([{ name: "清单", xml: titled }], { "xl/sharedStrings.xml": strings });
    registerFileReader(createFileReader(limits));
    try {
      expect(await readSheet({ bytes })).toMatchObject({ refusal: { code: "fileTakesTooLong" } });
    } finally {
      registerFileReader(fileReader);
    }
    expect(await readSheet({ bytes: list(titled) })).toMatchObject({ ok: true });
  });

  it("does not unpack more than may be unpacked, whatever the file says of its size", async () => {
    const bomb = Buffer.alloc(200 * 1024 * 1024);
    const code = async (bytes: Buffer) => {
      const result = await readSheet({ bytes });
      return result.ok ? result.value.rows.length : result.refusal.code;
    };
    expect(await code(zipOf([{ name: "xl/worksheets/sheet1.xml", content: bomb }]))).toBe("fileUnreadable");
    expect(await code(zipOf([{ name: "xl/workbook.xml", content: bomb, claimedSize: 100 }]))).toBe(
      "fileUnreadable",
    );
    const good = await xlsxOf([["名称"], ["路灯"]]);
    expect(await code(withHeadSize(good, "xl/worksheets/sheet1.xml", 0xffff_fff0))).toBe(2);
  });
});
