import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readSheet } from "~/problem/import/fileReader.server";
import { type ImportInput, importList, previewImport } from "~/problem/import/importList.server";
import { dropUpload, uploadedFile, uploadImport } from "~/problem/import/uploadImport.server";
import { showList } from "~/problem/list/showList.server";
import { read } from "~db/read";
import { importedFile, importedRow, problem } from "~db/schema";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { someDay } from "../../../builders/problem";
import { xlsxOf, zipOf } from "../../../builders/spreadsheet";

withDatabase();
let district: SmallDistrict;
const month = "2026-12";

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
});

const bring = (account: string, street: string, name: string, bytes: Buffer) =>
  importList(district.actors[account]!, { month, street, file: { name, bytes } }, someInstant);

const preview = (actor: Parameters<typeof previewImport>[0], input: ImportInput) =>
  previewImport(actor, input, someInstant);

const header = ["留言编号", "留言主题", "留言时间", "留言详情", "一级分类", "涉及单位"];

describe("importing a list", () => {
  it("takes what it can in one go and says of every other row why not", async () => {
    const bytes = await xlsxOf([
      header,
      ["24", "永丰路人行道塌陷", "2026/1/6 12:09:38", "人行道塌了。", "城乡建设", "works单位"],
      [null, null, null, null, null, null],
      ["37", "路灯不亮", new Date(Date.UTC(2026, 0, 7, 8, 30)), "晚上一片黑。", "说不清", null],
      ["37", "路灯还是不亮", "2026/1/8", "还是黑。", "交通运输", null],
      ["38", "水管漏水", "2026/1/8", "水".repeat(32_768), "交通运输", null],
    ]);
    const result = await bring("street-east", "east", "清单.xlsx", bytes);
    expect(result).toMatchObject({
      ok: true,
      value: {
        rowsRead: 4,
        accepted: 2,
        numbers: ["EST-2026-0001", "EST-2026-0002"],
        rejected: [
          { row: 5, findings: [{ column: "留言编号", code: "duplicateInFile", value: "4" }] },
          { row: 6, findings: [{ column: "留言详情", code: "tooLong", value: "32768" }] },
        ],
        remarks: [{ row: 4, findings: [{ column: "一级分类", code: "unknownClass", value: "说不清" }] }],
      },
    });
  });

  it("keeps the file and every row as read, and links each problem to its row", async () => {
    const [file] = await read((db) => db.select().from(importedFile));
    expect(file).toMatchObject({ fileName: "清单.xlsx", rowsRead: 4 });
    const rows = await read((db) => db.select().from(importedRow).orderBy(importedRow.rowNumber));
    expect(rows.map((row) => [row.rowNumber, row.rejected !== null])).toEqual([
      [2, false],
      [4, false],
      [5, true],
      [6, true],
    ]);
    expect(JSON.parse(rows[1]!.cells)).toMatchObject({ 留言主题: "路灯不亮", 一级分类: "说不清" });
    const [made] = await read((db) => db.select().from(problem).where(eq(problem.number, "EST-2026-0002")));
    expect(made).toMatchObject({
      importedRowId: rows[1]!.id,
      sourceNumber: "37",
      problemClass: "other",
      raisedAt: "2026-01-07T00:30:00.000Z",
    });
    const list = await showList(district.actors["street-east"]!, { month, street: "east" });
    expect(list!.rows.map((row) => row.number)).toEqual(["EST-2026-0001", "EST-2026-0002"]);
    expect(list!.rows[0]!.concernedUnitIds).toEqual([district.units.works]);
  });

  it("takes nothing twice", async () => {
    const bytes = Buffer.from("\ufeff编号,名称,原话\n24,换了说法,同一张工单\n99,新的,新的话\n");
    expect(await bring("street-east", "east", "again.csv", bytes)).toMatchObject({
      value: {
        accepted: 1,
        rejected: [{ row: 2, findings: [{ code: "duplicateOnRecord", value: "EST-2026-0001" }] }],
      },
    });
    // Another street may well have a case of that number.
    expect(await bring("street-west", "west", "again.csv", bytes)).toMatchObject({ value: { accepted: 2 } });
  });

  it("is the street's alone", async () => {
    const bytes = Buffer.from("名称,原话\n一,二\n");
    expect(await bring("street-west", "east", "a.csv", bytes)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await bring("office", "east", "a.csv", bytes)).toMatchObject({ refusal: { code: "notAllowed" } });
    expect(await bring("community-east", "east", "a.csv", bytes)).toMatchObject({
      refusal: { code: "notAllowed" },
    });
    expect(await bring("dept-works", "east", "a.csv", bytes)).toMatchObject({
      refusal: { code: "notFound" },
    });
    const system = await preview("system", { month, street: "east", file: { name: "a.csv", bytes } });
    expect(system).toMatchObject({ value: { accepted: 1, numbers: null } });
    expect(
      await preview("system", { month: "2031-01", street: "east", file: { name: "a.csv", bytes } }),
    ).toMatchObject({ refusal: { code: "notFound" } });
  });

  it("can be told which column is which", async () => {
    const file = { name: "b.csv", bytes: Buffer.from("甲,乙\n这是名称,他说的话\n") };
    const actor = district.actors["street-east"]!;
    const input = { month, street: "east", file };
    expect(await preview(actor, input)).toMatchObject({ refusal: { code: "noColumns" } });
    const told = await preview(actor, { ...input, choices: { columns: { title: 0, originalWording: 1 } } });
    expect(told).toMatchObject({ value: { accepted: 1, rows: [{ title: "这是名称" }] } });
  });
});

