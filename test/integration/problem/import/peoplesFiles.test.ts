import { beforeAll, describe, expect, it } from "vitest";
import { readSheet } from "~/problem/import/fileReader.server";
import { type ImportInput, importList, previewImport } from "~/problem/import/importList.server";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../../builders/district";
import { someDay } from "../../../builders/problem";
import { mustSucceed } from "../../../builders/result";
import { cellXml, type WrittenSheet, workbookOf, zipped } from "../../../builders/workbook";

withDatabase();
let district: SmallDistrict;
const where = { month: "2026-12", street: "east" };

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, where.month, "collecting");
});

const preview = async (bytes: Buffer, choices: ImportInput["choices"] = {}) =>
  previewImport("system", { ...where, file: { name: "清单.xlsx", bytes }, choices }, someInstant);
/** What becomes of each row: the problem, or nothing. */
const problemsIn = async (bytes: Buffer, choices: ImportInput["choices"] = {}) =>
  mustSucceed(await preview(bytes, choices)).rows.map((row) => row.problem);
const sheet = (rows: WrittenSheet["rows"], merges: string[] = []) =>
  workbookOf([{ name: "清单", rows, merges }]);

const header = [
  "序号",
  "问题名称",
  "问题类别",
  "具体位置",
  "群众反映内容",
  "已开展工作",
  "涉及部门",
  "提请会商事项",
];
const line = [
  "1",
  "小区门口积水",
  "公共设施",
  "东街1号",
  "下雨就积水，没人管。",
  "已看过两次",
  "works单位",
  "能否改造",
];
const taken = { title: "小区门口积水", originalWording: "下雨就积水，没人管。", coordination: "已看过两次" };

