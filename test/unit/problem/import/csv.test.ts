import { describe, expect, it } from "vitest";
import { readCsv, separatorOf } from "~/problem/import/csv";

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
    expect(separatorOf("a;b;c,d\n1,2,3,4,5")).toBe(";");
    expect(cells("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
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
