// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { LineHands, type Written } from "../../../builders/lineHands";

/** What stands there after keys were pressed. */
function pressed(keys: string[], ...written: Written[]): Written[] {
  const hands = new LineHands(...written);
  for (const key of keys) hands.press(key);
  return hands.reads;
}

describe("Enter", () => {
  it("goes on with an entry, a quotation and a plain line", () => {
    expect(pressed(["Enter"], "b2 甲|乙")).toEqual(["b2 甲", "b2 |乙"]);
    expect(pressed(["Enter"], "p 前", "o1 甲|")).toEqual(["p 前", "o1 甲", "o1 |"]);
    expect(pressed(["Enter"], "q 甲|")).toEqual(["q 甲", "q |"]);
    expect(pressed(["Enter"], "p 甲|乙")).toEqual(["p 甲", "p |乙"]);
  });

  it("leads out of a list and a quotation where nothing was written, step by step", () => {
    expect(pressed(["Enter"], "o1 甲", "b2 |")).toEqual(["o1 甲", "o1 |"]);
    expect(pressed(["Enter", "Enter"], "o1 甲", "b2 |")).toEqual(["o1 甲", "p |"]);
    expect(pressed(["Enter"], "q |")).toEqual(["p |"]);
    expect(pressed(["Enter"], "b1 甲", "p1 |")).toEqual(["b1 甲", "b1 |"]);
  });

  it("begins a plain line behind a heading, and breaks one in two", () => {
    expect(pressed(["Enter"], "h2 标题|")).toEqual(["h2 标题", "p |"]);
    expect(pressed(["Enter"], "h2 标|题")).toEqual(["h2 标", "h2 |题"]);
  });

  it("puts the new line before the words at whose beginning it was pressed", () => {
    expect(pressed(["Enter"], "h2 |标题")).toEqual(["p", "h2 |标题"]);
    expect(pressed(["Enter"], "p 前", "b2 |甲")).toEqual(["p 前", "b2", "b2 |甲"]);
  });

  it("takes the place of what is selected", () => {
    expect(pressed(["Enter"], "b1 甲|乙", "p 丙|丁")).toEqual(["b1 甲", "b1 |丁"]);
  });

  it("with Shift breaks the words only", () => {
    expect(pressed(["Shift Enter"], "b1 甲|乙")).toEqual(["b1 甲\n|乙"]);
  });
});

describe("Backspace at the beginning of a line", () => {
  it("takes its form away, then its place in the list, then joins it to the one before", () => {
    expect(pressed(["Backspace"], "b1 甲", "b1 |乙")).toEqual(["b1 甲", "p1 |乙"]);
    expect(pressed(["Backspace", "Backspace"], "b1 甲", "b1 |乙")).toEqual(["b1 甲", "p |乙"]);
    expect(pressed(["Backspace", "Backspace", "Backspace"], "b1 甲", "b1 |乙")).toEqual(["b1 甲|乙"]);
    expect(pressed(["Backspace"], "b1 |甲")).toEqual(["p |甲"]);
    expect(pressed(["Backspace"], "p 甲", "q |乙")).toEqual(["p 甲", "p |乙"]);
  });

  it("leaves a heading what it is when the empty line before it goes", () => {
    expect(pressed(["Backspace"], "p", "h2 |标题")).toEqual(["h2 |标题"]);
    expect(pressed(["Backspace"], "h2 |标题")).toEqual(["p |标题"]);
    expect(pressed(["Backspace"], "p 甲", "h2 |标题")).toEqual(["p 甲|标题"]);
  });

  it("takes away a rule, and never a table", () => {
    expect(pressed(["Backspace"], "p 甲", "---", "p |乙")).toEqual(["p 甲", "p |乙"]);
    expect(pressed(["Backspace"], "p 甲", [["p 一", "p 二"]], "p |乙")).toEqual([
      "p 甲",
      [["p 一", "p 二|"]],
      "p 乙",
    ]);
    expect(pressed(["Backspace"], "p 甲", [["p 一", "p 二"]], "p |")).toEqual(["p 甲", [["p 一", "p 二|"]]]);
    expect(pressed(["Backspace"], "p 甲", [["p 一", "p |二"]])).toEqual(["p 甲", [["p 一", "p |二"]]]);
  });
});

describe("Delete at the end of a line", () => {
  it("joins the next one to it, or goes where it is empty", () => {
    expect(pressed(["Delete"], "b1 甲|", "h2 乙")).toEqual(["b1 甲|乙"]);
    expect(pressed(["Delete"], "p |", "h2 乙")).toEqual(["h2 |乙"]);
    expect(pressed(["Delete"], "p 甲|", "---", "p 乙")).toEqual(["p 甲|", "p 乙"]);
    expect(pressed(["Delete"], "p 甲|", [["p 一"]])).toEqual(["p 甲", [["p |一"]]]);
  });
});

