import * as prng from "lib0/prng";
import { describe, expect, it } from "vitest";
import { type LineAttributes, lineForms, readLineAttributes } from "~/record/document/noteLines";
import type { NoteNode } from "~/record/document/noteSchema";
import { inTree } from "~/record/document/readLines";
import { outlineOf } from "~/record/editor/lineOutline";

type Line = LineAttributes | null;

/** For each line in reading order: the lists around it, its number, whether it goes on with something. */
function inTreeOf(lines: readonly Line[]) {
  const pieces = lines.map((line, at) =>
    line ? { ...line, content: [{ type: "text", text: `${at}` }] } : { type: "horizontalRule" },
  );
  const places: { level: number; number: number | null; inside: boolean }[] = [];
  const walk = (nodes: readonly NoteNode[], level: number, number: number | null, isTop: boolean) => {
    for (const node of nodes) {
      if (node.type === "bulletList" || node.type === "orderedList")
        for (const [entry, { content = [] }] of (node.content ?? []).entries()) {
          const own = node.type === "orderedList" ? Number(node.attrs?.start) + entry : null;
          places.push({ level: level + 1, number: own, inside: level > 0 || entry > 0 });
          walk(content.slice(1), level + 1, null, false);
        }
      else if (node.type === "blockquote")
        for (const [line] of (node.content ?? []).entries()) places.push({ level, number, inside: line > 0 });
      else places.push({ level, number, inside: !isTop });
    }
  };
  walk(inTree(pieces), 0, null, true);
  return places;
}

describe("lists that flat lines make up", () => {
  it("are those that readers of the notes see, with the same numbers", () => {
    const chance = prng.create(11);
    for (let round = 0; round < 500; round++) {
      const lines = Array.from({ length: prng.int32(chance, 1, 14) }, (): Line => {
        if (prng.int32(chance, 0, 9) === 0) return null;
        const found: Record<string, unknown> = {
          form: prng.oneOf(chance, [...lineForms]),
          depth: prng.int32(chance, 0, 4),
          start: prng.int32(chance, 0, 3) === 0 ? prng.int32(chance, 0, 9) : null,
        };
        return readLineAttributes((key) => found[key]);
      });
      const outline = outlineOf(lines).map(({ level, number, inside }) => ({ level, number, inside }));
      expect(outline).toEqual(inTreeOf(lines));
    }
  });

  it("tells which lines an entry and a list hold together", () => {
    const line = (form: LineAttributes["form"], depth: number) => ({ form, depth });
    const outline = outlineOf([
      line("bullet", 1),
      line("ordered", 2),
      line("ordered", 2),
      line("paragraph", 1),
      line("bullet", 1),
    ]);
    expect(outline.map(({ group, below }) => [group, below])).toEqual([
      [[4], [1, 3]],
      [[2], []],
      [null, []],
      [null, []],
      [null, []],
    ]);
  });
});
