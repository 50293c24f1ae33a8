import { describe, expect, it } from "vitest";
import { countMarks, foreignIn, halfDone, loggedFaults, lostOrDoubled } from "../../faults/checks";

const sent = new Set(["a0x", "a1x", "a2x"]);

describe("what is looked for after a fault", () => {
  it("is nothing where each acknowledged thing is there once, and what was not may be there or not", () => {
    const found = countMarks("<p>a0x</p><p>a1x</p>", /a\dx/g);
    expect(lostOrDoubled("form", found, ["a0x"], sent)).toEqual([]);
  });

  it("finds what was acknowledged and is lost", () => {
    expect(lostOrDoubled("form", new Map([["a1x", 1]]), ["a0x", "a1x"], sent)).toEqual([
      "form: a0x was acknowledged and is lost",
    ]);
  });

  it("finds what is there twice, also where nobody was told of it", () => {
    const found = countMarks("a0x a1x a1x", /a\dx/g);
    expect(lostOrDoubled("form", found, [], sent)).toEqual(["form: a1x is there 2 times"]);
  });

  it("finds what nobody sent", () => {
    expect(lostOrDoubled("form", new Map([["a9x", 1]]), [], sent)).toEqual([
      "form: a9x is there and nobody sent it",
    ]);
  });

  it("finds of what there is a part", () => {
    const parts = [0, 60, 59].map((there) => ({ name: `of ${there}`, there, whole: 60 }));
    expect(halfDone("import", parts)).toEqual(["import: of of 59 there are 59 of 60"]);
  });

  it("finds what somebody must not see", () => {
    expect(foreignIn("<td>北街密件甲</td>", ["北街密件甲", "北街密件乙"])).toEqual(["北街密件甲"]);
  });

  it("finds each fault in a log once, but for the step that was put there to fail", () => {
    const line = (more: object) =>
      JSON.stringify({ level: 40, time: Math.floor(performance.now()), ...more });
    const log = [
      line({ msg: "the disk is full" }),
      line({ level: 50, msg: "request failed" }),
      line({ level: 50, msg: "request failed" }),
      line({ err: { message: "Error: nobody" }, kind: "notice.tell" }),
      line({ err: { message: "Error: nobody" }, kind: "test.dead" }),
    ].join("\n");
    const found = loggedFaults(log, "test.dead");
    expect(found).toHaveLength(2);
    expect(found.join()).toContain("request failed");
    expect(found.join()).toContain("notice.tell");
  });
});