describe("Tab", () => {
  it("sets an entry in and out, with what stands below it", () => {
    expect(pressed(["Tab"], "b1 甲", "b1 |乙", "o2 丙", "p2 续", "b1 丁")).toEqual([
      ...["b1 甲", "b2 |乙", "o3 丙", "p3 续", "b1 丁"],
    ]);
    expect(pressed(["Tab", "Tab"], "b1 甲", "b1 |乙")).toEqual(["b1 甲", "b2 |乙"]);
    expect(pressed(["Tab"], "b1 |甲")).toEqual(["b1 |甲"]);
    expect(pressed(["Shift Tab"], "b1 甲", "b2 |乙", "b3 丙")).toEqual(["b1 甲", "b1 |乙", "b2 丙"]);
    expect(pressed(["Shift Tab"], "b1 |甲")).toEqual(["p |甲"]);
    expect(pressed(["Tab"], "b1 甲", "b1 |乙", "b1 丙|")).toEqual(["b1 甲", "b2 |乙", "b2 丙|"]);
    expect(pressed(["Tab"], "b7 甲", "b8 |乙")).toEqual(["b7 甲", "b8 |乙"]);
  });

  it("leaves the editor from a plain line", () => {
    expect(new LineHands("p 甲|").press("Tab")).toBe(false);
  });
});

describe("keys of forms", () => {
  it("change all lines that are selected, and change them back", () => {
    const hands = new LineHands("p 甲|", "h2 乙", "o3 丙|");
    hands.press("Ctrl Shift 8");
    expect(hands.lines).toEqual(["b1 甲", "b1 乙", "b3 丙"]);
    hands.press("Ctrl Shift 7");
    expect(hands.lines).toEqual(["o1 甲", "o1 乙", "o3 丙"]);
    hands.press("Ctrl Shift 7");
    expect(hands.lines).toEqual(["p 甲", "p 乙", "p 丙"]);
    hands.press("Ctrl Alt 3");
    expect(hands.lines).toEqual(["h3 甲", "h3 乙", "h3 丙"]);
    hands.press("Ctrl Shift B");
    expect(hands.lines).toEqual(["q 甲", "q 乙", "q 丙"]);
  });

  it("lift words above the line and below it, never both", () => {
    const hands = new LineHands("p m|2|");
    const marks = () => hands.view.state.doc.child(0).lastChild?.marks.map(({ type }) => type.name);
    hands.press("Ctrl .");
    expect(marks()).toEqual(["superscript"]);
    hands.press("Ctrl ,");
    expect(marks()).toEqual(["subscript"]);
    hands.press("Ctrl ,");
    expect(marks()).toEqual([]);
  });
});

describe("what is typed at the beginning of a line", () => {
  it("says what it is to be", () => {
    const typed = (words: string, ...before: Written[]) => {
      const hands = new LineHands(...before, "p |");
      hands.type(words);
      return hands.reads.at(-1);
    };
    expect(typed("- 甲")).toBe("b1 甲|");
    expect(typed("1. 甲")).toBe("o1 甲|");
    expect(typed("3. 甲")).toBe("o1 甲|");
    expect(typed("3. 甲", "o1 一", "o1 二")).toBe("o1 甲|");
    expect(typed("### 甲")).toBe("h3 甲|");
    expect(typed("> 甲")).toBe("q 甲|");
    expect(typed("甲- 乙")).toBe("p 甲- 乙|");
  });

  it("begins a list with the number that is typed, where it goes on with none", () => {
    const starts = (...before: Written[]) => {
      const hands = new LineHands(...before, "p |");
      hands.type("3. 甲");
      return hands.view.state.doc.lastChild?.attrs.start;
    };
    expect(starts()).toBe(3);
    expect(starts("o1 一", "o1 二")).toBeNull();
    expect(starts("o1 一")).toBe(3);
  });

  it("makes a rule of dashes, behind which one goes on", () => {
    const hands = new LineHands("p |");
    hands.type("---乙");
    expect(hands.reads).toEqual(["p", "---", "p 乙|"]);
    hands.write("p 甲", "p |");
    hands.type("---乙");
    expect(hands.reads).toEqual(["p 甲", "---", "p 乙|"]);
    hands.write("p 甲", [["p |"]]);
    hands.type("---");
    expect(hands.reads).toEqual(["p 甲", [["p ---|"]]]);
  });

  it("is words again with Backspace", () => {
    const hands = new LineHands("p |");
    hands.type("- ");
    hands.press("Backspace");
    expect(hands.reads).toEqual(["p - |"].map((line) => line));
  });
});