describe("a list as an office writes it", () => {
  it("has a title and who filled it in above the header", async () => {
    const rows = [
      ["东街街道问题清单"],
      ["填报单位：东街街道", null, null, null, null, null, "填报日期：2026年11月20日"],
      header,
      line,
    ];
    expect(await problemsIn(sheet(rows, ["A1:H1", "A2:F2"]))).toMatchObject([taken]);
  });

  it.each([
    ["merged", true],
    ["with empty cells", false],
  ])("has a header of two rows, %s", async (_, merged) => {
    const upper = [...header.slice(0, 5), "前期协调", null, "需会商"];
    const lower = [null, null, null, null, null, "已开展工作", "涉及部门", "提请会商事项"];
    const merges = merged ? ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:E2", "F1:G1"] : [];
    const result = mustSucceed(await preview(sheet([upper, lower, line], merges)));
    expect(result.rows).toMatchObject([
      { row: 3, problem: { ...taken, question: "能否改造", concernedUnitIds: [district.units.works] } },
    ]);
  });

  it("merges cells: every row of the block has the value", async () => {
    const rows = [
      ["问题名称", "群众原话", "类别", "地点", "时间"],
      ["路灯不亮", "三天没亮", "公共设施", "东街", "2026/11/2"],
      ["垃圾满溢", "两天没收", null, null, null],
      ["道板破损", "绊倒人", null, null, null],
      ["违停", "堵门", "交通", "西街", "2026/11/3"],
    ];
    const found = await problemsIn(sheet(rows, ["C2:C4", "D2:D4", "E2:E4"]));
    expect(found.map((one) => [one!.problemClass, one!.place, one!.raisedAt])).toEqual([
      ...new Array(3).fill(["publicFacilities", "东街", "2026-11-02"]),
      ["traffic", "西街", "2026-11-03"],
    ]);
  });

  it("begins with a hidden sheet or a cover", async () => {
    const list = { name: "问题清单", rows: [header, line] };
    const units = { name: "字典", rows: [["单位"], ["区水务局"], ["区建管委"]] };
    const cover = { name: "封面", rows: [["东街街道"], ["二〇二六年十二月"]] };
    expect(await problemsIn(workbookOf([{ ...units, hidden: true }, list]))).toMatchObject([taken]);
    expect(await problemsIn(workbookOf([cover, units, list]))).toMatchObject([taken]);
    const old = { ...list, name: "去年", hidden: true };
    expect(await problemsIn(workbookOf([old, { ...list, rows: [header, line, line] }]))).toHaveLength(2);
  });

  it("has several sheets with lists: one has to be chosen", async () => {
    const other = ["1", "路灯不亮", "公共设施", "西街", "黑。", "", "", ""];
    const bytes = workbookOf([
      { name: "一季度", rows: [header, line] },
      { name: "二季度", rows: [header, other] },
    ]);
    expect(await preview(bytes)).toMatchObject({
      refusal: { code: "sheetUndecided", values: { sheets: "一季度、二季度" } },
    });
    expect(await problemsIn(bytes, { sheet: 1 })).toMatchObject([{ title: "路灯不亮" }]);
    expect(await problemsIn(bytes, { sheet: "一季度" })).toMatchObject([taken]);
    expect(await preview(bytes, { sheet: "三季度" })).toMatchObject({ refusal: { code: "sheetUnknown" } });
    expect(await preview(bytes, { sheet: 7 })).toMatchObject({ refusal: { code: "sheetUnknown" } });
  });

  it("ends with a total", async () => {
    const rows = [header, line, ["合计", "1件", null, null, null, null, null, null]];
    const result = mustSucceed(await preview(sheet(rows, ["A3:B3"])));
    expect(result).toMatchObject({ rowsRead: 1, accepted: 1, table: { beside: [3] } });
  });

  it("has cells without address and names with backslashes in the archive", async () => {
    const bare = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const row = (...texts: string[]) => `<row>${texts.map(bare).join("")}</row>`;
    const xml = row("问题名称", "群众原话") + row("井盖松动", "车一过就响");
    expect(await problemsIn(workbookOf([{ name: "清单", xml }]))).toMatchObject([{ title: "井盖松动" }]);
    const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const bytes = zipped({
      "_rels\\.rels": `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl\\workbook.xml"/></Relationships>`,
      "xl\\workbook.xml": `<x:workbook xmlns:x="x" xmlns:r="${office}"><x:sheets><x:sheet name="清单" r:id="b"/></x:sheets></x:workbook>`,
      "xl\\_rels\\workbook.xml.rels": `<Relationships><Relationship Id="b" Type="${office}/worksheet" Target="\\xl\\Worksheets\\Sheet1.xml"/></Relationships>`,
      "xl\\worksheets\\sheet1.xml": `<x:worksheet xmlns:x="x"><x:sheetData>${xml.replaceAll("<", "<x:").replaceAll("<x:/", "</x:")}</x:sheetData></x:worksheet>`,
    });
    expect(await problemsIn(bytes)).toMatchObject([{ title: "井盖松动", originalWording: "车一过就响" }]);
  });

  it("has numbers as Java writes them, dates by their format, and rich text", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode='yyyy"年"m"月"d"日"'/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
    const strings = `<sst><si><r><t>烧烤摊</t></r><r><t xml:space="preserve"> 到一点</t></r><rPh><t>x</t></rPh></si><si><t>第一行_x000D_&#10;第二行</t></si></sst>`;
    const titles = ["问题名称", "群众原话", "来源编号", "时间"]
      .map((text, at) => cellXml(`${"ABCD"[at]}1`, text))
      .join("");
    const xml = `<row r="1">${titles}</row>
      <row r="2">${cellXml("A2", "夜市扰民")}<c r="B2" t="s"><v>0</v></c><c r="C2"><v>2.0260106001E10</v></c><c r="D2" s="1"><v>46028</v></c></row>
      <row r="3">${cellXml("A3", "路灯不亮")}<c r="B3" t="s"><v>1</v></c><c r="C3"><v>20260106002</v></c><c r="D3" s="2"><v>46028.6390162037</v></c></row>
      <row r="4">${cellXml("A4", "井盖松动")}${cellXml("B4", "响")}<c r="C4" t="e"><v>#N/A</v></c><c r="D4" s="1"/></row>`;
    const parts = { "xl/styles.xml": styles, "xl/sharedStrings.xml": strings };
    const { rows } = mustSucceed(await preview(workbookOf([{ name: "清单", xml }], parts)));
    expect(
      rows.map((row) => [row.sourceNumber, row.problem!.originalWording, row.problem!.raisedAt]),
    ).toEqual([
      ["20260106001", "烧烤摊 到一点", "2026-01-06"],
      ["20260106002", "第一行\r\n第二行", "2026-01-06T07:20:11.000Z"],
      ["", "响", ""],
    ]);
    expect(rows[2]!.remarks).toEqual([{ column: "来源编号", code: "errorCell", value: "#N/A" }]);
  });

  it("is text with a title above tabs, a number as a formula, or blanks before its quotes", async () => {
    const tabs = Buffer.from(
      `东街街道,问题清单\n填报：东街\t\t\t\n${header.join("\t")}\n${line.join("\t")}\n`,
    );
    expect(await problemsIn(tabs)).toMatchObject([taken]);
    const formula = Buffer.from('问题名称,居民原话,来源编号\n路灯不亮,三天没亮,="20260106001"\n');
    expect(mustSucceed(await preview(formula)).rows[0]!.sourceNumber).toBe("20260106001");
    const blanks = Buffer.from('名称, 群众原话, 来源\n路灯, "黑，没人管, 怕", 热线\n');
    expect(await problemsIn(blanks)).toMatchObject([
      { originalWording: "黑，没人管, 怕", source: "hotline" },
    ]);
  });

  it.each([
    ["the old binary format", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "fileOtherFormat"],
    ["a page with a table", Buffer.from("<html><table><tr><td>名称</td></tr></table>"), "fileOtherFormat"],
    [
      "a workbook in binary parts",
      zipped({
        "_rels/.rels": '<R><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></R>',
      }),
      "fileOtherFormat",
    ],
    [
      "a workbook with a password",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "fileEncrypted",
    ],
  ])("is %s: the way out is told", async (_, bytes, code) => {
    expect(await readSheet({ bytes })).toMatchObject({ refusal: { code } });
  });

  it("has a cell of 30,000 characters, whose every sign arrives", async () => {
    const words = `　　${"水".repeat(29_990)}\u200b。 `;
    const [made] = await problemsIn(
      sheet([
        ["名称", "诉求内容"],
        ["漏水", words],
      ]),
    );
    expect(made!.originalWording).toBe(words);
  });
});

