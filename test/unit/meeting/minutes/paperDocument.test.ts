import { beforeAll, describe, expect, it } from "vitest";
import { paperDocument } from "~/meeting/minutes/paperDocument.server";
import { adopted, chineseWords, decided, issuedPaper, unitName } from "../../../builders/paper";
import { readXml, strays } from "../../../builders/strays";
import { unzip } from "../../../builders/zip";

let files: Map<string, string>;
let body: string;

beforeAll(async () => {
  files = unzip(await paperDocument(issuedPaper(), chineseWords));
  body = files.get("word/document.xml")!;
});

const millimetres = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;

/** The value of an attribute of the first such element. */
function attribute(xml: string, element: string, name: string): string | undefined {
  const found = new RegExp(`<${element}\\b[^>]*>`).exec(xml)?.[0];
  return new RegExp(`${name}="([^"]*)"`).exec(found ?? "")?.[1];
}

/** The paragraph that holds a text. */
function paragraphOf(text: string): string {
  const found = body.split("<w:p>").find((part) => part.includes(text));
  if (!found) throw new Error(`no paragraph says ${text}`);
  return found.split("</w:p>")[0]!;
}

describe("the file in official layout, measured", () => {
  it("A4 with a text area of 156 × 225 mm: 37 above, 28 left, 26 right, 35 below", () => {
    const size = ["w:w", "w:h"].map((name) => millimetres(attribute(body, "w:pgSz", name)));
    const margin = ["w:top", "w:left", "w:right", "w:bottom"].map((name) =>
      millimetres(attribute(body, "w:pgMar", name)),
    );
    for (const [at, wanted] of [210, 297].entries()) expect(size[at]).toBeCloseTo(wanted, 1);
    for (const [at, wanted] of [37, 28, 26, 35].entries()) expect(margin[at]).toBeCloseTo(wanted, 1);
  });

  it("22 lines of 28 characters", () => {
    expect(attribute(body, "w:docGrid", "w:type")).toBe("lines");
    const pitch = Number(attribute(body, "w:docGrid", "w:linePitch"));
    expect(Math.floor(((225 / 25.4) * 1440) / pitch)).toBe(22);
    const [tightening] = /(?<=<w:rPr>.*<w:spacing w:val=")[^"]*/.exec(paragraphOf("主持召开")) ?? [];
    const width = 16 + Number(tightening) / 20;
    expect(Math.floor(((156 / 25.4) * 72) / width)).toBe(28);
    expect(attribute(paragraphOf("主持召开"), "w:spacing", "w:line")).toBe(String(pitch));
    expect(attribute(paragraphOf("主持召开"), "w:spacing", "w:lineRule")).toBe("exact");
  });

  it("keeps the last entry of the ledger on the sheet, small, above the end block and not of its layout", async () => {
    const ledgerHead = { sequence: 4711, hash: "0123456789abcdef".repeat(4) };
    const own = unzip(await paperDocument({ ...issuedPaper(), ledgerHead }, chineseWords));
    const end = own.get("word/document.xml")!.split("<w:tbl>").at(-1);
    const stamp = end!.split("</w:tr>")[0]!;
    expect(stamp).toContain("操作记录第4711条 0123456789abcdef<");
    expect([attribute(stamp, "w:sz", "w:val"), attribute(stamp, "w:color", "w:val")]).toEqual([
      "16",
      "808080",
    ]);
    const rows = (xml: string) => xml.split("</w:tbl>")[0]!.split("<w:tr>").slice(-2);
    expect(rows(end!)).toEqual(rows(body.split("<w:tbl>").at(-1)!));
  });

  it("fonts by name, 16 pt body, 22 pt title, none embedded", () => {
    const look = (text: string) => [
      attribute(paragraphOf(text), "w:rFonts", "w:eastAsia"),
      attribute(paragraphOf(text), "w:sz", "w:val"),
    ];
    expect(look("主持召开")).toEqual(["仿宋_GB2312", "32"]);
    expect(look("东街道2026年11月基层会商日会议纪要")).toEqual(["方正小标宋_GBK", "44"]);
    expect(look("一、议题审议")).toEqual(["黑体", "32"]);
    expect(look("（一）人行道塌陷")).toEqual(["楷体_GB2312", "32"]);
    expect(look("抄送：")).toEqual(["仿宋_GB2312", "28"]);
    expect([...files.keys()].some((name) => /fonts\/|\.odttf$/.test(name))).toBe(false);
  });

  it("the mark red; a red rule below the issue number", () => {
    const mark = paragraphOf("云川区基层会商日会议纪要");
    expect(attribute(mark, "w:color", "w:val")).toBe("C00000");
    const number = paragraphOf("〔2026〕第3期");
    expect(attribute(number, "w:bottom", "w:color")).toBe("C00000");
  });

  it("real headings, and what a word processor needs to leave numbers whole", () => {
    const style = (text: string) => attribute(paragraphOf(text), "w:pStyle", "w:val");
    expect([style("一、议题审议"), style("（一）人行道"), style("1. 修复人行道")]).toEqual([
      "Heading1",
      "Heading2",
      "Heading3",
    ]);
    for (const run of body.split("<w:r>").slice(1))
      expect(attribute(run, "w:lang", "w:eastAsia")).toBe("zh-CN");
  });

  it("paragraphs two characters in, attendance hanging behind its label", () => {
    expect(attribute(paragraphOf("主持召开"), "w:ind", "w:firstLine")).toBe("640");
    const present = paragraphOf("出席：");
    expect(attribute(present, "w:ind", "w:left")).toBe("1600");
    expect(attribute(present, "w:ind", "w:hanging")).toBe("960");
    expect(attribute(present, "w:rFonts", "w:eastAsia")).toBe("黑体");
  });

  it("an end block between rules of 0.35 mm, 0.25 mm inside", () => {
    const weights = [
      ...body
        .split("<w:tbl>")
        .at(-1)!
        .matchAll(/<w:(?:top|bottom) w:val="single"[^>]*w:sz="(\d+)"/g),
    ];
    const millimetresOf = weights.map(([, size]) => (Number(size) / 8 / 72) * 25.4);
    for (const [at, wanted] of [0.35, 0.25, 0.25, 0.35].entries())
      expect(millimetresOf[at]).toBeCloseTo(wanted, 1);
    expect(body).toContain("2026年11月24日印发");
  });

  it("a page number between dashes at the outer edge", () => {
    const footers = [...files].filter(([name]) => /word\/footer\d+\.xml/.test(name)).map(([, xml]) => xml);
    const sides = new Set(footers.map((xml) => attribute(xml, "w:jc", "w:val")));
    expect([...sides].sort()).toEqual(["left", "right"]);
    for (const xml of footers) {
      expect(attribute(xml, "w:rFonts", "w:eastAsia")).toBe("宋体");
      expect(attribute(xml, "w:sz", "w:val")).toBe("28");
      expect(xml).toMatch(/— .*PAGE.* —/s);
    }
    expect(files.get("word/settings.xml")).toContain("evenAndOddHeaders");
  });
});

it("is well-formed whatever signs older minutes hold", async () => {
  const resolution = { text: strays, residentText: strays, measure: strays, evidence: strays };
  const paper = issuedPaper({
    district: unitName(`${strays}区`),
    office: unitName(strays),
    topics: [decided(strays, { presenter: strays, resolutions: [adopted(1, resolution)] })],
  });
  for (const [name, text] of unzip(await paperDocument(paper, chineseWords)))
    if (name.endsWith(".xml") || name.endsWith(".rels")) expect(() => readXml(text), name).not.toThrow();
});
