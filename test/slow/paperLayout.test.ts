import { beforeAll, describe, expect, it } from "vitest";
import { wordPaper } from "~/meeting/minutes/paperBlocks";
import { paperDocument } from "~/meeting/minutes/paperDocument.server";
import { paperPages } from "~/meeting/minutes/paperPages";
import { type LaidOutPage, measurePages, pdfOf } from "../builders/laidOut";
import { adopted, chineseWords, decided, issuedPaper, unitName } from "../builders/paper";
import { unzip } from "../builders/zip";
import { hasLibreOffice } from "../libreOffice.js";

const here = hasLibreOffice();
if (!here)
  process.stdout.write("Skipped: LibreOffice is not installed, the layout of Word files is not measured.\n");

/** Minutes of so many topics, each with a resolution whose lines are full of dates. */
function minutesOf(count: number) {
  const topics = Array.from({ length: count }, (_, at) =>
    decided(`永丰路${at + 1}弄人行道塌陷修复`, {
      resolutions: [
        adopted(at + 1, {
          text: `由区建管委牵头，于2026年12月31日前修复永丰路${at + 1}弄人行道120米，恢复通行`,
        }),
      ],
    }),
  );
  const lookBack = Array.from({ length: count }, (_, at) => ({
    number: `RW-2026-${String(at + 1).padStart(4, "0")}`,
    title: `永丰路${at + 1}弄河道淤积清理`,
    lead: unitName("区水务局"),
    dueDate: "2026-12-15",
    statement: "delayed" as const,
    text: "待枯水期施工，本月底前再报一次进度",
  }));
  return issuedPaper({ topics, lookBack });
}

const top = 37;
const bottom = 297 - 35;
const left = 28;
const right = 210 - 26;
const pitch = 225 / 22;