describe("a file while its columns are matched", () => {
  it("waits for its street, is replaced by the next one and can be dropped", async () => {
    const where = { month, street: "west" };
    const actor = district.actors["street-west"]!;
    const upload = (name: string, text: string) =>
      uploadImport(actor, { ...where, file: { name, bytes: Buffer.from(text) } }, someInstant);
    expect(await upload("one.csv", "甲,乙\n1,2\n")).toMatchObject({ ok: true });
    expect(await upload("two.csv", "名称\n路灯\n")).toMatchObject({ ok: true });
    expect(await uploadedFile(actor, where)).toMatchObject({ value: { name: "two.csv" } });
    expect(await uploadedFile(district.actors["street-east"]!, where)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await upload("bad.csv", "\u0000\u0001")).toMatchObject({ refusal: { code: "fileUnreadable" } });
    expect(await dropUpload(district.actors["street-east"]!, where, someInstant)).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await dropUpload(actor, where, someInstant)).toMatchObject({ ok: true });
    expect(await uploadedFile(actor, where)).toEqual({ ok: true, value: undefined });
  });
});

describe("hostile and odd files", () => {
  const code = async (bytes: Buffer) => {
    const result = await readSheet({ bytes });
    return result.ok ? result.value.rows.length : result.refusal.code;
  };

  it("reads Chinese text in GB18030 and UTF-16", async () => {
    // 名称,原话 / 路灯,黑
    const gb = Buffer.from("c3fbb3c62cd4adbbb00ac2b7b5c62cbada0a", "hex");
    expect(await readSheet({ bytes: gb })).toMatchObject({
      value: { rows: [{ cells: ["名称", "原话"] }, { row: 2, cells: ["路灯", "黑"] }] },
    });
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("名称\n路灯", "utf16le")]);
    expect(await readSheet({ bytes: wide })).toMatchObject({
      value: { rows: [{ cells: ["名称"] }, { cells: ["路灯"] }] },
    });
  });

  it("skips tens of thousands of empty rows", async () => {
    const rows = Array.from({ length: 65_000 }, () => [null, null]);
    const bytes = await xlsxOf([["名称", "原话"], ["路灯", "黑"], ...rows, ["井盖", "响"]]);
    expect(await readSheet({ bytes })).toMatchObject({
      value: { rows: [{ row: 1 }, { row: 2 }, { row: 65_003 }] },
    });
  });

  it("cuts what is wider than any list", async () => {
    const wide = await readSheet({ bytes: Buffer.from(`名称${",x".repeat(300)}\n`) });
    expect(wide.ok && wide.value.rows[0]!.cells).toHaveLength(200);
  });

  it("reads a file with a broken byte, and says which row to compare", async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `路灯${at}不亮,晚上一片黑\n`);
    const whole = Buffer.from(`名称,原话\n${rows.join("")}`);
    const at = whole.indexOf("灯7") + 1;
    const broken = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
    const actor = district.actors["street-west"]!;
    const file = { name: "a.csv", bytes: broken };
    expect(await preview(actor, { month, street: "west", file })).toMatchObject({
      value: {
        accepted: 20,
        remarks: [{ row: 9, findings: [{ column: "名称", code: "brokenCharacter" }] }],
      },
    });
  });

  it("refuses what is no table: cut off, another format, binary, too large, too many rows", async () => {
    const good = await xlsxOf([["名称"], ["路灯"]]);
    expect(await code(good.subarray(0, good.length - 40))).toBe("fileUnreadable");
    expect(await code(zipOf([{ name: "word/document.xml", content: Buffer.from("<x/>") }]))).toBe(
      "fileUnreadable",
    );
    expect(await code(Buffer.from("d0cf11e0a1b11ae1000000", "hex"))).toBe("fileOtherFormat");
    expect(await code(Buffer.from("<html><table><tr><td>名称</td></tr></table></html>"))).toBe(
      "fileOtherFormat",
    );
    expect(await code(Buffer.from([0x80, 0xff, 0xff, 0xff]))).toBe("fileUnreadable");
    const large = Buffer.alloc(51 * 1024 * 1024, 65);
    expect(await bring("street-east", "east", "a.csv", large)).toMatchObject({
      refusal: { code: "fileTooLarge" },
    });
    expect(await code(Buffer.from("名称\n".repeat(21_000)))).toBe("tooManyRows");
    expect(await code(Buffer.alloc(0))).toBe(0);
  });

  it("finds nothing to import in an empty file", async () => {
    expect(await bring("street-east", "east", "leer.csv", Buffer.alloc(0))).toMatchObject({
      refusal: { code: "fileUnreadable" },
    });
  });
});