describe("what the file does not tell", () => {
  it("is said by whoever imports: the header's row and the columns", async () => {
    const rows = [
      ["甲", "乙", "丙"],
      ["x", "y", "z"],
      ["1", "路灯不亮", "黑。"],
    ];
    expect(await preview(sheet(rows))).toMatchObject({ refusal: { code: "noColumns" } });
    const choices = { header: 2, columnNames: { title: "B", originalWording: "z" } };
    expect(await problemsIn(sheet(rows), choices)).toMatchObject([
      { title: "路灯不亮", originalWording: "黑。" },
    ]);
    expect(await preview(sheet(rows), { header: 9 })).toMatchObject({ refusal: { code: "headerUnknown" } });
    expect(await preview(sheet(rows), { columnNames: { title: "没有" } })).toMatchObject({
      refusal: { code: "columnUnknown" },
    });
  });

  it("keeps rows without words from being imported until it is decided", async () => {
    const bytes = sheet([["问题名称"], ["路灯没有原话"]]);
    const file = { name: "a.xlsx", bytes };
    const undecided = { refusal: { code: "wordsUndecided", values: { count: 1 } } };
    expect(await preview(bytes)).toMatchObject(undecided);
    expect(await importList("system", { ...where, file }, someInstant)).toMatchObject(undecided);
    const decided = { ...where, file, choices: { wordless: "statement" as const } };
    expect(await importList("system", decided, someInstant)).toMatchObject({ value: { accepted: 1 } });
  });

  it("does not double the rows when the header is corrected", async () => {
    const bytes = sheet([
      ["名称", "情况说明"],
      ["内容", "名称"],
      ["树倒了", "东街老树"],
      ["墙裂了", "西街老墙"],
    ]);
    const file = { name: "b.xlsx", bytes };
    const first = { header: 1, columnNames: { originalWording: "B" } };
    expect(await importList("system", { ...where, file, choices: first }, someInstant)).toMatchObject({
      value: { accepted: 3 },
    });
    expect(await importList("system", { ...where, file, choices: { header: 2 } }, someInstant)).toMatchObject(
      {
        value: { accepted: 0, rejected: [{ findings: [{ code: "sameRowOnRecord" }] }, {}] },
      },
    );
  });
});
