// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LineHands } from "../../../builders/lineHands";

const rows = ({ view }: LineHands) => [...view.dom.children];

describe("the element of a line", () => {
  it("stays the same while words are written in it, whatever comes and goes around it", () => {
    const hands = new LineHands("o1 甲", "b2 乙|", "p 丙");
    const before = rows(hands)[1];
    const first = before?.firstChild;
    hands.type("字");
    const { state } = hands.view;
    hands.view.dispatch(state.tr.insert(0, state.schema.node("line")));
    hands.press("Tab");
    hands.press("Shift Tab");
    expect(rows(hands)[2]).toBe(before);
    expect(rows(hands)[2]?.firstChild).toBe(first);
  });

  it("has the number and the depth that it has for readers", () => {
    const hands = new LineHands("o1 甲", "b3 乙", "o1 丙|", "q 丁", "q 戊");
    const shown = () =>
      rows(hands).map((row) => [
        row.tagName,
        row.getAttribute("data-level"),
        row.firstElementChild?.getAttribute("value") ?? null,
        row.getAttribute("role"),
      ]);
    expect(shown()).toEqual([
      ["OL", "1", "1", null],
      ["UL", "2", null, null],
      ["OL", "1", "2", "none"],
      ["BLOCKQUOTE", null, null, null],
      ["BLOCKQUOTE", null, null, "none"],
    ]);
    hands.press("Enter");
    hands.press("Enter");
    expect(rows(hands)[3]?.tagName).toBe("P");
  });
});

describe("what others write", () => {
  it("makes no page answer by itself: each would write its own link", () => {
    const [one, other] = [new LineHands("p |"), new LineHands()];
    // Both hear of each other only now.
    Y.applyUpdate(other.document, Y.encodeStateAsUpdate(one.document), "network");
    const seen = Y.encodeStateVector(other.document);
    const { tr } = one.view.state;
    one.view.dispatch(tr.insertText("https://example.org ", 1).setMeta("preventAutolink", true));
    const clock = Y.decodeStateVector(Y.encodeStateVector(other.document)).get(other.document.clientID);
    Y.applyUpdate(other.document, Y.encodeStateAsUpdate(one.document, seen), "network");
    expect(other.view.state.doc.textContent).toContain("https://example.org");
    expect(Y.decodeStateVector(Y.encodeStateVector(other.document)).get(other.document.clientID)).toBe(clock);
    // Where somebody types it, it becomes one.
    one.type("https://example.com ");
    expect(one.view.dom.querySelector("a")?.getAttribute("href")).toBe("https://example.com");
  });
});