describe.skipIf(!here)("the Word file of minutes, laid out and measured", () => {
  let pages: LaidOutPage[];
  let files: Map<string, string>;
  const paper = minutesOf(5);
  const first = () => pages[0]!;
  const last = () => pages.at(-1)!;
  /** Distances between the lines of a full page. */
  const full = () => pages[1]!.dark.slice(0, -1);

  beforeAll(async () => {
    const bytes = await paperDocument(paper, chineseWords);
    files = unzip(bytes);
    pages = await measurePages(pdfOf(bytes));
  });

  it("1 the red of the mark begins 35 mm below the top of the text area", () => {
    expect(Math.abs(first().red[0]!.top - top - 35)).toBeLessThan(0.5);
  });

  it("2 the mark stands in the middle, in one line", () => {
    const [mark] = first().red;
    expect(Math.abs(mark!.left - left - (right - mark!.right))).toBeLessThan(1);
    expect(first().red).toHaveLength(2);
  });

  it("3 the issue number stands two lines below the mark", () => {
    const gap = first().dark[0]!.top - first().red[0]!.bottom;
    expect(gap).toBeGreaterThan(2 * pitch);
    expect(gap).toBeLessThan(3 * pitch);
  });

  it("4 the red rule lies 4 mm below the issue number", () => {
    expect(Math.abs(first().red[1]!.top - first().dark[0]!.bottom - 4)).toBeLessThan(0.5);
  });

  it("5 the red rule is as wide as the text area", () => {
    expect(Math.abs(first().red[1]!.left - left)).toBeLessThan(0.3);
    expect(Math.abs(first().red[1]!.right - right)).toBeLessThan(0.3);
  });

  it("6 the title is 22 pt, two lines below the rule, in the middle", () => {
    const title = first().dark[1]!;
    expect(title.bottom - title.top).toBeGreaterThan(6.5);
    expect(title.bottom - title.top).toBeLessThan(8);
    expect(title.top - first().red[1]!.bottom).toBeGreaterThan(2 * pitch);
    expect(Math.abs(title.left - left - (right - title.right))).toBeLessThan(1);
  });

  it("7 the first page is filled to its last line", () => {
    const text = first().dark.slice(0, -1);
    expect(bottom - text.at(-1)!.bottom).toBeLessThan(pitch);
  });

  it("8 a full page has 22 lines", () => {
    expect(full()).toHaveLength(22);
    expect(full()[0]!.top).toBeGreaterThan(top);
    expect(full()[21]!.bottom).toBeLessThan(bottom);
  });

  it("9 lines are 225/22 mm apart", () => {
    const apart = (full()[21]!.top - full()[0]!.top) / 21;
    expect(Math.abs(apart - pitch)).toBeLessThan(0.1);
  });

  it("10 a line holds 28 characters", async () => {
    const text = "会".repeat(100);
    const topics = [decided("人行道", { resolutions: [adopted(1, { text })] })];
    const laidOut = await measurePages(pdfOf(await paperDocument(issuedPaper({ topics }), chineseWords)));
    const lines = laidOut.flatMap((page) => page.lines).filter((line) => /^会+$/.test(line));
    expect(lines.slice(0, 2)).toEqual(["会".repeat(28), "会".repeat(28)]);
  });

  it("11 paragraphs begin two characters in", () => {
    const indents = full().map((line) => line.left - left);
    for (const indent of indents.filter((one) => one > 3)) expect(Math.abs(indent - 11.4)).toBeLessThan(4.6);
    expect(indents.filter((one) => one > 9).length).toBeGreaterThan(3);
  });

  it("12 no number is divided at the end of a line", () => {
    const all = pages.flatMap((page) => page.lines);
    // In the tables behind, lines of several cells stand beside each other.
    const lines = all.slice(0, all.indexOf("附件1"));
    expect(lines.length).toBeGreaterThan(22);
    for (const [at, line] of lines.entries())
      if (/\d$/.test(line)) expect(lines[at + 1] ?? "").not.toMatch(/^\d/);
  });

  it("13 the page number stands 7 mm below the text area", () => {
    for (const page of pages) expect(Math.abs(page.dark.at(-1)!.top - bottom - 7)).toBeLessThan(0.5);
  });

  it("14 the page number stands at the outer edge, one character in", () => {
    for (const [at, page] of pages.entries()) {
      const number = page.dark.at(-1)!;
      const edge = at % 2 === 0 ? right - number.right : number.left - left;
      expect(Math.abs(edge - 4.94)).toBeLessThan(0.6);
    }
  });

  it("15 the page number stands between dashes", () => {
    for (const [at, page] of pages.entries()) expect(page.lines.at(-1)).toBe(`—${at + 1}—`);
  });

  it("16 the last rule of the end block lies on the lower edge of the text area", () => {
    expect(Math.abs(last().dark.at(-2)!.bottom - bottom)).toBeLessThan(0.5);
  });

  it("17 the rules of the end block are 0.35 mm outside and 0.25 mm inside, as wide as the text area", () => {
    const rules = last().dark.filter((band) => band.bottom - band.top < 0.6 && band.right - band.left > 150);
    expect(rules).toHaveLength(3);
    for (const [at, thick] of [0.35, 0.25, 0.35].entries()) {
      expect(Math.abs(rules[at]!.bottom - rules[at]!.top - thick)).toBeLessThan(0.1);
      expect(Math.abs(rules[at]!.left - left)).toBeLessThan(0.3);
      expect(Math.abs(rules[at]!.right - right)).toBeLessThan(0.3);
    }
  });

  it("18 the pages are an even count, the end block on the last of them", () => {
    expect(pages.length % 2).toBe(0);
    expect(last().lines.some((line) => line.startsWith("抄送："))).toBe(true);
  });

  it("19 headings are headings: 一、 in HeiTi, （一） in KaiTi, 1. and （1） as the text", () => {
    const styles = files.get("word/styles.xml")!;
    for (const [at, font] of ["黑体", "楷体_GB2312", "仿宋_GB2312", "仿宋_GB2312"].entries()) {
      const style = styles.split(`w:styleId="Heading${at + 1}"`)[1]!.split("</w:style>")[0]!;
      expect(style).toContain(`w:eastAsia="${font}"`);
      expect(style).toContain(`<w:outlineLvl w:val="${at}"/>`);
    }
    for (const [style, text] of [
      ["Heading1", "一、"],
      ["Heading2", "（一）"],
      ["Heading3", "1. "],
    ]) {
      const paragraphs = files.get("word/document.xml")!.split(`<w:pStyle w:val="${style}"/>`);
      expect(paragraphs[1]!.split("</w:p>")[0]).toContain(text);
    }
  });

  it("20 no font is embedded, and every run says that it is Chinese", () => {
    expect([...files.keys()].filter((name) => /fonts\/|odttf/.test(name))).toEqual([]);
    const runs = files.get("word/document.xml")!.split("<w:r>").slice(1);
    for (const run of runs.filter((one) => one.includes("<w:t"))) expect(run).toMatch(/<w:lang [^>]*"zh-CN"/);
  });
});

describe.skipIf(!here)("however long the minutes are", () => {
  for (const count of [1, 3, 5, 8, 30])
    it(`${count} topics: as many pages as were counted, the end block at the foot of the last`, async () => {
      const paper = minutesOf(count);
      const pages = await measurePages(pdfOf(await paperDocument(paper, chineseWords)));
      expect(pages.length).toBe(paperPages(wordPaper(paper, chineseWords, "zh-CN")).pages);
      expect(pages.length % 2).toBe(0);
      expect(Math.abs(pages.at(-1)!.dark.at(-2)!.bottom - bottom)).toBeLessThan(0.5);
    });

  it("a title over two lines leaves no character alone", async () => {
    const paper = issuedPaper({ host: { zh: "云川区永丰路街道办事处（筹）", en: "" } });
    const [page] = await measurePages(pdfOf(await paperDocument(paper, chineseWords)));
    const at = page!.lines.findIndex((line) => line.startsWith("云川区永丰路"));
    const title = page!.lines.slice(at, at + 2);
    expect(title.join("")).toBe("云川区永丰路街道办事处（筹）2026年11月基层会商日会议纪要");
    for (const line of title) expect(line.length).toBeGreaterThan(8);
  });
});
