import { describe, expect, it } from "vitest";
import { readCsv, separatorOf, widestLine } from "~/problem/import/csv";

const cells = (text: string) => readCsv(text, 1_000).map((row) => row.cells);

describe("comma-separated text", () => {
  it("reads quoted cells with separators, line breaks and quotes", () => {
    expect(cells('名称,原话\r\n"a,b","他说""好""\n第二行"\r\nc,\r\n')).toEqual([
      ["名称", "原话"],
      ["a,b", '他说"好"\n第二行'],
      ["c", ""],
    ]);
  });

  it("counts empty lines, as a spreadsheet would", () => {
    expect(readCsv("a\n\nb", 1_000)).toEqual([
      { row: 1, cells: ["a"] },
      { row: 2, cells: [""] },
      { row: 3, cells: ["b"] },
    ]);
  });

  it("finds semicolons and tabs", () => {
    expect(separatorOf("a;b;c,d\n1;2;3,4,5")).toBe(";");
    expect(cells("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("finds the sign between cells below a title, and lines that end in different ways", () => {
    expect(cells("问题清单\r\n名称;原话\n路灯;黑\r井盖;响")).toEqual([
      ["问题清单"],
      ["名称", "原话"],
      ["路灯", "黑"],
      ["井盖", "响"],
    ]);
  });

  it("takes a quote behind blanks for a quote, and one that encloses nothing for a sign", () => {
    expect(cells('名称, "东街, 西街",原话\n"五违"整治,"他说"好"的",12" 管')).toEqual([
      ["名称", "东街, 西街", "原话"],
      ['"五违"整治', '"他说"好"的"', '12" 管'],
    ]);
  });

  it("keeps the blanks in front of words", () => {
    expect(cells('名称, "　　您好，\n 我家漏水", x\n 路灯,  黑')).toEqual([
      ["名称", "　　您好，\n 我家漏水", " x"],
      [" 路灯", "  黑"],
    ]);
  });

  it("finds the sign between cells whatever the title above says", () => {
    const rows = ["名称\t原话\t地点", "路灯\t黑，怕,真怕\t东街", "井盖\t响\t西街"];
    expect(separatorOf(["关于路灯,井盖,树木的清单", ...rows].join("\n"))).toBe("\t");
    expect(separatorOf(["清单;附件,一,二", ...rows.map((row) => row.replaceAll("\t", ";"))].join("\n"))).toBe(
      ";",
    );
  });

  it("counts the cells of a line before it makes them", () => {
    expect(widestLine(`a,b\n${",".repeat(50_000)}\nc`, ",")).toBe(50_001);
    expect(widestLine("", ",")).toBe(1);
  });

  it("reads what stands before a quote that is never closed as it was meant", () => {
    expect(cells('"甲,乙","丙\n丁"\n戊,"己\n庚,辛')).toEqual([
      ["甲,乙", "丙\n丁"],
      ["戊", '"己'],
      ["庚", "辛"],
    ]);
  });

  it("does not let an unclosed quote swallow the rest, nor a text without lines stop it", () => {
    expect(cells('a,"b\nc,d')).toEqual([
      ["a", '"b'],
      ["c", "d"],
    ]);
    expect(cells(`"${"x".repeat(2_000_000)}`)).toHaveLength(1);
    expect(readCsv("a\n".repeat(10_000), 100)).toHaveLength(100);
  });
});
