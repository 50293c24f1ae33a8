import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Sheet } from "~/workbook/workbook";
import { createWorkbookWriter, workbookWriter } from "~server/workers/workbookWriter";
import { mustSucceed } from "../../builders/result";

const many = 1_234;

async function* numbered() {
  for (let row = 1; row <= many; row++) yield [`第${row}行`, row, null];
}

const long: Sheet = { name: "长表", head: ["名称", "行", "空"], rows: numbered() };
const short: Sheet = { name: "短表", rows: [["=1+1"], [new Date("2026-12-31T00:00:00Z")]] };

describe("a workbook made on a thread of its own", () => {
  it("holds every row of every sheet in order, also more than are handed over at once", async () => {
    const file = Buffer.from(mustSucceed(await workbookWriter.write([long, short])));
    const rows = await readSheet(file, "长表");
    expect(rows).toHaveLength(many + 1);
    expect(rows[0]).toEqual(["名称", "行", "空"]);
    expect(rows.slice(1).map(([, row]) => row)).toEqual(Array.from({ length: many }, (_, at) => at + 1));
    expect(await readSheet(file, "短表")).toEqual([["=1+1"], [new Date("2026-12-31T00:00:00Z")]]);
  });

  it("is refused when it takes too long, and the next one is made", async () => {
    const writer = createWorkbookWriter({ seconds: 0.2, memoryMegabytes: 256 });
    const endless: Sheet = {
      name: "无尽",
      rows: (function* () {
        for (;;) yield ["路灯不亮"];
      })(),
    };
    expect(await writer.write([endless])).toMatchObject({ refusal: { code: "fileTooLargeToMake" } });
    expect(await workbookWriter.write([short])).toMatchObject({ ok: true });
  });

  it("fails as what gives its rows fails", async () => {
    const broken: Sheet = {
      name: "坏",
      rows: (function* () {
        yield ["甲"];
        throw new Error("the rows cannot be read");
      })(),
    };
    await expect(workbookWriter.write([broken])).rejects.toThrow("the rows cannot be read");
  });
});
