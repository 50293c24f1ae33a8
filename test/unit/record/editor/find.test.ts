import { EditorState } from "@tiptap/pm/state";
import { getMatchHighlights, search } from "prosemirror-search";
import { describe, expect, it } from "vitest";
import { lineSchema } from "~/record/document/lineSchema";
import { queryFor } from "~/record/editor/FindAndReplace";

const schema = lineSchema();
const lineOf = (words: string) => schema.node("line", null, schema.text(words));

/** What the editor marks in these lines for the words. */
function found(lines: string[], words: string): string[] {
  const doc = schema.node("doc", null, lines.map(lineOf));
  const state = EditorState.create({ doc, plugins: [search({ initialQuery: queryFor(words) })] });
  return getMatchHighlights(state)
    .find()
    .map(({ from, to }) => doc.textBetween(from, to));
}

describe("finding in notes", () => {
  it("finds large and small letters alike, in every line, but not across two", () => {
    expect(found(["路灯 LED 不亮", "更换led灯", "灯"], "Led")).toEqual(["LED", "led"]);
    expect(found(["东街", "路灯"], "街路")).toEqual([]);
    expect(found(["路灯"], "")).toEqual([]);
  });

  it("takes signs as they stand", () => {
    expect(found(["（1.5 米）", "1x5 米", "\\n $1 [a-z]+"], "1.5")).toEqual(["1.5"]);
    expect(found(["\\n $1 [a-z]+"], "\\n")).toEqual(["\\n"]);
    expect(found(["\\n $1 [a-z]+"], "$1 [a-z]+")).toEqual(["$1 [a-z]+"]);
  });

  it("finds the right place behind a letter that is longer when small", () => {
    expect(found(["İİ 路灯"], "路灯")).toEqual(["路灯"]);
  });
});
